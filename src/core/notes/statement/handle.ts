const quoted =
  /["“„«「『]([^"“”„«»「」『』]{2,60})["”“»」』]|(?:^|\s)[‘']([^'‘’]{2,60})[’'](?=[\s.,;:!?]|$)/gu;
const anyQuote = /["“„«「『‘']/;
const clauseEnd = /[.;:!?。；：！？](?=\s|$)|[。；：！？，]|,\s|\s[–—-]\s|\s?[→(]/u;

/** Longest handle, in words: more is a sentence, no name. */
const longest = 16;

/**
 * The short name of a statement: the first phrase of up to six words in quotation marks, else the clause that it opens
 * with.
 */
export function handleOf(text: string): string {
  const marked = anyQuote.test(text) ? text.slice(0, 600) : '';
  for (const match of marked.matchAll(quoted)) {
    const phrase = (match[1] ?? match[2] ?? '').trim().replace(/[.,;:]$/, '');
    if (phrase && phrase.length < text.length - 4 && phrase.split(/\s+/).length <= 6) return phrase;
  }
  const opening = text.slice(0, 400).replace(/^["“„«‘'「『]+/, '');
  const minimum = openingWords(opening);
  const end = minimum === 0 ? -1 : opening.slice(minimum).search(clauseEnd);
  const clause = end < 0 ? opening : opening.slice(0, minimum + end);
  const words = clause.split(' ');
  return (
    (words.length > longest ? words.slice(0, longest).join(' ') : clause).replace(
      /["”»’'」』\s,;:–—-]+$/u,
      '',
    ) || text
  );
}

/** Offset behind the first three words (or four Chinese characters): a clause that ends before that names nothing. */
function openingWords(text: string): number {
  return /^(?:\S+\s+){3}|^\p{Script=Han}{4}/u.exec(text)?.[0].trimEnd().length ?? 0;
}
