import type { CslItem } from './citation/cslItem';
import type { NoteRecognizer } from './citation/recognition/recognizeNote';
import type { CitationFormatter } from './citation/style/citationFormatter';
import type { CslStyle, StyleResult } from './citation/style/cslStyle';
import type { CslAssets } from './citation/style/engine';
import { otherItem } from './citation/style/otherNote';
import type { EssayDocument } from './essay/essayDocument';
import { decodeNotes } from './notes/index';
import type { NotesWorkspace } from './notes/workspace';
import type { Settings } from './settings';
import type { Localize } from './util/localize';
import type { Logger } from './util/logger';

/** The loaded processor of one style, with the items of the library. */
export interface Processor {
  readonly style: CslStyle;
  /** Holds the items and `otherItem`. */
  readonly formatter: CitationFormatter;
  readonly recognizer: NoteRecognizer;
  /** Why the style that was asked for is not the one in use. */
  readonly problem?: string;
}

/** One style as it was asked for. */
interface Wish {
  /** A bundled style's id; undefined for a file. */
  readonly name?: string;
  /** The text of a CSL file. */
  readonly text?: string;
  readonly locale?: string;
  readonly problem?: string;
}

interface Engine {
  readonly style: CslStyle;
  readonly formatter: CitationFormatter;
  readonly recognizerFor: (items: readonly CslItem[]) => NoteRecognizer;
  readonly problem?: string;
  current?: { readonly items: ReadonlyMap<string, CslItem>; readonly recognizer: NoteRecognizer };
}

/** Engines that are kept: an essay with a style of its own, beside the settings' style. */
const MAX_ENGINES = 3;

const isFileName = (name: string) => /\.csl$|[\\/]/i.test(name) && !/^https?:/i.test(name);

/**
 * Gives the processor for the style that an essay's front matter asks for, else the settings. The processor is large, so
 * it is loaded when it is first needed and kept as long as style, locale and bibliographies stay.
 */
export class CitationStyles {
  readonly #settings: () => Settings;
  readonly #workspace: NotesWorkspace;
  readonly #localize: Localize;
  readonly #logger: Logger;
  readonly #readAssets: (() => Promise<CslAssets>) | undefined;
  readonly #engines = new Map<string, Promise<Engine>>();

  /** @param readAssets reads the styles and locales; without it they are part of the bundle. */
  constructor(
    settings: () => Settings,
    workspace: NotesWorkspace,
    localize: Localize,
    logger: Logger,
    readAssets?: () => Promise<CslAssets>,
  ) {
    this.#settings = settings;
    this.#workspace = workspace;
    this.#localize = localize;
    this.#logger = logger;
    this.#readAssets = readAssets;
  }

  /** @throws Error if not even the default style can be compiled. */
  async processor(items: ReadonlyMap<string, CslItem>, essay?: EssayDocument): Promise<Processor> {
    const wish = await this.#wishOf(essay);
    const key = JSON.stringify(wish);
    let loading = this.#engines.get(key);
    if (!loading) {
      loading = this.#load(wish);
      this.#engines.set(key, loading);
      // What could not be loaded now may be there later.
      loading.catch(() => this.#engines.delete(key));
      for (const old of [...this.#engines.keys()].slice(0, -MAX_ENGINES)) this.#engines.delete(old);
    }
    const engine = await loading;
    if (engine.current?.items !== items) {
      const all = [...items.values()];
      engine.formatter.setItems([...all, otherItem]);
      engine.current = { items, recognizer: engine.recognizerFor(all) };
    }
    const { style, formatter, problem } = engine;
    return {
      style,
      formatter,
      recognizer: engine.current.recognizer,
      ...(problem !== undefined && { problem }),
    };
  }

  async #wishOf(essay: EssayDocument | undefined): Promise<Wish> {
    const { citationStyle, citationStyleFile, citationLocale } = this.#settings();
    const locale = essay?.metadata.language ?? (citationLocale || undefined);
    const own = essay?.metadata.style;
    if (own !== undefined && !isFileName(own)) return { name: own, locale };
    const path = own ?? citationStyleFile;
    if (path === '') return { name: citationStyle, locale };
    const file = this.#workspace.fileAt(path, own === undefined ? undefined : essay?.uri);
    try {
      const content = await this.#workspace.readFile(file.uri);
      return { text: 'encoding' in content ? content.text : decodeNotes(content).text, locale };
    } catch {
      const problem = this.#localize(
        'The citation style {0} can’t be read; {1} is used.',
        file.name,
        citationStyle,
      );
      return { name: citationStyle, locale, problem };
    }
  }

  async #load({ name, text, locale, problem }: Wish): Promise<Engine> {
    const [
      { CitationFormatter },
      { NoteRecognizer },
      { readStyleFile, resolveStyle },
      { bundledStyles },
      { takeCslAssets },
      assets,
    ] = await Promise.all([
      import('./citation/style/citationFormatter'),
      import('./citation/recognition/recognizeNote'),
      import('./citation/style/cslStyle'),
      import('./citation/style/styleCatalogue'),
      import('./citation/style/engine'),
      this.#readAssets?.(),
    ]);
    if (assets) takeCslAssets(assets);
    const start = (result: StyleResult, trouble: string | undefined): Engine => {
      if ('problem' in result) throw new Error(result.message);
      const { style } = result;
      const formatter = new CitationFormatter(style, locale);
      const others = bundledStyles.filter(({ id }) => id !== style.id);
      return {
        style,
        formatter,
        recognizerFor: (items) => new NoteRecognizer(items, [style, ...others], locale),
        ...(trouble !== undefined && { problem: trouble }),
      };
    };
    try {
      return start(text === undefined ? resolveStyle(name) : readStyleFile(text), problem);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#logger.warn(`The citation style could not be used: ${reason}`);
      return start(
        resolveStyle(),
        this.#localize('The essay’s citation style can’t be used; Chicago’s notes are. {0}', reason),
      );
    }
  }
}
