import { allSigns, Sign } from '../../text/signs';

const quoted = /["“„«「『]([^"“”„«»「」『』]{2,60})["”“»」』]/g;
const singleQuoted = /(?:^|\s)[‘']([^'‘’]{2,60})[’'](?=[\s.,;:!?]|$)/g;
const quotesAtStart = /^["“„«‘'「『\s]+/;
const leaveOffAtEnd = /["”»’'」』\s,;:–—-]/;

/** Longest handle, in words: more is a sentence, no name. */
const longest = 16;

/** A clause that ends before the fourth word, or within the first four Chinese characters, names nothing. */
const shortest = 3;
const fourHan = /^\p{Script=Han}{4}/u;

/** No clause is looked for beyond this many UTF-16 units. */
const longestOpening = 400;

/**
 * The short name of a statement: the first phrase of up to six words in quotation marks, else the clause that it opens
 * with. `signs`: those that it may hold.
 */
export function handleOf(text: string, signs = allSigns): string {
  return quotedPhrase(text, signs) ?? (openingClause(text, signs) || text);
}

function quotedPhrase(text: string, signs: number): string | undefined {
  if ((signs & (Sign.doubleQuote | Sign.singleQuote)) === 0) return undefined;
  const head = text.length > 600 ? text.slice(0, 600) : text;
  const double = signs & Sign.doubleQuote ? phraseIn(head, quoted, text.length) : undefined;
  const single = signs & Sign.singleQuote ? phraseIn(head, singleQuoted, text.length) : undefined;
  return single && (!double || single.at < double.at) ? single.phrase : double?.phrase;
}

function phraseIn(
  head: string,
  marks: RegExp,
  length: number,
): { readonly phrase: string; readonly at: number } | undefined {
  marks.lastIndex = 0;
  for (let match = marks.exec(head); match; match = marks.exec(head)) {
    const phrase = (match[1] ?? '').trim().replace(/[.,;:]$/, '');
    if (phrase && phrase.length < length - 4 && phrase.split(/\s+/).length <= 6)
      return { phrase, at: match.index };
  }
  return undefined;
}

function openingClause(text: string, signs: number): string {
  const from = quotesAtStart.exec(text)?.[0].length ?? 0;
  const limit = Math.min(text.length, from + longestOpening);
  const minimum =
    endOfWord(text, from, shortest, limit) ?? (fourHan.test(text.slice(from, from + 8)) ? from + 4 : from);
  const mayEnd = minimum > from && (signs & mayEndClause) !== 0;
  let end = mayEnd ? clauseEnd(text, minimum, limit) : limit;
  // No word is shorter than a letter and a space.
  if (end - from >= 2 * longest) end = endOfWord(text, from, longest, end) ?? end;
  while (end > from && leaveOffAtEnd.test(text.charAt(end - 1))) end--;
  return text.slice(from, end);
}

const mayEndClause = Sign.stop | Sign.comma | Sign.dash | Sign.foreign;
const clauseSign = /[。；：！？，→(.;:!?,–—-]/g;

/** Where the clause that goes on at `from` ends: at a stop, a comma, a dash between spaces, an arrow or a bracket; at most at `to`. */
function clauseEnd(text: string, from: number, to: number): number {
  const head = text.length > to ? text.slice(0, to) : text;
  clauseSign.lastIndex = from;
  while (clauseSign.test(head)) {
    const at = clauseSign.lastIndex - 1;
    const sign = text.charAt(at);
    const isAfterSpace = /\s/.test(text.charAt(at - 1));
    if (sign === '→' || sign === '(') return isAfterSpace ? at - 1 : at;
    if ('。；：！？，'.includes(sign)) return at;
    if (at + 1 < text.length && !/\s/.test(text.charAt(at + 1))) continue;
    if (!'–—-'.includes(sign)) return at;
    if (isAfterSpace) return at - 1;
  }
  return to;
}

/** Where the word with this number, counted from 1 at `from`, ends before a space; undefined if that is not before `limit`. */
function endOfWord(text: string, from: number, number: number, limit: number): number | undefined {
  let end = text.indexOf(' ', from);
  for (let word = 1; word < number && end >= 0; word++) end = text.indexOf(' ', end + 1);
  return end >= 0 && end < limit ? end : undefined;
}
