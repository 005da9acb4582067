/** A word of a text, where it stands, and what its writing tells. */
export interface Word {
  /** As written, without a possessive ending or an elided article: `Stalin` for `Stalin’s`, `empereur` for `l’empereur`. */
  readonly text: string;
  /** Offsets of the whole written word in the text. */
  readonly start: number;
  readonly end: number;
  readonly writing: Writing;
  /** Whether a full stop behind it, inside the sentence, says that it goes on: `constit. king`, `Engl., Fr.`. */
  readonly isCutShort: boolean;
}

/** `name`: capitalised inside a sentence; `opening`: capitalised where any word would be; `acronym`: two or more capitals. */
export type Writing = 'plain' | 'name' | 'opening' | 'acronym' | 'number';

const pattern = /(?:\p{L}\.){2,}|[\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}\p{M}]+)*/gu;
const withoutSpaces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** What follows a word that is cut short: behind `Apr.` a number is a year, behind `vol.` or `ch.` a place. */
const behindName = /^(?:\s*[\p{Ll}\p{N}&+/(–—-]|[,;:)])/u;
const goesOn: Readonly<Partial<Record<Writing, RegExp>>> = {
  plain: /^(?:\s*[\p{Ll}&+/(–—-]|[,;:)])/u,
  name: behindName,
  opening: behindName,
};
const lookedAhead = 4;
const sentenceBreak = /(?:[.!?…:;。！？]["'”’»)\]]*\s|\n|^)[\s"'“‘«»([•*\-–—]*$/u;

/**
 * The words of `text` in order, numbers included. Scripts that are written without spaces are cut by `Intl.Segmenter`;
 * hyphens separate words; `U.S.` is one word, `US`.
 */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [written] = match;
    if (withoutSpaces.test(written)) addSegmented(words, written, match.index);
    else words.push(wordOf(written, match.index, text));
  }
  return words;
}

function wordOf(written: string, start: number, text: string): Word {
  const word = bare(written);
  const end = start + written.length;
  const writing = writingOf(word, start, text);
  const isCutShort =
    text[end] === '.' && goesOn[writing]?.test(text.slice(end + 1, end + 1 + lookedAhead)) === true;
  return { text: word, start, end, writing, isCutShort };
}

function writingOf(word: string, start: number, text: string): Writing {
  const first = word.charCodeAt(0);
  if (first >= 97 && first <= 122) return 'plain';
  if (/^\p{N}/u.test(word)) return 'number';
  if (!/^\p{Lu}/u.test(word)) return 'plain';
  if (word.length > 1 && !/\p{Ll}/u.test(word)) return 'acronym';
  return sentenceBreak.test(text.slice(Math.max(0, start - 8), start)) ? 'opening' : 'name';
}

function bare(written: string): string {
  if (written.includes('.')) return written.replaceAll('.', '');
  const apostrophe = written.search(/['’ʼ]/);
  if (apostrophe < 0) return written;
  const before = written.slice(0, apostrophe);
  const after = written.slice(apostrophe + 1);
  if (/^s$/i.test(after)) return before;
  if (/^(?:[cdjlmnst]|qu)$/i.test(before)) return after;
  return `${before}'${after}`;
}

const segmenters = new Map<string, Intl.Segmenter>();

function addSegmented(words: Word[], run: string, offset: number): void {
  const language = /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(run) ? 'ja' : 'zh';
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, segmenter);
  for (const { segment, index, isWordLike } of segmenter.segment(run)) {
    if (isWordLike === false) continue;
    const start = offset + index;
    const writing = /^\p{N}/u.test(segment) ? 'number' : 'plain';
    words.push({ text: segment, start, end: start + segment.length, writing, isCutShort: false });
  }
}
