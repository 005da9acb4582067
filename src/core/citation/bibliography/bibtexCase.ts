/** Short words that title case leaves small: braces around them alone protect nothing. */
const smallWords = new Set(
  'a an and as at but by down for from in into nor of on onto or over so the till to up via with yet'.split(
    ' ',
  ),
);

/** A group that is no argument of a macro or of `^` and `_`, with the letters that touch it. */
const protectedGroup =
  /(?<!\\[A-Za-z]+\*?|\\[^A-Za-z\s]|[\\^_{\p{L}\p{N}'’-])[\p{L}\p{N}'’-]*\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})+\}[\p{L}\p{N}'’-]*/gu;

function isChangedByTitleCase(text: string): boolean {
  const words = text.replace(/\\[A-Za-z]+|[{}]/g, '').split(/\s+/);
  return words.some((word, index) => /^\p{Ll}/u.test(word) && (index === 0 || !smallWords.has(word)));
}

/**
 * Marks the braced parts of a LaTeX title as `<span class="nocase">`, which keeps styles from changing their capitals:
 * only those that title case would change, because capitals themselves are never taken away from a title.
 */
export function protectCase(title: string): string {
  return title.replace(protectedGroup, (match) =>
    isChangedByTitleCase(match) ? `<span class="nocase">${match}</span>` : match,
  );
}
