import type { CitationForm } from './citation/citation';
import { applyEdits, type TextEdit } from './citation/textEdit';
import { bibliographyTitle } from './citation/style/styleCatalogue';
import type { CitationStyles, Processor } from './citationStyles';
import { bibliographyParagraphs, updateBibliography } from './essay/bibliographySection';
import { citedWorks } from './essay/citedWorks';
import { EssayDocument } from './essay/essayDocument';
import { convertCitations } from './essay/notes/convertEssay';
import { mayCiteInline } from './essay/notes/inlineCitations';
import { definitionLayout } from './essay/notes/definitionGroups';
import { type NoteKnowledge, readEssayNotes } from './essay/notes/essayNotes';
import {
  emptyRecord,
  NoteMemory,
  type NoteRecord,
  type NoteRecordStorage,
  remember,
  type WrittenNote,
} from './essay/notes/noteRecord';
import { resolveCitations } from './essay/notes/resolveCitations';
import { type LeftNote, type TidiedFootnotes, tidyFootnotes } from './essay/notes/tidyFootnotes';
import type { Library } from './notes/library';
import type { Localize } from './util/localize';

/** A change of an essay's citations, to be made as one step. */
export interface CitationChange {
  readonly edits: readonly TextEdit[];
  /** Whole sentences on what was left as it is, and why. */
  readonly messages: readonly string[];
  /** To be called when the edits have been made: remembers which notes are Marginalia's. */
  readonly applied: () => Promise<void>;
}

/** What can be done with the citations of an essay as a whole. */
export interface CitationTools {
  /** Full and short forms, numbers and style put right, of footnotes and of text in brackets; the student's own words stay. */
  tidyFootnotes(essay: EssayDocument): Promise<CitationChange>;
  /** Footnotes, Pandoc citations and text in brackets into each other. */
  convert(essay: EssayDocument, to: CitationForm): Promise<CitationChange>;
  /** The works that the essay cites, under the heading of its bibliography. */
  updateBibliography(essay: EssayDocument): Promise<CitationChange>;
  /** The essay with every note and the bibliography written out, in Markdown that needs no citation processor. */
  resolved(essay: EssayDocument): Promise<{ readonly text: string; readonly messages: readonly string[] }>;
  /** Takes in what Marginalia's notes read like now, so that they are known again when their entries change. */
  observe(essay: EssayDocument): Promise<void>;
}

export interface CitationToolsInit {
  readonly library: () => Promise<Library>;
  readonly styles: CitationStyles;
  readonly records: NoteRecordStorage;
  readonly localize: Localize;
}

/** What is remembered of the notes in `essay`. */
export function memoryOf(essay: EssayDocument, records: NoteRecordStorage): NoteMemory {
  return new NoteMemory(recordOf(essay, records), essay.footnotes.definitions);
}

const recordOf = (essay: EssayDocument, records: NoteRecordStorage): NoteRecord =>
  (essay.uri === undefined ? undefined : records.read(essay.uri)) ?? emptyRecord;

type Work = Processor & {
  readonly library: Library;
  readonly record: NoteRecord;
  readonly knowledge: NoteKnowledge;
};

export function createCitationTools({
  library,
  styles,
  records,
  localize,
}: CitationToolsInit): CitationTools {
  const open = async (essay: EssayDocument): Promise<Work> => {
    const read = await library();
    const processor = await styles.processor(read.items, essay);
    const record = recordOf(essay, records);
    const knowledge: NoteKnowledge = {
      memory: memoryOf(essay, records),
      recognizer: processor.recognizer.with(record.works),
      items: read.items,
    };
    return { ...processor, library: read, record, knowledge };
  };
  const write = async (essay: EssayDocument, record: NoteRecord) => {
    if (essay.uri !== undefined) await records.write(essay.uri, record);
  };
  const explain = ({ text, reason }: LeftNote) => {
    const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
    switch (reason) {
      case 'unclear':
        return localize('“{0}” was left as it is: it does not tell which work it means.', shown);
      case 'unknown':
        return localize('“{0}” was left as it is: no bibliography has its work.', shown);
      case 'remark':
        return localize('“{0}” was left as it is: it may be a citation or your own words.', shown);
      case 'unmarked':
        return localize(
          '“{0}” was left as it is: the style would leave only the name in the sentence.',
          shown,
        );
    }
  };
  const toChange = (
    essay: EssayDocument,
    work: Work,
    { edits, notes, left }: TidiedFootnotes,
    extra: Partial<NoteRecord> = {},
  ): CitationChange => ({
    edits,
    messages: withProblem(work, left.map(explain)),
    applied: () => write(essay, { ...remember(work.record, notes, work.library.items), ...extra }),
  });

  const planBibliography = async (essay: EssayDocument, work: Work) => {
    const {
      library: { items },
      record,
      formatter,
      style,
    } = work;
    const { known, unknown } = citedWorks(essay, work.knowledge);
    const entries = formatter.formatBibliography(known, 'markdown');
    const written = new Set([...entries, ...(record.entries ?? [])]);
    const own = [...bibliographyParagraphs(essay)].filter((paragraph) => !written.has(paragraph));
    if (own.length > 0) {
      const { recognizeEntries } = await import('./citation/recognition/recognizeEntries');
      for (const entry of recognizeEntries(own, [...items.values(), ...record.works], formatter.locale))
        written.add(entry);
    }
    return {
      edits: updateBibliography(essay, entries, (each) => written.has(each), bibliographyTitle(style.id)),
      entries,
      messages: unknown.map((citekey) => localize('No bibliography has an entry “{0}”.', citekey)),
    };
  };
  const withProblem = ({ problem }: Work, messages: readonly string[]) =>
    problem === undefined ? messages : [problem, ...messages];

  return Object.freeze<CitationTools>({
    tidyFootnotes: async (essay) => {
      const work = await open(essay);
      return toChange(essay, work, tidyFootnotes(essay, work.knowledge, work.formatter));
    },

    convert: async (essay, to) => {
      const work = await open(essay);
      const { layout } = work.record;
      const change = convertCitations(essay, work.knowledge, work.formatter, to, { layout });
      const hasNotes = essay.footnotes.definitions.length > 0;
      return toChange(essay, work, change, hasNotes ? { layout: definitionLayout(essay) } : {});
    },

    updateBibliography: async (essay) => {
      const work = await open(essay);
      const { edits, entries, messages } = await planBibliography(essay, work);
      return {
        edits,
        messages: withProblem(work, messages),
        applied: () => write(essay, { ...work.record, entries }),
      };
    },

    resolved: async (essay) => {
      const work = await open(essay);
      const { edits: bibliography, messages } = await planBibliography(essay, work);
      const withBibliography = EssayDocument.read(applyEdits(essay.text, bibliography), essay.uri);
      const edits = resolveCitations(withBibliography, work.knowledge, work.formatter);
      return { text: applyEdits(withBibliography.text, edits), messages: withProblem(work, messages) };
    },

    observe: async (essay) => {
      if (essay.uri === undefined || (essay.footnotes.references.length === 0 && !mayCiteInline(essay)))
        return;
      const {
        record,
        knowledge,
        library: { items },
      } = await open(essay);
      const next = remember(record, standingNotes(essay, knowledge), items);
      if (JSON.stringify(next) !== JSON.stringify(record)) await write(essay, next);
    },
  });
}

/** Marginalia's notes as they stand. */
function standingNotes(essay: EssayDocument, knowledge: NoteKnowledge): readonly WrittenNote[] {
  return readEssayNotes(essay, knowledge).flatMap(({ owner, label = '', text, citation, written, lead }) => {
    if (owner !== 'ours' || !citation) return written ?? [];
    return written ?? { label, text, citation, ...(lead !== undefined && { lead }) };
  });
}
