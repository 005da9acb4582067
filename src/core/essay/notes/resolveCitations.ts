import type { Citation } from '../../citation/citation';
import { findCitations } from '../../citation/pandoc/parseCitation';
import type { CitationFormatter } from '../../citation/style/citationFormatter';
import { otherNote } from '../../citation/style/otherNote';
import type { TextEdit } from '../../citation/textEdit';
import type { EssayDocument } from '../essayDocument';
import { convertCitations } from './convertEssay';
import { type NoteKnowledge, readEssayNotes } from './essayNotes';

/** A place to write a citation out at. */
interface Place {
  readonly citation: Citation;
  /** Undefined where the text stays as it is. */
  readonly write?: (text: string) => TextEdit;
}

/**
 * The edits that write every Pandoc citation out: as a footnote or in the sentence, as the style has it, and within the
 * footnote that holds it. Those of works that no bibliography has stay.
 */
export function resolveCitations(
  essay: EssayDocument,
  knowledge: NoteKnowledge,
  formatter: CitationFormatter,
): readonly TextEdit[] {
  const { isNote } = formatter.style;
  const places = readEssayNotes(essay, knowledge).flatMap((note): readonly Place[] => {
    const { inSentence, reference, textSpan, citation } = note;
    if (inSentence) {
      const write = (newText: string): TextEdit => ({ span: reference, newText });
      return [{ citation: inSentence, ...(!isNote && { write }) }];
    }
    if (note.owner !== 'pandoc' || !textSpan) return [{ citation: citation ?? otherNote }];
    const raw = essay.text.slice(textSpan.start, textSpan.end);
    return findCitations(raw).map((found): Place => {
      const isWhole = raw.trim() === raw.slice(found.span.start, found.span.end);
      const span = { start: textSpan.start + found.span.start, end: textSpan.start + found.span.end };
      const write = (newText: string): TextEdit => ({
        span,
        newText: isWhole ? newText : withoutStop(newText, essay.text.slice(0, span.start)),
      });
      return { citation: { cites: found.cites }, write };
    });
  });
  const run = places.map(({ citation }) =>
    citation.cites.every(({ citekey }) => knowledge.items.has(citekey)) ? citation : otherNote,
  );
  const texts = formatter.formatRun(run, 'markdown').citations;
  const edits = places.flatMap(({ write }, index) => {
    const text = texts[index];
    return write && typeof text === 'string' && run[index] !== otherNote ? [write(text)] : [];
  });
  if (!isNote) return edits;
  return [...edits, ...convertCitations(essay, knowledge, formatter, 'footnote', { from: 'pandoc' }).edits];
}

/** Inside of a note's sentence a citation has neither the full stop nor, behind other words, the capital of a note. */
function withoutStop(text: string, before: string): string {
  const open = text.replace(/\.$/, '');
  return /[\p{L}\p{N},;]\s*$/u.test(before) && /^(?:See|Cf|Ibid)\b/.test(open)
    ? open.charAt(0).toLowerCase() + open.slice(1)
    : open;
}
