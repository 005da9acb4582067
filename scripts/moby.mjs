// Likeness of words by the Moby Thesaurus (the package moby; public domain): 30,000 lists of words that may stand for a head word.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { stem } from 'porter2';

const require = createRequire(import.meta.url);
/** The lists, as stems. */
export const mobyLists = () =>
  readFileSync(join(dirname(require.resolve('moby/package.json')), 'words.txt'), 'utf8')
    .toLowerCase()
    .split(/\r?\n/)
    .map((line) => line.split(',').filter((word) => /^[a-z]{3,}$/.test(word)))
    .map((words) => [...new Set(words.map((word) => stem(word)))])
    .filter((stems) => stems.length > 1);

const leastLikeness = 0.04;
/** A stem in fewer lists than this is too rare to be compared. */
const fewestLists = 2;

/**
 * For each stem, those that stand in the same lists: the cosine of their sets of lists, weighed by how short each list is
 * (from 0 to 1), the likest first, at most `limit`.
 */
export function* likeWords(limit) {
  const numbers = new Map();
  const holders = [];
  const members = mobyLists().map((stems) =>
    stems.map((each) => {
      if (!numbers.has(each)) numbers.set(each, numbers.size);
      return numbers.get(each);
    }),
  );
  members.forEach((list, number) => {
    for (const each of list) (holders[each] ??= []).push(number);
  });
  const stems = [...numbers.keys()];
  const weights = members.map((list) => Math.log(stems.length / list.length) ** 2);
  const norms = holders.map((held) => Math.sqrt(held.reduce((sum, list) => sum + weights[list], 0)));
  const shared = new Float64Array(stems.length);
  for (const [number, held] of holders.entries()) {
    if (held.length < fewestLists) continue;
    const met = [];
    for (const list of held)
      for (const other of members[list]) {
        if (shared[other] === 0) met.push(other);
        shared[other] += weights[list];
      }
    const like = [];
    for (const other of met) {
      const likeness = shared[other] / (norms[number] * norms[other]);
      shared[other] = 0;
      if (other !== number && likeness > leastLikeness && holders[other].length >= fewestLists)
        like.push([stems[other], likeness]);
    }
    yield [stems[number], like.sort((a, b) => b[1] - a[1]).slice(0, limit)];
  }
}
