import type { Citation, Cite } from './citation/citation';
import type { CslItem } from './citation/cslItem';
import type { Locator } from './citation/locator';
import { pageLeadIn } from './citation/pagePlace';
import { writeCitation, writeLocator } from './citation/pandoc/writeCitation';
import { inBrackets } from './citation/style/inBrackets';
import { otherNote } from './citation/style/otherNote';
import type { CitationStyles } from './citationStyles';
import { type CitedHere, citedHereAt } from './essay/citedHere';
import type { EssayCitation } from './essay/essayCitations';
import type { EssayDocument } from './essay/essayDocument';
import type { RenderedCitation, SnippetEdit } from './essay/insertion';
import { type EssayNote, readEssayNotes } from './essay/notes/essayNotes';
import { joinCitation } from './joinCitation';
import { workNamedIn } from './essay/workNamedIn';
import type { NoteMemory } from './essay/notes/noteRecord';
import type { LibraryArgument } from './notes/libraryArgument';
import type { CitationForm } from './settings';

/** Formats what is cited, in the style of the essay or of the settings. */
export class Citations {
  readonly #styles: CitationStyles;
  readonly #memoryOf: (essay: EssayDocument) => NoteMemory;

  /** @param memoryOf what is remembered of the notes that were written into an essay. */
  constructor(styles: CitationStyles, memoryOf: (essay: EssayDocument) => NoteMemory) {
    this.#styles = styles;
    this.#memoryOf = memoryOf;
  }

  /** The source of `argument` as a first citation of it would read, in Markdown. */
  async reference(
    argument: LibraryArgument,
    items: ReadonlyMap<string, CslItem>,
  ): Promise<string | undefined> {
    const citation = citationOf(argument);
    if (!citation) return undefined;
    const { formatter } = await this.#styles.processor(items);
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
    const { formatter } = await this.#styles.processor(items);
    const text = formatter.style.isNote
      ? formatter.formatRun([{ cites: [{ citekey, locator }] }], 'markdown').citations[0]
      : formatter.formatBibliography([citekey], 'markdown')[0];
    return text ?? undefined;
  }

  /** What the essay cites, in the order of the notes. */
  async cited(essay: EssayDocument, items: ReadonlyMap<string, CslItem>): Promise<readonly EssayCitation[]> {
    if (items.size === 0) return [];
    return (await this.#notes(essay, items)).map(({ reference, citation, text }) => {
      return { offset: reference.start, citation: citation ?? workNamedIn(text, items) };
    });
  }

  /** What is cited at a place of the essay. */
  async citedAt(
    essay: EssayDocument,
    offset: number,
    items: ReadonlyMap<string, CslItem>,
  ): Promise<CitedHere | undefined> {
    const { recognizer } = await this.#styles.processor(items, essay);
    return citedHereAt(essay, offset, (text, before) => {
      const recognized = recognizer.recognize(text);
      if (recognized?.kind === 'recognized') return { cites: recognized.cites };
      return recognized?.kind === 'ibid' ? before : workNamedIn(text, items);
    });
  }

  async #notes(essay: EssayDocument, items: ReadonlyMap<string, CslItem>): Promise<readonly EssayNote[]> {
    const { recognizer } = await this.#styles.processor(items, essay);
    return readEssayNotes(essay, { memory: this.#memoryOf(essay), recognizer, items });
  }

  /** `argument` cited at `offset` of the essay: in full where the essay cites the work for the first time. */
  async render(
    argument: LibraryArgument,
    form: CitationForm,
    essay: EssayDocument,
    offset: number,
    items: ReadonlyMap<string, CslItem>,
  ): Promise<RenderedCitation> {
    const citation = citationOf(argument);
    const inContext = citation && form !== 'pandoc' ? await this.#inContext(essay, offset, items) : undefined;
    const write = (locator: Locator | undefined) => {
      const placed = citation && withLocator(citation, locator);
      if (placed && form === 'pandoc') return writeCitation(placed);
      const place = locator ? [writeLocator(locator)] : [];
      const text =
        (placed && inContext?.(placed)) ?? `${[argument.source.notes.label, ...place].join(', ')}.`;
      return form === 'footnote' ? text : inBrackets(text, placed ?? { cites: [] });
    };
    const { locator } = argument.argument;
    const text = write(locator);
    const hasOpenPage = !locator && (form !== 'footnote' || text.endsWith('.'));
    // In the sentence, the page goes before the closing bracket.
    const pageAt = hasOpenPage ? text.length - 1 : undefined;
    const leadIn = pageAt === undefined ? undefined : pageLeadIn(text, pageAt, write);
    return form === 'footnote'
      ? { form, note: text, pageAt, leadIn }
      : { form: 'inText', text, pageAt, leadIn };
  }

  /** The edits that add the source of `argument` to a citation beside `offset`; undefined if none is there that takes it. */
  async join(
    argument: LibraryArgument,
    form: CitationForm,
    essay: EssayDocument,
    offset: number,
    items: ReadonlyMap<string, CslItem>,
  ): Promise<readonly SnippetEdit[] | undefined> {
    const [cite] = citationOf(argument)?.cites ?? [];
    if (!cite) return undefined;
    const processor = await this.#styles.processor(items, essay);
    const notes = await this.#notes(essay, items);
    return joinCitation({ essay, notes, processor }, cite, form, offset);
  }

  /** The bibliography of what the essay cites, in the style's order. */
  async bibliography(essay: EssayDocument, items: ReadonlyMap<string, CslItem>): Promise<readonly string[]> {
    const cited = (await this.cited(essay, items)).flatMap(({ citation }) => citation?.cites ?? []);
    const keys = cited.map(({ citekey }) => citekey).filter((citekey) => items.has(citekey));
    const { formatter } = await this.#styles.processor(items, essay);
    return keys.length === 0 ? [] : formatter.formatBibliography(keys, 'plain');
  }

  /** How the style writes a citation that is added at a place of the essay. */
  async #inContext(
    essay: EssayDocument,
    offset: number,
    items: ReadonlyMap<string, CslItem>,
  ): Promise<(citation: Citation) => string | undefined> {
    const { formatter } = await this.#styles.processor(items, essay);
    const before = (await this.#notes(essay, items))
      .filter(({ reference }) => reference.start < offset)
      .map(({ citation: cited }) => cited ?? otherNote);
    return (citation) => formatter.formatInsertion(before, citation, [], 'markdown').text ?? undefined;
  }
}

/** The citation of an argument; undefined if its source is in no bibliography. */
export function citationOf({ source, argument }: LibraryArgument): Citation | undefined {
  if (source.resolution.kind !== 'matched') return undefined;
  return { cites: [{ citekey: source.resolution.item.id, locator: argument.locator }] };
}

function withLocator({ cites, ...rest }: Citation, locator: Locator | undefined): Citation {
  return { ...rest, cites: cites.map((cite) => ({ ...cite, locator })) };
}
