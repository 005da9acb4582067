const quoted =
  /["“„«「『]([^"“”„«»「」『』]{2,60})["”“»」』]|(?:^|\s)[‘']([^'‘’]{2,60})[’'](?=[\s.,;:!?]|$)/gu;
const mayQuote = /["“„«「『]|(?:^|\s)[‘']/;
const quotesAtStart = /^["“„«‘'「『\s]+/;
const clauseEnd = /[.;:!?](?=\s|$)|[。；：！？，]|,\s|\s[–—-]\s|\s?[→(]/g;
const leaveOffAtEnd = /["”»’'」』\s,;:–—-]/;

/** Longest handle, in words: more is a sentence, no name. */
const longest = 16;

const longestName = new RegExp(`^(?:[^ ]* ){${String(longest - 1)}}[^ ]*(?= )`);

/** A clause that ends before the fourth word, or within the first four Chinese characters, names nothing. */
const openingWords = /^(?:[^ ]* ){2}[^ ]*(?= )|^\p{Script=Han}{4}/u;

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
  const minimum = openingWords.exec(opening)?.[0].length ?? 0;
  if (minimum > 0) {
    clauseEnd.lastIndex = minimum;
    end = clauseEnd.exec(opening)?.index ?? end;
  }
  if (end > 2 * longest) end = Math.min(end, longestName.exec(opening)?.[0].length ?? end);
  while (end > 0 && leaveOffAtEnd.test(opening.charAt(end - 1))) end--;
  return opening.slice(0, end);
}
