import type { Citation, CitationForm } from '../../citation/citation';
import { writeCitation } from '../../citation/pandoc/writeCitation';
import type { CitationFormatter } from '../../citation/style/citationFormatter';
import type { Span } from '../../text/position';
import type { EssayDocument } from '../essayDocument';
import type { EssayNote, NoteKnowledge } from './essayNotes';
import { doubtfulBrackets } from './inlineCitations';
import { inlineText } from './inlineText';
import type { WrittenNote } from './noteRecord';
import { type LeftNote, renderNotes } from './tidyFootnotes';

/** A place that is to be converted. */
export interface ConvertibleCitation {
  readonly note: EssayNote;
  readonly citation: Citation;
  /** Of this mark, if the note has several, or of the citation in the sentence. */
  readonly span: Span;
  /** What it becomes: a note's text, a Pandoc citation, or text in the sentence. */
  readonly converted: string;
}

export interface ConvertibleCitations {
  readonly citations: readonly ConvertibleCitation[];
  /** What has the form already, or stays as it is, and is Marginalia's. */
  readonly kept: readonly WrittenNote[];
  readonly left: readonly LeftNote[];
}

const formOf = ({ inSentence, isInline }: EssayNote): CitationForm =>
  inSentence ? 'pandoc' : isInline ? 'inline' : 'footnote';

/** Beside a footnote's mark the sentence has the author's name already. */
function withoutName(note: EssayNote): EssayNote {
  const [first, ...others] = note.citation?.cites ?? [];
  if (formOf(note) !== 'footnote' || first?.authorInText !== true) return note;
  return {
    ...note,
    citation: { cites: [{ ...first, authorInText: false, suppressAuthor: true }, ...others] },
  };
}

/**
 * What of the essay can become `to`.
 * @param from only what has this form; without it, whatever has another one.
 */
export function convertibleCitations(
  essay: EssayDocument,
  notes: readonly EssayNote[],
  knowledge: NoteKnowledge,
  formatter: CitationFormatter,
  to: CitationForm,
  from?: CitationForm,
): ConvertibleCitations {
  const named = notes.map(withoutName);
  const rendered = renderNotes(named, knowledge, formatter);
  const citations: ConvertibleCitation[] = [];
  const kept: WrittenNote[] = [];
  const left: LeftNote[] = [...doubtfulBrackets(essay, knowledge, notes)];
  named.forEach((note, index) => {
    const { owner, citation, reference: span, text, label = '', lead, written, inSentence } = note;
    if (owner === 'unclear') left.push({ span, text, reason: 'unclear' });
    const keep = () => {
      if (owner === 'ours' && citation)
        kept.push(written ?? { label, text, citation, ...(lead !== undefined && { lead }) });
      else if (written) kept.push(written);
    };
    const isAsked = from === undefined ? formOf(note) !== to : formOf(note) === from;
    if (!citation || !isAsked || (owner !== 'ours' && !inSentence)) return void keep();
    const inPlace = rendered[index];
    const converted =
      to === 'pandoc'
        ? writeCitation(citation)
        : to === 'footnote' || inPlace === undefined
          ? inPlace
          : inlineText(citation, inPlace, formatter.style.isNote, knowledge.items);
    if (converted === undefined) {
      left.push({ span, text, reason: inPlace === undefined ? 'unknown' : 'unmarked' });
      return void keep();
    }
    for (const place of placesOf(essay, note)) citations.push({ note, citation, span: place, converted });
  });
  left.sort((a, b) => a.span.start - b.span.start);
  return { citations, kept, left };
}

const placesOf = ({ footnotes }: EssayDocument, { label, reference }: EssayNote): readonly Span[] =>
  label === undefined
    ? [reference]
    : footnotes.references.filter((each) => each.label === label).map(({ span }) => span);

/** Marks that touch each other are converted together, and so are citations that become such marks. */
export function citationGroups(
  { text }: EssayDocument,
  citations: readonly ConvertibleCitation[],
  to: CitationForm,
): readonly (readonly ConvertibleCitation[])[] {
  const groups: ConvertibleCitation[][] = [];
  for (const citation of citations.toSorted((a, b) => a.span.start - b.span.start)) {
    const before = groups.at(-1)?.at(-1);
    const between = before && text.slice(before.span.end, citation.span.start);
    const isTogether =
      before !== undefined &&
      !isPartOfSentence(before) &&
      !isPartOfSentence(citation) &&
      formOf(before.note) === formOf(citation.note) &&
      (formOf(citation.note) === 'footnote'
        ? between === '' && before.note.label !== undefined && citation.note.label !== undefined
        : to === 'footnote' && /^ *$/.test(between ?? ''));
    if (isTogether) groups.at(-1)?.push(citation);
    else groups.push([citation]);
  }
  return groups;
}

/** `@zubok1996 [p. 63]`, `Zubok and Pleshakov (1996, p. 63)`: the sentence needs the name. */
export function isPartOfSentence({ note, citation }: ConvertibleCitation): boolean {
  return formOf(note) !== 'footnote' && citation.cites[0]?.authorInText === true;
}
