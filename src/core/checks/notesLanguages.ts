import type { Library } from '../notes/library';
import { languageOf } from '../search/analysis';
import type { Language } from '../search/language';

/** Enough arguments to tell their language. */
const SAMPLE = 100;

/** In which language the notes on sources are written, told once for each. */
export class NotesLanguages {
  readonly #library: Library;
  readonly #known = new Map<string, Language | undefined>();

  constructor(library: Library) {
    this.#library = library;
  }

  /** Of all notes on these sources taken together, or of all notes; undefined if it can't be told. */
  of(sources?: ReadonlySet<string>): Language | undefined {
    const key = sources ? JSON.stringify([...sources].sort()) : '';
    if (!this.#known.has(key)) this.#known.set(key, languageOf(this.#sample(sources)));
    return this.#known.get(key);
  }

  #sample(sources: ReadonlySet<string> | undefined): readonly string[] {
    const texts: string[] = [];
    for (const { argument, source } of this.#library.arguments.values()) {
      if (!sources || sources.has(source.id)) texts.push(argument.text);
      if (texts.length === SAMPLE) break;
    }
    return texts;
  }
}
