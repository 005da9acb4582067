import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  apartFrom,
  commonOf,
  cosine,
  likeness,
  meaningOf,
  sumOfMeanings,
} from '../../../../src/core/search/meaning';
import { Thesaurus } from '../../../../src/core/search/index';

suite('Meanings of words', () => {
  const east = meaningOf(Int8Array.of(3, 0));
  const north = meaningOf(Int8Array.of(0, 1));

  test('add up by their weights, whatever their lengths', () => {
    const between = sumOfMeanings([
      { meaning: east, weight: 1 },
      { meaning: north, weight: 1 },
      { meaning: undefined, weight: 5 },
    ]);
    assert.equal(cosine(between, east).toFixed(3), Math.SQRT1_2.toFixed(3));
    assert.equal(cosine(between, north).toFixed(3), Math.SQRT1_2.toFixed(3));
    assert.equal(cosine(sumOfMeanings([{ meaning: north, weight: 1 }], east), between).toFixed(3), '0.894');
  });

  test('of unknown words are like nothing', () => {
    assert.equal(sumOfMeanings([{ meaning: undefined, weight: 1 }]), undefined);
    assert.equal(likeness(undefined, east), 0);
    assert.equal(likeness(east, north), 0);
    assert.equal(likeness(east, east).toFixed(3), '0.900');
  });

  test('are told apart without what all have in common', () => {
    const towards = (x: number, y: number) => meaningOf(Float32Array.of(10, x, y));
    const all = [towards(3, 0), towards(-3, 0), towards(0, 3), towards(0, -3)];
    const [first, second] = all;
    assert.ok(cosine(first, second) > 0.8);
    const common = commonOf(Array.from({ length: 20 }, () => all).flat());
    assert.ok(cosine(apartFrom(first, common), apartFrom(second, common)) < 0);
    assert.ok(cosine(apartFrom(first, common), apartFrom(towards(4, 0), common)) > 0.9);
  });

  test('of few texts have little in common that is not chance', () => {
    const common = commonOf([east]);
    assert.ok(cosine(apartFrom(east, common), east) > 0.99);
    assert.equal(commonOf([]), undefined);
    assert.equal(apartFrom(undefined, common), undefined);
    assert.equal(cosine(apartFrom(east, undefined), east), 1);
  });

  test('lie near each other in the table that is shipped where the words are used alike', () => {
    const thesaurus = Thesaurus.read(readFileSync('dist/thesaurus.bin'));
    const meaning = (stem: string) => meaningOf(thesaurus.directionOf(stem) ?? new Int8Array());
    assert.ok(cosine(meaning('bishop'), meaning('clergyman')) > 0.4);
    assert.ok(cosine(meaning('bishop'), meaning('rubber')) < 0.2);
    assert.equal(thesaurus.directionOf('zzz'), undefined);
  });
});
