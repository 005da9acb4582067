import assert from 'node:assert/strict';
import { Chords, commandOf, moveOf } from '../../../src/panel/keys';

suite('Chords', () => {
  test('the key after Ctrl+K is VS Code’s, the one after that is the page’s again', () => {
    const chords = new Chords();
    const isSecond = (key: string, ctrlKey = false) => chords.isSecond({ key, ctrlKey, metaKey: false });
    const pressed = [isSecond('k'), isSecond('n'), isSecond('Control', true), isSecond('k', true)];
    assert.deepEqual(pressed, [false, false, false, false]);
    assert.deepEqual([isSecond('Shift'), isSecond('N'), isSecond('n')], [false, true, false]);
    assert.deepEqual([isSecond('k', true), isSecond('k', true), isSecond('n')], [false, true, false]);
  });
});

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

  const place = { card: 3, isOnCard: true, isInSearch: false, count: 10, isRightToLeft: false };
  const press = (key: string, at: Partial<typeof place> = {}, ctrlKey = false) =>
    commandOf({ key, ctrlKey, metaKey: false }, { ...place, ...at });

  test('on a card Enter inserts, with Ctrl it cites; on a button in it Enter is the button’s', () => {
    assert.deepEqual(press('Enter'), { kind: 'insert', card: 3 });
    assert.deepEqual(press('Enter', {}, true), { kind: 'cite', card: 3 });
    assert.equal(press('Enter', { isOnCard: false }), undefined);
    assert.deepEqual(press('ArrowDown', { isOnCard: false }), { kind: 'go', card: 4 });
  });

  test('the arrow along the line unfolds, the one against it folds', () => {
    assert.deepEqual(press('ArrowRight'), { kind: 'unfold', card: 3 });
    assert.deepEqual(press('ArrowLeft'), { kind: 'fold', card: 3 });
    assert.deepEqual(press('ArrowRight', { isRightToLeft: true }), { kind: 'fold', card: 3 });
    assert.deepEqual(press('ArrowLeft', { isRightToLeft: true }), { kind: 'unfold', card: 3 });
  });

  test('from the search field Down and Enter go to the cards, and other keys type', () => {
    const search = { isInSearch: true, isOnCard: false };
    const inSearch = (key: string) =>
      commandOf({ key, ctrlKey: false, metaKey: false }, { ...place, ...search, card: undefined });
    assert.deepEqual(inSearch('ArrowDown'), { kind: 'enterCards' });
    assert.deepEqual(inSearch('Enter'), { kind: 'enterCards' });
    assert.equal(inSearch('ArrowRight'), undefined);
    assert.deepEqual(inSearch('Escape'), { kind: 'leave' });
  });
});
