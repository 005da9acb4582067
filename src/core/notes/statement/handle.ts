const quoted =
  /["“„«「『]([^"“”„«»「」『』]{2,60})["”“»」』]|(?:^|\s)[‘']([^'‘’]{2,60})[’'](?=[\s.,;:!?]|$)/gu;
const mayQuote = /["“„«「『]|(?:^|\s)[‘']/;
const quotesAtStart = /^["“„«‘'「『\s]+/;
const clauseEnd = /[.;:!?](?=\s|$)|[。；：！？，]|,\s|\s[–—-]\s|\s?[→(]/g;
const leaveOffAtEnd = /["”»’'」』\s,;:–—-]/;

/** Longest handle, in words: more is a sentence, no name. */
const longest = 16;

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
  if (!mayQuote.test(text)) return undefined;
  for (const match of text.slice(0, 600).matchAll(quoted)) {
    const phrase = (match[1] ?? match[2] ?? '').trim().replace(/[.,;:]$/, '');
    if (phrase && phrase.length < text.length - 4 && phrase.split(/\s+/).length <= 6) return phrase;
  }
  return undefined;
}

function openingClause(text: string): string {
  const from = quotesAtStart.exec(text)?.[0].length ?? 0;
  const limit = Math.min(text.length, from + longestOpening);
  const opening = from === 0 && limit === text.length ? text : text.slice(from, limit);
  let end = opening.length;
  const minimum = openingWords(opening);
  if (minimum > 0) {
    clauseEnd.lastIndex = minimum;
    end = clauseEnd.exec(opening)?.index ?? end;
  }
  end = Math.min(end, endOfWords(opening, longest));
  while (end > 0 && leaveOffAtEnd.test(opening.charAt(end - 1))) end--;
  return opening.slice(0, end);
}

/** Offset behind the first three words (or four Chinese characters): a clause that ends before that names nothing. */
function openingWords(text: string): number {
  const end = endOfWords(text, 3);
  if (end < text.length) return end;
  return /^\p{Script=Han}{4}/u.exec(text)?.[0].length ?? 0;
}

/** Offset behind the first `count` words, which single spaces divide; the text's length if it has no more than those. */
function endOfWords(text: string, count: number): number {
  let words = 0;
  for (let index = 0; index < text.length; index++)
    if (text.charCodeAt(index) === 32 && ++words === count) return index;
  return text.length;
}
