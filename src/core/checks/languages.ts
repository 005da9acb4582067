import type { EssayDocument } from '../essay/essayDocument';
import type { Library } from '../notes/library';
import { languageOf } from '../search/analysis';
import type { Language } from '../search/language';

/** Enough arguments, or paragraphs, to tell their language. */
const SAMPLED_ARGUMENTS = 100;
const SAMPLED_PARAGRAPHS = 20;
/** Quotations whose language is remembered. */
const MAX_REMEMBERED = 2000;

/** In which languages notes and quotations are written, told once for each; undefined where it can't be told. */
export class Languages {
  readonly #library: Library;
  readonly #notes = new Map<string, Language | undefined>();
  readonly #quotations = new Map<string, Language | undefined>();
  #essay: { readonly opening: string; readonly language: Language | undefined } | undefined;

  constructor(library: Library) {
    this.#library = library;
  }

  /** Of all notes on these sources taken together, or of all notes. */
  ofNotes(sources?: ReadonlySet<string>): Language | undefined {
    const key = sources ? JSON.stringify([...sources].sort()) : '';
    if (!this.#notes.has(key)) this.#notes.set(key, languageOf(this.#sample(sources)));
    return this.#notes.get(key);
  }

  /** Of words quoted in an essay: their own, or else the essay's. */
  ofQuotation(words: string, essay: EssayDocument): Language | undefined {
    if (this.#quotations.size >= MAX_REMEMBERED) this.#quotations.clear();
    if (!this.#quotations.has(words)) this.#quotations.set(words, languageOf([words]));
    return this.#quotations.get(words) ?? this.#ofEssay(essay);
  }

  #ofEssay(essay: EssayDocument): Language | undefined {
    const paragraphs = essay.paragraphs.slice(0, SAMPLED_PARAGRAPHS).map(({ words }) => words);
    const opening = paragraphs.join('\n\n');
    if (this.#essay?.opening !== opening) this.#essay = { opening, language: languageOf(paragraphs) };
    return this.#essay.language;
  }

  #sample(sources: ReadonlySet<string> | undefined): readonly string[] {
    const texts: string[] = [];
    for (const { argument, source } of this.#library.arguments.values()) {
      if (!sources || sources.has(source.id)) texts.push(argument.text);
      if (texts.length === SAMPLED_ARGUMENTS) break;
    }
    return texts;
  }
}
