import type { Span } from '../../text/position';
import type { EssayDocument } from '../essayDocument';

/** Longer ones hold no citation, in UTF-16 units. */
const maximumLength = 2000;

/** Every pair of round brackets in the essay's prose, outer ones before what they hold. */
export function bracketsInProse(essay: EssayDocument): readonly Span[] {
  return essay.paragraphs.flatMap(({ words, span }) =>
    words.includes('(')
      ? pairs(words).map(({ start, end }) => ({ start: span.start + start, end: span.start + end }))
      : [],
  );
}

function pairs(text: string): readonly Span[] {
  const open: number[] = [];
  const found: Span[] = [];
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (character === '\\') index++;
    else if (character === '(') open.push(index);
    else if (character === ')') {
      const start = open.pop();
      if (start !== undefined && index - start < maximumLength) found.push({ start, end: index + 1 });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Enough words to tell places apart, in characters. */
const leadLength = 40;

/**
 * The student's words right before `offset` in its paragraph, without citations and marks: by them a citation is known
 * again when the same text cites other works elsewhere.
 */
export function leadOf({ text }: EssayDocument, offset: number): string {
  const before = text.slice(Math.max(0, offset - maximumLength), offset);
  return (before.split(/\n[ \t]*\r?\n/).at(-1) ?? '')
    .replace(/\[[^[\]]*\]|\([^()]*(?:\([^()]*\)[^()]*)*\)/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(-leadLength);
}
