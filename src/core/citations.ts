import type { Citation, Cite } from './citation/citation';
import type { CslItem } from './citation/cslItem';
import { writeCitation, writeLocator } from './citation/pandoc/writeCitation';
import type { NoteRecognizer } from './citation/recognition/recognizeNote';
import type { CitationFormatter } from './citation/style/citationFormatter';
import { type CitedHere, citedHereAt } from './essay/citedHere';
import { type EssayCitation, readEssayCitations, type ReadNote } from './essay/essayCitations';
import type { EssayDocument } from './essay/essayDocument';
import { workNamedIn } from './essay/workNamedIn';
import type { RenderedCitation } from './essay/insertion';
import type { LibraryArgument } from './notes/libraryArgument';
import type { CitationForm, Settings } from './settings';
import type { Logger } from './util/logger';

/** Stands for a note that cites nothing we know: the note after it can't refer to "the same work as before". */
const OTHER_NOTE: Citation = { cites: [{ citekey: '\u0000other' }] };
const OTHER_ITEM: CslItem = { id: '\u0000other', type: 'document', title: '-' };

/**
 * Formats what is cited, in the style of the settings. The processor is large, so it is loaded when it is first needed
 * and kept as long as style, locale and bibliographies stay.
 */
export class Citations {
  readonly #settings: () => Settings;
  readonly #logger: Logger;
  #engine: { readonly style: string; readonly loaded: Promise<Engine> } | undefined;
  #current: { readonly items: ReadonlyMap<string, CslItem>; readonly processor: Processor } | undefined;

  constructor(settings: () => Settings, logger: Logger) {
    this.#settings = settings;
    this.#logger = logger;
  }

  /** The source of `argument` as a first citation of it would read, in Markdown. */
  async reference(
    argument: LibraryArgument,
    items: ReadonlyMap<string, CslItem>,
  ): Promise<string | undefined> {
    const citation = toCitation(argument);
    if (!citation) return undefined;
    const { formatter } = await this.#processor(items);
    return formatter.formatRun([citation], 'markdown').citations[0] ?? undefined;
  }

  /**
   * Everything that tells which work `cite` cites, in Markdown: the full note, in styles without notes the entry of the
   * bibliography. Undefined if the citekey is unknown.
   */
  async fullReference(
    { citekey, locator }: Cite,
    items: ReadonlyMap<string, CslItem>,
  ): Promise<string | undefined> {
    if (!items.has(citekey)) return undefined;
    const { formatter } = await this.#processor(items);
    const text = formatter.style.isNote
      ? formatter.formatRun([{ cites: [{ citekey, locator }] }], 'markdown').citations[0]
      : formatter.formatBibliography([citekey], 'markdown')[0];
    return text ?? undefined;
  }

  /** What the essay cites, in the order of the notes. */
  async cited(essay: EssayDocument, items: ReadonlyMap<string, CslItem>): Promise<readonly EssayCitation[]> {
    if (items.size === 0) return [];
    return readEssayCitations(essay, (await this.#processor(items)).readNote);
  }

  /** What is cited at a place of the essay. */
  async citedAt(
    essay: EssayDocument,
    offset: number,
    items: ReadonlyMap<string, CslItem>,
  ): Promise<CitedHere | undefined> {
    return citedHereAt(essay, offset, (await this.#processor(items)).readNote);
  }

  /** `argument` cited at `offset` of the essay: in full where the essay cites the work for the first time. */
  async render(
    argument: LibraryArgument,
    form: CitationForm,
    essay: EssayDocument,
    offset: number,
    items: ReadonlyMap<string, CslItem>,
  ): Promise<RenderedCitation> {
    const citation = toCitation(argument);
    const pageUnknown = argument.argument.locator === undefined;
    if (citation && form === 'pandoc') return inText(writeCitation(citation), pageUnknown);
    const text = citation && (await this.#inContext(citation, essay, offset, items));
    const written = text ?? `${[argument.source.notes.label, ...placeOf(argument)].join(', ')}.`;
    if (form === 'footnote') {
      const pageAt = pageUnknown && written.endsWith('.') ? written.length - 1 : undefined;
      return { form, note: written, pageAt };
    }
    const bracketed = /^[([].*[)\]]$/s.test(written) ? written : `(${written.replace(/\.$/, '')})`;
    return inText(bracketed, pageUnknown);
  }

  async #inContext(
    citation: Citation,
    essay: EssayDocument,
    offset: number,
    items: ReadonlyMap<string, CslItem>,
  ): Promise<string | undefined> {
    const { formatter, readNote } = await this.#processor(items);
    const before = readEssayCitations(essay, readNote)
      .filter((cited) => cited.offset < offset)
      .map((cited) => cited.citation ?? OTHER_NOTE);
    return formatter.formatInsertion(before, citation, [], 'markdown').text ?? undefined;
  }

  /** The processor for the style of the settings, with these items. */
  async #processor(items: ReadonlyMap<string, CslItem>): Promise<Processor> {
    const { citationStyle, citationLocale } = this.#settings();
    const style = `${citationStyle} ${citationLocale}`;
    if (this.#engine?.style !== style) {
      this.#engine = { style, loaded: this.#load(citationStyle, citationLocale) };
      this.#current = undefined;
    }
    const { formatter, recognizerFor } = await this.#engine.loaded;
    if (this.#current?.items === items) return this.#current.processor;
    formatter.setItems([...items.values(), OTHER_ITEM]);
    const recognizer = recognizerFor([...items.values()]);
    const processor: Processor = {
      formatter,
      readNote: (text, before) => {
        const recognized = recognizer.recognize(text);
        if (recognized?.kind === 'recognized') return { cites: recognized.cites };
        return recognized?.kind === 'ibid' ? before : workNamedIn(text, items);
      },
    };
    this.#current = { items, processor };
    return processor;
  }

  async #load(name: string, locale: string): Promise<Engine> {
    const [{ CitationFormatter }, { NoteRecognizer }, { resolveStyle }] = await Promise.all([
      import('./citation/style/citationFormatter'),
      import('./citation/recognition/recognizeNote'),
      import('./citation/style/cslStyle'),
    ]);
    const found = resolveStyle(name);
    if ('problem' in found) this.#logger.warn(found.message);
    const chosen = 'style' in found ? found : resolveStyle();
    if ('problem' in chosen) throw new Error(chosen.message);
    return {
      formatter: new CitationFormatter(chosen.style, locale || undefined),
      recognizerFor: (items) => new NoteRecognizer(items, [chosen.style]),
    };
  }
}

/** The loaded processor of one style. */
interface Engine {
  readonly formatter: CitationFormatter;
  readonly recognizerFor: (items: readonly CslItem[]) => NoteRecognizer;
}

/** The same with the library's items. */
interface Processor {
  readonly formatter: CitationFormatter;
  readonly readNote: ReadNote;
}

function toCitation({ source, argument }: LibraryArgument): Citation | undefined {
  if (source.resolution.kind !== 'matched') return undefined;
  return { cites: [{ citekey: source.resolution.item.id, locator: argument.locator }] };
}

function placeOf({ argument }: LibraryArgument): readonly string[] {
  return argument.locator ? [writeLocator(argument.locator)] : [];
}

/** The page goes before the closing bracket. */
function inText(text: string, pageUnknown: boolean): RenderedCitation {
  return { form: 'inText', text, pageAt: pageUnknown ? text.length - 1 : undefined };
}
