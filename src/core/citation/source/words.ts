import { spellOutLetters } from '../../text/letters';

/** Lower case, without accents, apostrophes and possessive endings: the form in which names and titles are compared. */
export function foldWord(word: string): string {
  const bare = word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/['’ʼ`´]s$/u, '')
    .replace(/['’ʼ`´ʹ]/gu, '');
  return spellOutLetters(bare);
}

/** The words of `text`, folded. Initials (`J. L.`) are words of one letter. */
export function foldWords(text: string): readonly string[] {
  const words = text.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+(?:['’ʼ`´][\p{L}\p{M}]+)*/gu) ?? [];
  return words.map(foldWord).filter((word) => word !== '');
}

/** Whether `a` and `b` differ by no more than a slip of spelling: one edit from 5 letters on, two from 8 on. */
export function isSpellingDrift(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  const limit = length < 5 ? 0 : length < 8 ? 1 : 2;
  return limit > 0 && Math.abs(a.length - b.length) <= limit && editDistance(a, b, limit) <= limit;
}

/** Damerau–Levenshtein distance (optimal string alignment); anything above `limit` may come out as `limit + 1`. */
export function editDistance(a: string, b: string, limit: number): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let smallest = i;
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (previous[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (isSame ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (beforePrevious[j - 2] ?? 0) + 1);
      row.push(cost);
      smallest = Math.min(smallest, cost);
    }
    if (smallest > limit) return limit + 1;
    [beforePrevious, previous] = [previous, row];
  }
  return previous[b.length] ?? 0;
}
