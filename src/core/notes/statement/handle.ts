const quoted = /["“„«「『]([^"“”„«»「」『』]{2,60})["”“»」』]/g;
const singleQuoted = /(?:^|\s)[‘']([^'‘’]{2,60})[’'](?=[\s.,;:!?]|$)/g;
const doubleMark = /["“„«「『]/;
const singleMark = /['‘]/;
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
 * with.
 */
export function handleOf(text: string): string {
  return quotedPhrase(text) ?? (openingClause(text) || text);
}

function quotedPhrase(text: string): string | undefined {
  const head = text.length > 600 ? text.slice(0, 600) : text;
  const double = doubleMark.test(head) ? phraseIn(head, quoted, text.length) : undefined;
  const single = singleMark.test(head) ? phraseIn(head, singleQuoted, text.length) : undefined;
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

function openingClause(text: string): string {
  const from = quotesAtStart.exec(text)?.[0].length ?? 0;
  const limit = Math.min(text.length, from + longestOpening);
  const { minimum, maximum } = firstWords(text, from, limit);
  let end = minimum > from ? clauseEnd(text, minimum, maximum) : maximum;
  while (end > from && leaveOffAtEnd.test(text.charAt(end - 1))) end--;
  return text.slice(from, end);
}

/** Where the clause that goes on at `from` ends: at a stop, a comma, a dash between spaces, an arrow or a bracket; at most at `to`. */
function clauseEnd(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 32 || (code >= 97 && code <= 122)) continue;
    const sign = text.charAt(at);
    if ('。；：！？，'.includes(sign)) return at;
    const isBeforeSpace = at + 1 === text.length || /\s/.test(text.charAt(at + 1));
    if (isBeforeSpace && '.;:!?,'.includes(sign)) return at;
    const isAfterSpace = /\s/.test(text.charAt(at - 1));
    if (isBeforeSpace && isAfterSpace && '–—-'.includes(sign)) return at - 1;
    if (sign === '→' || sign === '(') return isAfterSpace ? at - 1 : at;
  }
  return to;
}

/** Where the third word, or the fourth Chinese character, ends, `from` if there is none; and where the longest name ends. */
function firstWords(
  text: string,
  from: number,
  limit: number,
): { readonly minimum: number; readonly maximum: number } {
  let minimum = from;
  let space = text.indexOf(' ', from);
  for (let words = 1; space >= 0 && space < limit; words++) {
    if (words === shortest) minimum = space;
    if (words === longest) return { minimum, maximum: space };
    space = text.indexOf(' ', space + 1);
  }
  if (minimum === from && fourHan.test(text.slice(from, from + 8))) minimum += 4;
  return { minimum, maximum: limit };
}
