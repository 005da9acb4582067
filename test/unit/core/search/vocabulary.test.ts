import assert from 'node:assert/strict';
import { findSimilar } from '../../../../src/core/search/similarTerms';
import { Vocabulary } from '../../../../src/core/search/vocabulary';
import { mergeVocabularies } from '../../../../src/core/search/vocabularyMerge';
import { finish } from '../../../../src/core/util/steps';

const terms = [
  'pas',
  'pass',
  'passes',
  'passing',
  'past',
  'sap',
  'spass',
  'stalin',
  'volunteer',
  'volunteers',
  'в',
];
const vocabulary = Vocabulary.of(terms);

const termsOf = (words: Vocabulary): string[] =>
  Array.from({ length: words.size }, (_, term) => words.at(term));

function similar(word: string, slips: number, asPrefix = false): Record<string, number> {
  const found: Record<string, number> = {};
  findSimilar(vocabulary, word, slips, asPrefix, (term, distance) => (found[vocabulary.at(term)] = distance));
  return found;
}

/** Optimal string alignment by its definition, to check the table that neighbours share. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => i + j),
  );
  const at = (i: number, j: number) => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      let cost = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, at(i - 2, j - 2) + 1);
      const row = rows[i];
      if (row) row[j] = cost;
    }
  return at(a.length, b.length);
}

suite('Vocabulary', () => {
  test('finds terms and everything with a beginning', () => {
    assert.equal(vocabulary.at(vocabulary.find('passing')), 'passing');
    assert.equal(vocabulary.find('passin'), -1);
    const [from, to] = vocabulary.startingWith('pass');
    assert.deepEqual(termsOf(vocabulary).slice(from, to), ['pass', 'passes', 'passing']);
    assert.deepEqual(vocabulary.startingWith('zz'), [10, 10]);
  });

  test('finds what is similar: exactly what the definition of the distance says', () => {
    for (const word of ['pass', 'psas', 'stlain', 'volunters', 'vlounteer', 'sap', 'xyz'])
      for (const slips of [1, 2]) {
        const expected = Object.fromEntries(
          termsOf(vocabulary)
            .map((term) => [term, distance(word, term)] as const)
            .filter(([, slip]) => slip <= slips),
        );
        assert.deepEqual(similar(word, slips), expected, `${word} ${slips}`);
      }
  });

  test('is the same whether its terms came from one list or from several', () => {
    const words = [
      'a',
      'a\0',
      'abcdef',
      'abcdefg',
      'abcdeg',
      'ab\u00fe',
      'ab\u00ff',
      'ab\u00ffz',
      'ab\u0100a',
      'ab\u4e2d',
      'z',
    ];
    const lists = [0, 1, 2, 3].map((part) => words.filter((_, i) => (i * 7) % 4 <= part).sort());
    const all = [...new Set(lists.flat())].sort();
    const {
      vocabulary: merged,
      newNumbers,
      holderStarts,
      holders,
      oldNumbers,
    } = finish(mergeVocabularies(lists.map((list) => Vocabulary.of(list))));
    assert.deepEqual(termsOf(merged), all);
    lists.forEach((list, part) =>
      assert.deepEqual(
        Array.from(newNumbers[part] ?? []),
        list.map((term) => all.indexOf(term)),
      ),
    );
    all.forEach((term, number) => {
      const held = Array.from(
        { length: (holderStarts[number + 1] ?? 0) - (holderStarts[number] ?? 0) },
        (_, i) => {
          const at = (holderStarts[number] ?? 0) + i;
          return [holders[at], oldNumbers[at]];
        },
      );
      const expected = lists.flatMap((list, part) =>
        list.includes(term) ? [[part, list.indexOf(term)]] : [],
      );
      assert.deepEqual(held, expected, term);
    });
  });

  test('finds what begins similarly', () => {
    assert.deepEqual(Object.keys(similar('volnu', 1, true)), ['volunteer', 'volunteers']);
    assert.deepEqual(Object.keys(similar('stlai', 1, true)), ['stalin']);
  });
});
