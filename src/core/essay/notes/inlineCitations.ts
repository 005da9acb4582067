import type { Span } from '../../text/position';
import type { EssayDocument } from '../essayDocument';
import type { EssayNote, NoteKnowledge } from './essayNotes';
import type { WrittenNote } from './noteRecord';
import { bracketsInProse, leadOf } from './proseBrackets';

/**
 * Marginalia's citations that stand in the essay's sentences as text in a style, `(Zubok and Pleshakov 63)`: those that are
 * remembered, and brackets that are a rendering with a page or a year. Without these it may be a remark: `(Stalin)`. Those
 * that could cite several works are `unclear`.
 */
export function inlineCitations(
  essay: EssayDocument,
  knowledge: NoteKnowledge,
  cited?: ReadonlySet<string>,
): readonly EssayNote[] {
  const found: EssayNote[] = [];
  for (const span of bracketsInProse(essay)) {
    if (isWithin(span, found)) continue;
    const text = essay.text.slice(span.start, span.end);
    const known = remembered(essay, span, text, knowledge);
    const recognized =
      known || !/\d/.test(text) ? undefined : knowledge.recognizer.recognizeBrackets(text, cited);
    if (!known && !recognized) continue;
    const citation =
      known?.citation ?? (recognized?.kind === 'recognized' ? { cites: recognized.cites } : undefined);
    const reference = { start: span.end - (known?.text ?? text).length, end: span.end };
    found.push({
      owner: citation ? 'ours' : 'unclear',
      ...{ reference, textSpan: reference, text: known?.text ?? text, isInline: true },
      lead: leadOf(essay, reference.start),
      ...(citation && { citation }),
      ...(known && { written: known }),
    });
  }
  return found;
}

/** Whether it is worth looking for citations in brackets: some pair holds a number. */
export function mayCiteInline(essay: EssayDocument): boolean {
  return bracketsInProse(essay).some(({ start, end }) => /\d/.test(essay.text.slice(start, end)));
}

/** Brackets of the prose that read like a citation and do not tell of what, or whether they are more than a remark. */
export interface DoubtfulBrackets {
  readonly span: Span;
  readonly text: string;
  readonly reason: 'unclear' | 'remark';
}

/** @param notes what of the essay is known to cite. */
export function doubtfulBrackets(
  essay: EssayDocument,
  { recognizer }: NoteKnowledge,
  notes: readonly EssayNote[],
): readonly DoubtfulBrackets[] {
  const found: DoubtfulBrackets[] = [];
  for (const span of bracketsInProse(essay)) {
    if (isWithin(span, notes)) continue;
    const text = essay.text.slice(span.start, span.end);
    const kind = recognizer.recognizeBrackets(text)?.kind;
    if (kind === 'recognized') found.push({ span, text, reason: 'remark' });
    if (kind === 'ambiguous') found.push({ span, text, reason: /\d/.test(text) ? 'unclear' : 'remark' });
  }
  return found;
}

const isWithin = ({ start, end }: Span, notes: readonly EssayNote[]) =>
  notes.some(({ reference }) => reference.start <= start && end <= reference.end);

/** As it was written, with the author's name before the brackets if that belongs to it. */
function remembered(
  essay: EssayDocument,
  { start, end }: Span,
  brackets: string,
  { memory }: NoteKnowledge,
): WrittenNote | undefined {
  const own = memory.findInSentence(brackets, leadOf(essay, start));
  if (own) return own;
  for (const text of memory.textsEndingWith(brackets)) {
    if (essay.text.slice(end - text.length, end) !== text) continue;
    const named = memory.findInSentence(text, leadOf(essay, end - text.length));
    if (named) return named;
  }
  return undefined;
}
