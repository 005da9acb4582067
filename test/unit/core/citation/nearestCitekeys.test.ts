import assert from 'node:assert/strict';
import { nearestCitekeys } from '../../../../src/core/citation/nearestCitekeys';

suite('nearestCitekeys', () => {
  const known = ['zubok1996', 'gaddis2005', 'gaddis1997', 'leffler2007'];

  for (const [typed, nearest] of [
    ['zubok96', 'zubok1996'],
    ['zubk1996', 'zubok1996'],
    ['gadis2005', 'gaddis2005'],
    ['Leffler2007', 'leffler2007'],
  ] as const) {
    test(`${typed} → ${nearest}`, () => assert.equal(nearestCitekeys(typed, known)[0], nearest));
  }

  test('nothing near', () => assert.deepEqual(nearestCitekeys('westad2017', ['zubok1996']), []));
});
