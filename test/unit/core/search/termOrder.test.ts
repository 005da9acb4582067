import assert from 'node:assert/strict';
import { inOrder } from '../../../../src/core/search/termOrder';

const inOrderOf = (terms: readonly string[]): string[] =>
  Array.from(inOrder(terms), (place) => terms[place] ?? '');

suite('inOrder', () => {
  test('orders as the sorting of strings does, wide letters and common beginnings included', () => {
    const terms =
      'volunteers volunteer volunt vol z a ab abcde abcdefg abcdef abcdf \u00fez \u00ff \u00ffz \u0100a \u4e2d \ud83d\ude00 a\0'
        .split(' ')
        .concat('');
    assert.deepEqual(inOrderOf(terms), terms.slice().sort());
  });

  test('orders more terms than a number has room for', () => {
    const terms = Array.from({ length: 10_000 }, (_, i) => ((i * 7919) % 10_000).toString(36));
    assert.deepEqual(inOrderOf(terms), terms.slice().sort());
  });
});
