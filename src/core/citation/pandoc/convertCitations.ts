import type { Span } from '../../text/position';

/** A replaced stretch of the text, in whose new text the citations stand between `before` and `after`. */
export interface Replacement {
  readonly span: Span;
  readonly before: string;
  readonly after: string;
}

const closingPunctuation = /^[.,;:!?]/;

/**
 * Where the marks of footnotes go in place of citations in the sentence: of `back [@zubok1996, p. 63].` they make `back.[^1]`,
 * with the mark after the punctuation.
 */
export function citationsToMarks(text: string, citations: Span): Replacement {
  let { start, end } = citations;
  while (text[start - 1] === ' ') start--;
  const mark = closingPunctuation.exec(text.slice(end, end + 1))?.[0] ?? '';
  end += mark.length;
  return { span: { start, end }, before: mark, after: '' };
}

/** Where citations go in place of the marks of footnotes: of `back.[^1]` they make `back [@zubok1996, p. 63].` */
export function marksToCitations(text: string, marks: Span): Replacement {
  const mark = closingPunctuation.exec(text.slice(Math.max(0, marks.start - 1), marks.start))?.[0] ?? '';
  const start = marks.start - mark.length;
  const space = start === 0 || /\s/.test(text.charAt(start - 1)) ? '' : ' ';
  return { span: { start, end: marks.end }, before: space, after: mark };
}
