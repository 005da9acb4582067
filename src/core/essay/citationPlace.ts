import type { Span } from '../text/position';
import type { EssayDocument } from './essayDocument';

/**
 * Where the citation of the sentence at `offset` goes: behind its final punctuation and the notes there as a footnote,
 * before its full stop if it stands in the text. Undefined if no sentence is there.
 */
export function citationPlace(
  essay: EssayDocument,
  offset: number,
  form: 'footnote' | 'inText',
): Span | undefined {
  const sentence = essay.sentenceAt(offset);
  if (!sentence) return undefined;
  const { start, end } = sentence.span;
  if (form === 'footnote') return { start: end, end };
  const wordsEnd = start + sentence.words.trimEnd().length;
  const at = /[^.]\.$/.test(essay.text.slice(start, wordsEnd)) ? wordsEnd - 1 : wordsEnd;
  return { start: at, end: at };
}
