import type { Quotation } from '../essay/quotations';
import type { LibraryArgument } from '../notes/libraryArgument';
import { isStopWord } from '../search/language';
import type { ArgumentIndex } from '../search/index';
import { type Alignment, alignQuotation } from './alignQuotation';
import {
  isUnspaced,
  type NotedWord,
  notedWords,
  type QuotedToken,
  quotedTokens,
  wordsQuoted,
} from './quotedWords';

/** A quotation of the essay beside an argument of the notes. */
export interface QuotationMatch {
  readonly argument: LibraryArgument;
  readonly alignment: Alignment;
  readonly tokens: readonly QuotedToken[];
  readonly words: readonly NotedWord[];
  /** Whether the notes mark these words as quoted from the source. */
  readonly isMarked: boolean;
}

/** What the notes say to a quotation. */
export interface QuotationMatches {
  /** Number of words that are quoted. */
  readonly length: number;
  /** Arguments that hold the quoted words to the letter. */
  readonly exact: readonly QuotationMatch[];
  /** Arguments that all but hold them, the nearest first; empty if there are exact ones. */
  readonly near: readonly QuotationMatch[];
}

/** An argument's words, and which of them stand in quotation marks. */
interface NotedText {
  readonly words: readonly NotedWord[];
  /** Indexes of the first word of each, and of the one after its last. */
  readonly quoted: readonly { readonly first: number; readonly end: number }[];
}

/** Candidates by the words they share with the quotation. */
const MAX_CANDIDATES = 12;
const INNER_QUOTES =
  /["“„«]([^"“”„«»]+)["”“»]|(?<![\p{L}\p{N}])[‘']([^‘’']+(?:[’'](?=\p{L})[^‘’']+)*)[’'](?![\p{L}\p{N}])/gu;

/** Compares quotations with the notes of one state of the library; remembers both sides. */
export class QuotationMatcher {
  readonly #index: ArgumentIndex;
  readonly #arguments: ReadonlyMap<string, LibraryArgument>;
  readonly #texts = new Map<string, NotedText>();
  readonly #matches = new Map<string, QuotationMatches>();

  constructor(index: ArgumentIndex, args: ReadonlyMap<string, LibraryArgument>) {
    this.#index = index;
    this.#arguments = args;
  }

  match({ words }: Quotation): QuotationMatches {
    const known = this.#matches.get(words);
    if (known) return known;
    const matches = this.#compare(words);
    if (this.#matches.size > 2000) this.#matches.clear();
    this.#matches.set(words, matches);
    return matches;
  }

  #compare(quoted: string): QuotationMatches {
    const tokens = quotedTokens(quoted);
    const length = wordsQuoted(tokens);
    if (length === 0) return { length, exact: [], near: [] };
    const all = this.#index.rank(quoted, MAX_CANDIDATES).flatMap(({ argument: { id } }): QuotationMatch[] => {
      const argument = this.#arguments.get(id);
      if (!argument) return [];
      const { words, quoted: marked } = this.#textOf(argument);
      const alignment = alignQuotation(tokens, words);
      const isMarked =
        argument.argument.kind === 'quotation' ||
        marked.some(({ first, end }) => first < alignment.end && alignment.first < end);
      return [{ argument, alignment, tokens, words, isMarked }];
    });
    const exact = all.filter(({ alignment }) => alignment.cost === 0);
    if (exact.length > 0) return { length, exact, near: [] };
    const near = all
      .filter((match) => isNear(match, length, this.#textOf(match.argument)))
      .sort((a, b) => a.alignment.cost - b.alignment.cost || Number(b.isMarked) - Number(a.isMarked));
    return { length, exact, near };
  }

  #textOf({ id, argument }: LibraryArgument): NotedText {
    const known = this.#texts.get(id);
    if (known) return known;
    const words = notedWords(argument.text);
    const quoted = [...argument.text.matchAll(INNER_QUOTES)].flatMap(({ index, 0: all }) => {
      const first = words.findIndex(({ start }) => start >= index);
      const end = words.findLastIndex((word) => word.end <= index + all.length) + 1;
      return first >= 0 && first < end ? [{ first, end }] : [];
    });
    if (argument.kind === 'quotation') quoted.push({ first: 0, end: words.length });
    const text = { words, quoted };
    this.#texts.set(id, text);
    return text;
  }
}

/**
 * Whether a quotation is a slip of the pen away from a note's words, and not merely like them. Of words that the notes
 * mark as quoted less must agree; two or three words only if they are all that is marked there.
 */
function isNear(
  { alignment, tokens, words, isMarked }: QuotationMatch,
  length: number,
  text: NotedText,
): boolean {
  const { cost, matched, differences, first, end } = alignment;
  // Other words share characters as well: more of them must agree.
  if (isUnspaced(tokens))
    return length >= 4 && matched.length >= 6 && cost <= Math.max(1, Math.floor(length / 2));
  const telling = matched.filter((at) => !isStopWord(words[at]?.folded ?? '', 'en')).length;
  if (!isMarked) return length >= 6 && cost <= Math.max(1, Math.floor(length / 5)) && telling >= 3;
  if (length >= 4 && telling >= 2 && matched.length >= 3) return cost <= Math.max(1, Math.round(length / 3));
  const isWhole = text.quoted.some(
    (phrase) =>
      Math.abs(phrase.end - phrase.first - length) <= 1 && phrase.first <= first && end <= phrase.end,
  );
  if (length < 2 || cost !== 1 || telling < 1 || !isWhole) return false;
  return matched.length >= 2 || differences.every((difference) => isVariant(difference, tokens, words));
}

const SHARED_BEGINNING = 4;
const SHARED_ENDING = 6;

/** "romance" for "romanticism", "inferiority" for "superiority": another form of the same word, or its counterpart. */
function isVariant(
  { quoted, noted }: Alignment['differences'][number],
  tokens: readonly QuotedToken[],
  words: readonly NotedWord[],
): boolean {
  const token = tokens[quoted.start];
  const word = words[noted.start]?.folded ?? '';
  if (token?.kind !== 'word' || word.length < SHARED_BEGINNING) return false;
  const ending = word.slice(-SHARED_ENDING);
  return (
    token.folded.startsWith(word.slice(0, SHARED_BEGINNING)) ||
    (ending.length === SHARED_ENDING && token.folded.endsWith(ending))
  );
}
