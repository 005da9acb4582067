const quoted =
  /["“„«「『]([^"“”„«»「」『』]{2,60})["”“»」』]|(?:^|\s)[‘']([^'‘’]{2,60})[’'](?=[\s.,;:!?]|$)/gu;
const mayQuote = /["“„«「『]|(?:^|\s)[‘']/;
const quotesAtStart = /^["“„«‘'「『\s]+/;
const clauseEnd = /[.;:!?](?=\s|$)|[。；：！？，]|,\s|\s[–—-]\s|\s?[→(]/g;
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
  const { minimum, maximum } = firstWords(text, from, limit);
  let end = maximum;
  if (minimum > from) {
    clauseEnd.lastIndex = minimum;
    end = Math.min(end, clauseEnd.exec(text)?.index ?? end);
  }
  while (end > from && leaveOffAtEnd.test(text.charAt(end - 1))) end--;
  return text.slice(from, end);
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
