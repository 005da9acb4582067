import type { Citation } from '../../citation/citation';
import type { CslItem } from '../../citation/cslItem';
import { type ParsedCitation } from '../../citation/pandoc/pandocCitation';
import { findCitations, parseCitationAt } from '../../citation/pandoc/parseCitation';
import type { NoteRecognizer } from '../../citation/recognition/recognizeNote';
import type { Span } from '../../text/position';
import type { EssayDocument } from '../essayDocument';
import { isCitedInFull, workNamedIn } from '../workNamedIn';
import { inlineCitations } from './inlineCitations';
import type { NoteMemory, WrittenNote } from './noteRecord';
import { leadOf } from './proseBrackets';

/**
 * Whose words a footnote holds. `ours`: a rendering of bibliography entries and nothing else. `pandoc`: it holds Pandoc's
 * citations. `student`: anything else. `unclear`: a rendering that several entries share, or an "Ibid." that has lost the
 * note it refers to.
 */
export type NoteOwner = 'ours' | 'pandoc' | 'student' | 'unclear';

/** A place of the essay that cites, or is a note, in the order of the essay's text. */
export interface EssayNote {
  readonly owner: NoteOwner;
  /** Of the mark, of the whole inline note, or of the Pandoc citation in the sentence. */
  readonly reference: Span;
  /** Undefined for an inline note and for a citation in the sentence. */
  readonly label?: string;
  /** Of the note's text, where it is one paragraph that can be replaced. */
  readonly textSpan?: Span;
  readonly text: string;
  /** What it cites, as far as that is known. */
  readonly citation?: Citation;
  /** The citation with its places, if it is Pandoc's and stands in the sentence. */
  readonly inSentence?: ParsedCitation;
  /** It stands in the sentence as text in the style: `(Zubok and Pleshakov 63)`. */
  readonly isInline?: true;
  /** Of a citation in the sentence: the words before it. */
  readonly lead?: string;
  /** What is remembered of it. */
  readonly written?: WrittenNote;
}

/** What is needed to tell whose words a note holds. */
export interface NoteKnowledge {
  readonly memory: NoteMemory;
  readonly recognizer: NoteRecognizer;
  readonly items: ReadonlyMap<string, CslItem>;
}

/** Every note of the essay in the order of the text; of several marks of one note the first. */
export function readEssayNotes(essay: EssayDocument, knowledge: NoteKnowledge): readonly EssayNote[] {
  const places = [...citationsInSentences(essay, knowledge), ...footnotes(essay)];
  const read = (cited?: ReadonlySet<string>) => {
    const reader = new NoteReader(knowledge, cited);
    return [...places, ...inlineCitations(essay, knowledge, cited)]
      .sort((a, b) => a.reference.start - b.reference.start)
      .map((place) => (place.inSentence || place.isInline ? reader.take(place) : reader.read(place)));
  };
  const notes = read();
  if (!notes.some(({ owner }) => owner === 'unclear')) return notes;
  // What a short note could mean of several works is clear where the essay cites only one of them.
  const cited = notes.flatMap(({ citation }) => citation?.cites.map(({ citekey }) => citekey) ?? []);
  return read(new Set(cited)).filter(({ isInline, owner }) => !isInline || owner === 'ours');
}

function citationsInSentences(essay: EssayDocument, { memory }: NoteKnowledge): EssayNote[] {
  const found: EssayNote[] = [];
  essay.tree.iterate({
    enter: ({ name, from, to }) => {
      if (name === 'FootnoteDefinition') return false;
      if (name !== 'Citation') return true;
      const inSentence = parseCitationAt(essay.text, from);
      if (inSentence) {
        const citation = { cites: inSentence.cites };
        const text = essay.text.slice(from, to);
        const lead = leadOf(essay, from);
        const written = memory.findInSentence(text, lead);
        const reference = { start: from, end: to };
        found.push({
          ...{ owner: 'pandoc', reference, text, citation, inSentence, lead },
          ...(written && { written }),
        });
      }
      return false;
    },
  });
  return found;
}

function footnotes({ footnotes: { references, definitions }, text: essayText }: EssayDocument): EssayNote[] {
  const seen = new Set<string>();
  return references.flatMap(({ label, span, text = '' }): EssayNote[] => {
    if (label === undefined) {
      const textSpan = { start: span.start + 2, end: span.end - 1 };
      return [{ owner: 'student', reference: span, text: text.trim(), textSpan }];
    }
    if (seen.has(label)) return [];
    seen.add(label);
    const own = definitions.filter((definition) => definition.label === label);
    const [definition] = own;
    const isReplaceable =
      definition !== undefined &&
      own.length === 1 &&
      !/\n\s*\n/.test(essayText.slice(definition.textSpan.start, definition.textSpan.end));
    return [
      {
        owner: 'student',
        reference: span,
        label,
        text: definition?.text ?? '',
        ...(isReplaceable && { textSpan: definition.textSpan }),
      },
    ];
  });
}

/** Reads one note after the other, knowing those before it. */
class NoteReader {
  readonly #knowledge: NoteKnowledge;
  readonly #citedAnywhere: ReadonlySet<string>;
  readonly #cited = new Set<string>();
  #before: EssayNote | undefined;
  /** The numbers have been going up so far: nobody has moved a note. */
  #isInOrder = true;
  #lastNumber = 0;

  constructor(knowledge: NoteKnowledge, citedAnywhere: ReadonlySet<string> = new Set()) {
    this.#knowledge = knowledge;
    this.#citedAnywhere = citedAnywhere;
  }

  take(note: EssayNote): EssayNote {
    for (const { citekey } of note.citation?.cites ?? []) this.#cited.add(citekey);
    this.#before = note;
    return note;
  }

  read(note: EssayNote): EssayNote {
    const number = Number(note.label ?? NaN);
    if (note.label !== undefined) {
      this.#isInOrder &&= number > this.#lastNumber;
      this.#lastNumber = number;
    }
    return this.take({ ...note, ...this.#judge(note) });
  }

  #judge({ label = '', text, textSpan }: EssayNote): Pick<EssayNote, 'owner' | 'citation' | 'written'> {
    const { memory, recognizer, items } = this.#knowledge;
    const pandoc = findCitations(text).flatMap(({ cites }) => cites);
    if (pandoc.length > 0) return { owner: 'pandoc', citation: { cites: pandoc } };
    if (textSpan) {
      const written = memory.find(label, text);
      if (written) return { owner: 'ours', citation: written.citation, written };
      const recognized = recognizer.recognize(text, this.#citedAnywhere);
      if (recognized?.kind === 'recognized') return { owner: 'ours', citation: { cites: recognized.cites } };
      if (recognized?.kind === 'ambiguous') return { owner: 'unclear' };
      if (recognized?.kind === 'ibid') {
        const [cite, ...others] = this.#isInOrder ? (this.#before?.citation?.cites ?? []) : [];
        if (!cite || others.length > 0) return { owner: 'unclear' };
        const { locator = cite.locator } = recognized;
        return {
          owner: 'ours',
          citation: { cites: [{ citekey: cite.citekey, ...(locator && { locator }) }] },
        };
      }
    }
    // A student's own note counts as a first citation only if it is one.
    const named = workNamedIn(text, items);
    const [work] = named?.cites ?? [];
    const counts = work && (this.#cited.has(work.citekey) || isCitedInFull(text, items.get(work.citekey)));
    return { owner: 'student', ...(counts && { citation: named }) };
  }
}
