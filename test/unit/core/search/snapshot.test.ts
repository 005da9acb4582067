import assert from 'node:assert/strict';
import { ArgumentIndex } from '../../../../src/core/search/index';
import { zubokNotes } from './zubokNotes';

const fingerprints = new Map([['zubok.txt', '31 lines']]);

function taken(): Uint8Array {
  const index = new ArgumentIndex();
  index.update('zubok.txt', zubokNotes);
  return index.snapshot(fingerprints);
}

suite('Snapshot', () => {
  test('answers as the index did that it was taken of', () => {
    const before = new ArgumentIndex();
    before.update('zubok.txt', zubokNotes);
    const after = new ArgumentIndex();
    assert.deepEqual(after.attach(taken()), fingerprints);
    for (const [query, mode] of [
      ['Stalin pas', 'typing'],
      ['Mao wanted to fight', 'sentence'],
      ['kind:paraphrase bomb', 'search'],
    ] as const)
      assert.deepEqual(after.search(query, { mode }), before.search(query, { mode }));
  });

  test('attaches wherever its bytes lie, and takes changed files', () => {
    const snapshot = taken();
    const shifted = new Uint8Array(snapshot.length + 3);
    shifted.set(snapshot, 3);
    const index = new ArgumentIndex();
    assert.ok(index.attach(shifted.subarray(3)));
    const [first] = zubokNotes;
    assert.ok(first);
    index.update('zubok.txt', [first]);
    assert.equal(index.size, 1);
    assert.deepEqual(index.files(), ['zubok.txt']);
  });

  test('of another version, cut short, damaged anywhere or not ours at all is refused', () => {
    const snapshot = taken();
    const damaged = (at: number) => snapshot.with(at, (snapshot[at] ?? 0) ^ 1);
    const wrong = [
      new Uint8Array(0),
      new Uint8Array(64),
      new TextEncoder().encode('{"version":1}'),
      damaged(0),
      damaged(4),
      damaged(8),
      damaged(12),
      damaged(20),
      damaged(snapshot.length >> 1),
      snapshot.subarray(0, snapshot.length - 8),
      snapshot.subarray(0, snapshot.length >> 1),
      new Uint8Array(snapshot.length)
        .fill(0)
        .map((_, i) => (i < snapshot.length / 2 ? (snapshot[i] ?? 0) : 0)),
    ];
    for (const bytes of wrong) {
      const index = new ArgumentIndex();
      assert.equal(index.attach(bytes), undefined);
      assert.equal(index.size, 0);
    }
  });

  test('of an empty index is empty', () => {
    const index = new ArgumentIndex();
    assert.deepEqual(index.attach(new ArgumentIndex().snapshot(new Map())), new Map());
  });
});
