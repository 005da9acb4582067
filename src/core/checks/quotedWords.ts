import { fold } from '../search/fold';

/** A word, or a place where words may have been left out, of a quotation in an essay. */
export type QuotedToken =
  | {
      readonly kind: 'word';
      readonly start: number;
      readonly end: number;
      /** In the form in which words are compared, without brackets. */
      readonly folded: string;
      /** Whether a word of the notes is the one that is quoted. */
      readonly isWord: (folded: string) => boolean;
    }
  /** `…`, or words in brackets that stand for others: any number of words, up to `longest`. */
  | { readonly kind: 'gap'; readonly longest: number };

/** A word of the notes, in the form in which words are compared. */
export interface NotedWord {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/** Scripts that put no spaces between words: each character is compared for itself. */
const UNSPACED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]`;
const TOKEN = new RegExp(
  String.raw`…|\.{3,}|\. \. \.|(?<![\p{L}\p{N}])\[[^\]]*\](?!\p{L})|${UNSPACED}|(?:(?!${UNSPACED})[\p{L}\p{M}\p{N}]|\[\p{L}+\](?=\p{L})|(?<=\p{L})\[\p{L}*\]|['’ʼ](?=\p{L}))+`,
  'gu',
);
const SPACED_WORD = String.raw`(?:(?!${UNSPACED})[\p{L}\p{M}\p{N}])+`;
const WORD = new RegExp(`${UNSPACED}|${SPACED_WORD}(?:['’ʼ]${SPACED_WORD})*`, 'gu');
const unspaced = new RegExp(UNSPACED, 'u');
/**
 * Who says it, which French and Russian put inside the marks: `« La foule, écrit-il, attendait »`,
 * `«Толпа, — пишет Фосс, — ждала»`.
 */
const ASIDE =
  /(?<=,\s)(?:(?:\p{L}+[’'])?\p{Ll}+(?:-t)?-(?:il|elle|on|ils|elles)|(?:écrit|dit|note|affirme|explique|conclut|poursuit|ajoute|précise|observe|souligne|rappelle)\s(?:l[’'])?\p{L}+(?:\s\p{Lu}\p{L}+)?)(?=,)|(?<=[,.!?]\s?[—–]\s)\p{Ll}+\s[\p{L}.]+(?:\s\p{Lu}[\p{L}.]+)?(?=[,.]\s?[—–])/gu;
/** Words that a bracket may stand for. */
const LONGEST_REPLACED = 8;

/**
 * The words of a quotation, offsets in `text`: typography, case and final punctuation are no part of them, `[sic]` and who
 * says it are left out, `[t]he` is the word "the".
 */
export function quotedTokens(text: string): readonly QuotedToken[] {
  const tokens: QuotedToken[] = [];
  const asides = [...text.matchAll(ASIDE)].map(({ index, 0: { length } }) => ({
    index,
    end: index + length,
  }));
  for (const match of text.matchAll(TOKEN)) {
    const [written] = match;
    if (asides.some(({ index, end }) => index <= match.index && match.index < end)) continue;
    const span = { start: match.index, end: match.index + written.length };
    if (/^(?:…|\.)/.test(written) || /^\[\s*(?:…|\.{3})\s*\]$/.test(written))
      tokens.push({ kind: 'gap', longest: Infinity });
    else if (/^\[\s*sic\s*[!?]?\s*\]$/i.test(written)) continue;
    else if (/^\[[^\]]*\]$/.test(written)) tokens.push({ kind: 'gap', longest: LONGEST_REPLACED });
    else tokens.push({ kind: 'word', ...span, ...comparableWord(written) });
  }
  return tokens;
}

function comparableWord(written: string): {
  readonly folded: string;
  readonly isWord: (folded: string) => boolean;
} {
  const folded = comparable(written.replace(/[[\]]/g, ''));
  if (!written.includes('[')) return { folded, isWord: (word) => word === folded };
  const kept = comparable(written.replace(/\[\p{L}*\]/gu, ''));
  return {
    folded,
    isWord: (word) => word === folded || (kept.length >= 2 && (word.startsWith(kept) || word.endsWith(kept))),
  };
}

export function notedWords(text: string): readonly NotedWord[] {
  return [...text.matchAll(WORD)].map((match) => ({
    folded: comparable(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** How many words are quoted; two characters of a script without spaces count as one. */
export function wordsQuoted(tokens: readonly QuotedToken[]): number {
  const words = tokens.filter((token) => token.kind === 'word');
  const characters = words.filter(({ folded }) => unspaced.test(folded)).length;
  return words.length - characters + Math.floor(characters / 2);
}

/** Whether most of a quotation is in a script without spaces. */
export const isUnspaced = (tokens: readonly QuotedToken[]): boolean =>
  wordsQuoted(tokens) < tokens.filter(({ kind }) => kind === 'word').length * 0.75;

/** Case, accents, apostrophes and the two spellings of English are no difference between words. */
function comparable(word: string): string {
  const folded = fold(word).replace(/['’ʼ]/g, '');
  if (folded.length < 5) return folded;
  return folded
    .replace(/our(?=(?:s|ed|ing|able|hood|ite|ites|ly)?$)/, 'or')
    .replace(/([iy])s(?=(?:e|ed|es|er|ers|ing|ation|ations)$)/, '$1z')
    .replace(/ll(?=(?:ed|ing|er|ers)$)/, 'l')
    .replace(/tre(?=s?$)/, 'ter');
}
