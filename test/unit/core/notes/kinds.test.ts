import assert from 'node:assert/strict';
import { takeKindLabel } from '../../../../src/core/notes/statement/kinds';

suite('Labels that tell the kind of a statement', () => {
  test('may stand behind the picture of a Notion callout', () => {
    assert.deepEqual(takeKindLabel('💡 My idea: compare with the serfs'), {
      text: 'compare with the serfs',
      kind: 'comment',
    });
    assert.deepEqual(takeKindLabel('⚠️ TODO: find the tariff'), { text: 'find the tariff', kind: 'todo' });
  });

  test('a picture without a label is part of the words', () => {
    assert.deepEqual(takeKindLabel('👑 The king waited'), { text: '👑 The king waited' });
  });
});
