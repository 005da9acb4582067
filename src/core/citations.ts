import type { Citation } from './citation/citation';
import type { CslItem } from './citation/cslItem';
import { locatorText, pandocText } from './citation/writtenCitation';
import type { CitationFormatter } from './citation/style/citationFormatter';
import { readEssayCitations } from './essay/essayCitations';
import type { EssayDocument } from './essay/essayDocument';
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
  #kept: { readonly key: string; readonly formatter: Promise<CitationFormatter> } | undefined;
  #items: ReadonlyMap<string, CslItem> | undefined;

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
    const formatter = await this.#formatter(items);
    return formatter.formatRun([citation], 'markdown').citations[0] ?? undefined;
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
    if (citation && form === 'pandoc') return inText(pandocText(citation), pageUnknown);
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
    const formatter = await this.#formatter(items);
    const before = readEssayCitations(essay, items)
      .filter((cited) => cited.offset < offset)
      .map((cited) => cited.citation ?? OTHER_NOTE);
    return formatter.formatInsertion(before, citation, [], 'markdown').text ?? undefined;
  }

  async #formatter(items: ReadonlyMap<string, CslItem>): Promise<CitationFormatter> {
    const { citationStyle, citationLocale } = this.#settings();
    const key = `${citationStyle} ${citationLocale}`;
    if (this.#kept?.key !== key) {
      this.#kept = { key, formatter: this.#load(citationStyle, citationLocale) };
      this.#items = undefined;
    }
    const formatter = await this.#kept.formatter;
    if (this.#items !== items) {
      formatter.setItems([...items.values(), OTHER_ITEM]);
      this.#items = items;
    }
    return formatter;
  }

  async #load(name: string, locale: string): Promise<CitationFormatter> {
    const [{ CitationFormatter }, { resolveStyle }] = await Promise.all([
      import('./citation/style/citationFormatter'),
      import('./citation/style/cslStyle'),
    ]);
    const found = resolveStyle(name);
    if ('style' in found) return new CitationFormatter(found.style, locale || undefined);
    this.#logger.warn(found.message);
    const fallback = resolveStyle();
    if (!('style' in fallback)) throw new Error(fallback.message);
    return new CitationFormatter(fallback.style, locale || undefined);
  }
}

function toCitation({ source, argument }: LibraryArgument): Citation | undefined {
  if (source.resolution.kind !== 'matched') return undefined;
  return { cites: [{ citekey: source.resolution.item.id, locator: argument.locator }] };
}

function placeOf({ argument }: LibraryArgument): readonly string[] {
  return argument.locator ? [locatorText(argument.locator)] : [];
}

/** The page goes before the closing bracket. */
function inText(text: string, pageUnknown: boolean): RenderedCitation {
  return { form: 'inText', text, pageAt: pageUnknown ? text.length - 1 : undefined };
}
