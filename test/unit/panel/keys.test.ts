import assert from 'node:assert/strict';
import { moveOf } from '../../../src/panel/keys';

suite('Keys of the cards', () => {
  test('arrows move by one, page keys by several, and stop at the ends; up from the first is the search field', () => {
    assert.equal(moveOf('ArrowDown', 3, 10), 4);
    assert.equal(moveOf('ArrowDown', 9, 10), 9);
    assert.equal(moveOf('ArrowUp', 0, 10), -1);
    assert.equal(moveOf('PageDown', 7, 10), 9);
    assert.equal(moveOf('PageUp', 3, 10), 0);
    assert.equal(moveOf('Home', 3, 10), 0);
    assert.equal(moveOf('End', 3, 10), 9);
    assert.equal(moveOf('a', 3, 10), undefined);
  });
});
