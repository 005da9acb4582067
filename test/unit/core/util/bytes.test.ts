import assert from 'node:assert/strict';
import { checksumSteps, sealed } from '../../../../src/core/util/bytes';
import { finish } from '../../../../src/core/util/steps';

const sumOf = (...words: readonly number[]) =>
  finish(checksumSteps(new Uint8Array(Uint32Array.from(words).buffer)));

suite('Checksums', () => {
  test('are MurmurHash3’s, by its published examples', () => {
    assert.equal(sumOf(), 0);
    assert.equal(sumOf(0xffffffff), 0x76293b50);
    assert.equal(sumOf(0x87654321), 0xf55b516b);
  });

  test('notice what is changed alike in two places', () => {
    const words = Array.from({ length: 64 }, (_, i) => i * 0x01010101);
    const whole = sumOf(...words);
    for (let bit = 0; bit < 32; bit++)
      for (let other = 1; other < words.length; other++)
        assert.notEqual(
          sumOf(...words.map((word, i) => (i === 0 || i === other ? word ^ (1 << bit) : word))),
          whole,
        );
  });

  test('hold for lengths as well', () => {
    const sum = sumOf(1, 2, 3);
    assert.notEqual(sealed(sum, Uint32Array.of(8, 16)), sealed(sum, Uint32Array.of(16, 8)));
    assert.notEqual(
      sealed(sum, Uint32Array.of(8 ^ 0x80000000, 16 ^ 0x80000000)),
      sealed(sum, Uint32Array.of(8, 16)),
    );
  });
});
