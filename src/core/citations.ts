import type { Citation } from './citation/citation';
import type { CslItem } from './citation/cslItem';
import { writeCitation, writeLocator } from './citation/pandoc/writeCitation';
import { otherNote } from './citation/style/otherNote';
import type { CitationStyles } from './citationStyles';
import type { EssayDocument } from './essay/essayDocument';
import type { RenderedCitation } from './essay/insertion';
import { type EssayNote, readEssayNotes } from './essay/notes/essayNotes';
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

  /** `argument` cited at `offset` of the essay: in full where the essay cites the work for the first time. */
  async render(
    argument: LibraryArgument,
    form: CitationForm,
    essay: EssayDocument,
    offset: number,
    items: ReadonlyMap<string, CslItem>,
  ): Promise<RenderedCitation> {
    const citation = citationOf(argument);
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
    const { formatter, recognizer } = await this.#styles.processor(items, essay);
    const before = readEssayNotes(essay, { memory: this.#memoryOf(essay), recognizer, items })
      .filter(({ reference }) => reference.start < offset)
      .map((note: EssayNote) => note.citation ?? otherNote);
    return formatter.formatInsertion(before, citation, [], 'markdown').text ?? undefined;
  }
}

/** The citation of an argument; undefined if its source is in no bibliography. */
export function citationOf({ source, argument }: LibraryArgument): Citation | undefined {
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
