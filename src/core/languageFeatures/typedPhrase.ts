import type { EssayDocument } from '../essay/essayDocument';
import type { Span } from '../text/position';

/** Words of the sentence, up to the cursor, that are looked at. */
const MAX_WORDS = 8;

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu;

/** A backtick that opens code; one behind a letter is an apostrophe, two are a quotation mark of TeX's. */
const OPENS_CODE = /(?<![\p{L}\p{N}\\`])`(?!`)[^`]*$/u;

/** Whether code has been begun on the line and is still being typed: to Markdown it is prose until it is closed. */
function isInBegunCode(line: string): boolean {
  return line.split('`').length % 2 === 0 && OPENS_CODE.test(line);
}

/**
 * The phrases that could be meant by what is being typed: the last one to eight words before the cursor, on its line and
 * within its sentence, behind the last note in it, the longest first. Empty where nobody writes prose: in code, front matter, headings and notes.
 */
export function typedPhrases(essay: EssayDocument, offset: number): readonly Span[] {
  if (essay.placeAt(offset) !== 'prose') return [];
  const lineStart = essay.lines.lineStart(essay.positionAt(offset).line);
  if (isInBegunCode(essay.text.slice(lineStart, offset))) return [];
  const sentence = essay.sentences.findLast(({ span }) => span.start < offset);
  if (!sentence) return [];
  const end = Math.min(offset, sentence.span.end);
  if (essay.text.slice(end, offset).trim() !== '') return [];
  const noteEnd = sentence.noteEnds.findLast((at) => at <= offset) ?? 0;
  const start = Math.max(lineStart, sentence.span.start, noteEnd);
  const typed = sentence.words.slice(start - sentence.span.start, end - sentence.span.start);
  const words = [...typed.matchAll(WORD)];
  const last = words.at(-1);
  // The cursor must stand at the word, a closing quotation mark or one space at most after it.
  if (!last || !/^["'”’]?\s?$/.test(essay.text.slice(start + last.index + last[0].length, offset))) return [];
  return words.slice(-MAX_WORDS).map((word) => ({ start: start + word.index, end: offset }));
}
