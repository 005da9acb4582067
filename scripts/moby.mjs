// Likeness of words by the Moby Thesaurus (the package moby; public domain): 30,000 lists of words that may stand for a head word.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { stem } from './stems.mjs';

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
 * For each stem of `lists`, those that stand in the same lists and of which `isTarget` holds: the cosine of their sets of lists,
 * weighed by how short each list is (from 0 to 1), the likest first, at most `limit`.
 */
export function* likeWords(lists, isTarget, limit) {
  const holders = new Map();
  lists.forEach((stems, number) => {
    for (const each of stems) {
      const held = holders.get(each);
      if (held) held.push(number);
      else holders.set(each, [number]);
    }
  });
  for (const [each, held] of holders) if (held.length < fewestLists) holders.delete(each);
  const weights = Float64Array.from(lists, (stems) => Math.log(holders.size / stems.length) ** 2);
  const norm = (held) => Math.sqrt(held.reduce((sum, list) => sum + weights[list], 0));
  const targets = [...holders.keys()].filter(isTarget);
  const norms = Float64Array.from(targets, (each) => norm(holders.get(each)));
  const numbers = new Map(targets.map((each, number) => [each, number]));
  const members = lists.map((stems) =>
    Int32Array.from(stems.filter((each) => numbers.has(each)).map((each) => numbers.get(each))),
  );
  const shared = new Float64Array(targets.length);
  for (const [from, held] of holders) {
    shared.fill(0);
    for (const list of held) {
      const inList = members[list];
      for (let i = 0; i < inList.length; i++) shared[inList[i]] += weights[list];
    }
    const ownNorm = norm(held);
    const least = leastLikeness * ownNorm;
    const like = [];
    for (let other = 0; other < shared.length; other++)
      if (shared[other] > least * norms[other] && targets[other] !== from) like.push(other);
    yield [
      from,
      like
        .map((other) => [targets[other], shared[other] / (ownNorm * norms[other])])
        .sort((a, b) => b[1] - a[1])
        .slice(0, limit),
    ];
  }
}
