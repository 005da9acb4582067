import assert from 'node:assert/strict';
import { readPageState } from '../../../src/panel/pageState';

suite('Kept state of the page', () => {
  test('is taken up as it was', () => {
    const kept = { query: 'mao', all: true, paused: true, active: 3, scrollTop: 120, unfolded: ['points a'] };
    assert.deepEqual(readPageState(kept), kept);
  });

  test('what is missing or of another type stays at its beginning', () => {
    const initial = readPageState(undefined);
    assert.deepEqual(readPageState({ query: 7, all: 'yes', active: '3', unfolded: [1, null] }), initial);
    assert.equal(initial.query, '');
  });
});
