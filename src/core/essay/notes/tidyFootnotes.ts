import type { Citation } from '../../citation/citation';
import type { CitationFormatter } from '../../citation/style/citationFormatter';
import { otherNote } from '../../citation/style/otherNote';
import type { TextEdit } from '../../citation/textEdit';
import type { Span } from '../../text/position';
import type { EssayDocument } from '../essayDocument';
import { type EssayNote, type NoteKnowledge, readEssayNotes } from './essayNotes';
import { doubtfulBrackets } from './inlineCitations';
import { inlineText } from './inlineText';
import { orderedLabels, rewriteFootnotes } from './noteOrder';
import type { WrittenNote } from './noteRecord';

/** A citation that was left as it is. */
export interface LeftNote {
  readonly span: Span;
  readonly text: string;
  /**
   * `unclear`: several works, or none, can be meant. `unknown`: no bibliography has its work any more. `remark`: brackets
   * that may be the student's own words. `unmarked`: the style would leave nothing by which it can be known again.
   */
  readonly reason: 'unclear' | 'unknown' | 'remark' | 'unmarked';
}

export interface TidiedFootnotes {
  readonly edits: readonly TextEdit[];
  /** Marginalia's notes as they are after the edits. */
  readonly notes: readonly WrittenNote[];
  readonly left: readonly LeftNote[];
}

/**
 * Gives Marginalia's footnotes, and its citations in brackets, the form that their place asks for, full at a work's first
 * mention and short later, in the formatter's style, and puts the numbers in the order of the text. The student's own notes
 * keep their words.
 * @param formatter holds the items, and `otherItem`.
 */
export function tidyFootnotes(
  essay: EssayDocument,
  knowledge: NoteKnowledge,
  formatter: CitationFormatter,
): TidiedFootnotes {
  const notes = readEssayNotes(essay, knowledge);
  const rendered = renderNotes(notes, knowledge, formatter);
  const labels = orderedLabels(essay);
  const texts = new Map<string, string>();
  const edits: TextEdit[] = [];
  const written: WrittenNote[] = [];
  const left: LeftNote[] = [...doubtfulBrackets(essay, knowledge, notes)];
  notes.forEach((note, index) => {
    const { label, textSpan, text, reference: span, citation, owner, lead } = note;
    if (owner === 'unclear') left.push({ span, text, reason: 'unclear' });
    if (owner !== 'ours' || !textSpan || !citation) return;
    const inPlace = rendered[index];
    const shown =
      inPlace !== undefined && note.isInline
        ? inlineText(citation, inPlace, formatter.style.isNote, knowledge.items)
        : inPlace;
    const newText = shown ?? text;
    if (shown === undefined)
      left.push({ span, text, reason: inPlace === undefined ? 'unknown' : 'unmarked' });
    else if (newText !== text) {
      if (label === undefined) edits.push({ span: textSpan, newText });
      else texts.set(label, newText);
    }
    const { origin } = note.written ?? {};
    const newLabel = labels.get(label ?? '') ?? label ?? '';
    written.push({
      ...{ label: newLabel, text: newText, citation },
      ...(note.isInline && { lead }),
      ...(origin && { origin }),
    });
  });
  written.push(...notes.flatMap(({ inSentence, written: kept }) => (inSentence && kept ? [kept] : [])));
  left.sort((a, b) => a.span.start - b.span.start);
  return { edits: [...rewriteFootnotes(essay, labels, texts), ...edits], notes: written, left };
}

/** The text that each of the notes has in its place, in Markdown; undefined where none of ours is to be written. */
export function renderNotes(
  notes: readonly EssayNote[],
  { items }: NoteKnowledge,
  formatter: CitationFormatter,
): readonly (string | undefined)[] {
  const isKnown = ({ cites }: Citation) =>
    cites.length > 0 && cites.every(({ citekey }) => items.has(citekey));
  const run = notes.map(({ citation }) => (citation && isKnown(citation) ? citation : otherNote));
  return formatter
    .formatRun(run, 'markdown')
    .citations.map((text, index) => (run[index] === otherNote ? undefined : (text ?? undefined)));
}
