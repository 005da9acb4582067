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

/** Punctuation that can't begin a sentence, perhaps behind brackets: `"Why?" (Hale 23).` */
const GOES_ON = /^\s+(?:»(?=\p{P})|(?:\([^()]*\)|\[[^[\]]*\])?\s*[.,;:!?])/u;
/** A citation in brackets behind the full stop, which ends with a page or a year: `So it was. (Hale 23)` */
const CITED_BEHIND = /^\s+\([^().]*(?:\.[^().]*)*\d(?:ff?\.?|n\d+)?\)(?=\s*$|\s+\P{Ll})/u;
/** How long such brackets may be. */
const MAX_BRACKETS = 240;

/** French puts a space before the guillemet that closes. */
const TERMINATOR = /[.!?…]+(\s»|["'”’»)\]*_]*)(?=\s|$)|[。！？｡]+[」』）》”’]*/gu;

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
 * `？` always. The marks of emphasis are no part of the words. Abbreviations, initials and what goes on in lower case (`"Why?" he asked`, `"Why?" – so he said`) or after a citation in brackets
 * (`"Why?" (Hale 23), he asked`) don't end one.
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
    const next =
      /^\s+(?:[—–-]+\s+)?["'“‘«([*_]*([\p{L}\p{N}'’]*)/u.exec(text.slice(end, end + 48))?.[1] ?? '';
    const rest = text.slice(end, end + MAX_BRACKETS);
    const cited = CITED_BEHIND.exec(rest)?.[0].length ?? 0;
    if (cited === 0 && (/^\p{Ll}/u.test(next) || GOES_ON.test(rest))) continue;
    const stop = end - (match[1]?.length ?? 0);
    if (text[stop - 1] === '.' && match[0].startsWith('.') && isAbbreviation(text, stop, next)) continue;
    push(end + cited);
  }
  push(text.length);
  return sentences;
}
