import type { Span } from './position';

/** Words that end in a full stop without ending the sentence, without that stop, lower case. */
const ABBREVIATIONS = new Set(
  (
    'mr mrs ms messrs dr prof rev st sts gen col maj sgt lt capt cpt adm cmdr sen rep gov pres hon fr ' +
    'vs cf ca viz e.g i.e ed eds trans jan feb mar apr jun jul aug sep sept oct nov dec'
  ).split(' '),
);

/** The same, if a number follows: most of them are words too. */
const BEFORE_NUMBERS = new Set('c p pp vol vols ch chs no nos fig figs art par sec fol fols ed'.split(' '));

/** What a sentence commonly begins with: decides after "U.S." and the like, which end a sentence or do not. */
const OPENERS = new Set(
  (
    'the a an this that these those he she it they we i you his her its their our in on at by for from to with when while ' +
    'after before although though because since if as but and yet so however moreover instead thus there here what why how who'
  ).split(' '),
);

const TERMINATOR = /[.!?…]+(["'”’»)\]]*)(?=\s|$)|[。！？｡]+[」』）》”’]*/gu;

/** Whether the full stop before `end` (exclusive) belongs to an abbreviation or an initial rather than to a sentence. */
function isAbbreviation(text: string, end: number, next: string): boolean {
  const word = /[\p{L}\p{N}.]*$/u.exec(text.slice(Math.max(0, end - 24), end - 1))?.[0] ?? '';
  if (ABBREVIATIONS.has(word.toLowerCase())) return true;
  if (BEFORE_NUMBERS.has(word.toLowerCase()) && /^(?:\d|[ivxlc]+$)/i.test(next)) return true;
  if (/^\p{Lu}$/u.test(word)) return word !== 'I';
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word)) return !OPENERS.has(next.toLowerCase());
  return false;
}

/**
 * Splits a paragraph of prose into sentences, as spans without the white space around them. A sentence ends at `.`, `!`,
 * `?` or `…` with the quotation marks and brackets that close on it, if a new one plausibly begins after it; at `。`, `！`,
 * `？` always. Abbreviations, initials and a lower-case continuation (`"Why?" he asked`) don't end one.
 */
export function splitSentences(text: string): readonly Span[] {
  const sentences: Span[] = [];
  let start = 0;
  const push = (end: number) => {
    const slice = text.slice(start, end);
    const trimmed = slice.trim();
    if (trimmed !== '') {
      const from = start + slice.indexOf(trimmed);
      sentences.push({ start: from, end: from + trimmed.length });
    }
    start = end;
  };
  for (const match of text.matchAll(TERMINATOR)) {
    const end = match.index + match[0].length;
    const next = /^\s+["'“‘«([]*([\p{L}\p{N}'’]*)/u.exec(text.slice(end, end + 48))?.[1] ?? '';
    if (/^\p{Ll}/u.test(next)) continue;
    const stop = end - (match[1]?.length ?? 0);
    if (text[stop - 1] === '.' && match[0].startsWith('.') && isAbbreviation(text, stop, next)) continue;
    push(end);
  }
  push(text.length);
  return sentences;
}
