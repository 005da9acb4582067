/** Small words by which a title in another language shows; none of them is an English word. */
const foreignWords = new Set(
  (
    'le les des du et une dans pour sur sous aux ' +
    'der das den dem des und ein eine einer im zur zum von vom mit für über nach zwischen ' +
    'il lo gli della delle degli dei nel nella di una per ' +
    'el los las del y una para en de la entre ' +
    'het een van voor het met ' +
    'os uma nas dos e ' +
    'och av det på til og ved i w z na do o'
  ).split(' '),
);
const englishWords = new Set('the of and in a an on for to from with by its at'.split(' '));

/**
 * Whether a title without a stated language is plainly not English: another script, or small words of another language
 * and none of English. Only English titles are put in title case; of any other the words stay as they are.
 */
export function looksForeign(title: string): boolean {
  const words = title.match(/\p{L}+/gu) ?? [];
  if (words.length === 0) return false;
  if (!words.some((word) => /\p{Script=Latin}/u.test(word))) return true;
  const small = words.slice(1).filter((word) => word === word.toLowerCase());
  return (
    small.some((word) => foreignWords.has(word)) &&
    !words.some((word) => englishWords.has(word.toLowerCase()))
  );
}
