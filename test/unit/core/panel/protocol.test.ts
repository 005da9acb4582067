import assert from 'node:assert/strict';
import { cardActions, pageActions, readPanelCall } from '../../../../src/core/panel/protocol';

suite('Messages of the panel', () => {
  test('every kind of request is understood', () => {
    const requests = [
      { kind: 'list', query: 'source:zubok', all: false, paused: true },
      { kind: 'cards', list: 3, from: 40, to: 80 },
      { kind: 'otherSides', argument: 'a' },
      ...cardActions.map((action) => ({ kind: 'onCard', action, argument: 'a' })),
      ...pageActions.map((action) => ({ kind: 'onPage', action })),
    ];
    for (const request of requests) assert.deepEqual(readPanelCall({ id: 7, request }), { id: 7, request });
  });

  test('anything else is no call', () => {
    const list = { kind: 'list', query: '', all: false, paused: false };
    for (const message of [
      undefined,
      null,
      'list',
      [],
      { id: -1, request: list },
      { id: '1', request: list },
      { id: 1 },
      { id: 1, request: { kind: 'eval', code: 'alert(1)' } },
      { id: 1, request: { ...list, query: 7 } },
      { id: 1, request: { ...list, query: 'x'.repeat(20_000) } },
      { id: 1, request: { kind: 'cards', list: 1, from: 0, to: 1_000_000 } },
      { id: 1, request: { kind: 'cards', list: 1, from: 0.5, to: 2 } },
      { id: 1, request: { kind: 'onCard', action: 'workbench.action.quit', argument: 'a' } },
      { id: 1, request: { kind: 'onCard', action: 'insert', argument: { a: 1 } } },
      { id: 1, request: { kind: 'onPage', action: 'constructor' } },
    ])
      assert.equal(readPanelCall(message), undefined, JSON.stringify(message));
  });
});
