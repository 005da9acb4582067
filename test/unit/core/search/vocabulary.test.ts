import assert from 'node:assert/strict';
import { findSimilar } from '../../../../src/core/search/similarTerms';
import { Vocabulary } from '../../../../src/core/search/vocabulary';

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
const vocabulary = Vocabulary.of([...terms].sort());

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
    assert.deepEqual(vocabulary.all().slice(from, to), ['pass', 'passes', 'passing']);
    assert.deepEqual(vocabulary.startingWith('zz'), [10, 10]);
  });

  test('finds what is similar: exactly what the definition of the distance says', () => {
    for (const word of ['pass', 'psas', 'stlain', 'volunters', 'vlounteer', 'sap', 'xyz'])
      for (const slips of [1, 2]) {
        const expected = Object.fromEntries(
          vocabulary
            .all()
            .map((term) => [term, distance(word, term)] as const)
            .filter(([, slip]) => slip <= slips),
        );
        assert.deepEqual(similar(word, slips), expected, `${word} ${slips}`);
      }
  });

  test('finds what begins similarly', () => {
    assert.deepEqual(Object.keys(similar('volnu', 1, true)), ['volunteer', 'volunteers']);
    assert.deepEqual(Object.keys(similar('stlai', 1, true)), ['stalin']);
  });
});
