import assert from 'node:assert/strict';
import { LastGoodBibliographies } from '../../../src/core/lastGoodBibliographies';
import { FileError } from '../../../src/core/notes/workspace';
import { english } from '../../../src/core/util/localize';
import { openInMemory } from '../../support/sample';

const bytes = (text: string) => new TextEncoder().encode(text);
const GOOD = '@book{a, title = {A}}\n@book{b, title = {B}}\n';

async function read() {
  const opened = openInMemory({ 'notes/x.bib': bytes(GOOD) });
  await opened.marginalia.library();
  const after = async (content: Uint8Array | FileError | string) => {
    opened.workspace.change('notes/x.bib', content);
    const { items, problems } = await opened.marginalia.library();
    return { keys: [...items.keys()], messages: problems.map(({ message }) => message) };
  };
  return { ...opened, after };
}

suite('Last good reading of a bibliography', () => {
  const writing =
    'notes/x.bib is empty or ends within an entry, as if it were being written; its earlier entries are used for a moment.';
  for (const [name, content] of [
    ['empty', ''],
    ['torn within an entry', '@book{a, title = {A}}\n@book{b, tit'],
    ['torn within the first entry', '@book{a, title = {A'],
  ] as const)
    test(`a file that is ${name} keeps its entries, and says so`, async () => {
      const { after, marginalia } = await read();
      assert.deepEqual(await after(bytes(content)), { keys: ['a', 'b'], messages: [writing] });
      assert.deepEqual(await after(bytes(`${GOOD}@book{c, title = {C}}`)), {
        keys: ['a', 'b', 'c'],
        messages: [],
      });
      marginalia.dispose();
    });

  test('so does one that is locked for a moment', async () => {
    const { after, marginalia } = await read();
    const { keys, messages } = await after(new FileError('unreadable', 'busy'));
    assert.deepEqual(keys, ['a', 'b']);
    assert.match(messages.join(), /can’t be read at the moment; its earlier entries are used until it can/);
    assert.deepEqual(await after(bytes(GOOD)), { keys: ['a', 'b'], messages: [] });
    marginalia.dispose();
  });

  test('entries that are deleted are gone at once, and so are a deleted file’s', async () => {
    const { after, workspace, marginalia } = await read();
    assert.deepEqual(await after(bytes('@book{b, title = {B}}')), { keys: ['b'], messages: [] });
    workspace.change('notes/x.bib', undefined);
    assert.equal((await marginalia.library()).items.size, 0);
  });

  test('what stands unsaved in an editor counts', async () => {
    const { after } = await read();
    assert.deepEqual((await after('')).keys, []);
  });

  suite('after a while', () => {
    const file = { uri: 'x', name: 'x.bib' };
    const content = (count: number, isTorn: boolean) => ({
      result: {
        items: Array.from({ length: count }, (_, n) => ({ id: String(n), type: 'book' })),
        problems: [],
        format: 'biblatex' as const,
        citekeys: [],
        isBibliography: true,
        isTorn,
      },
    });
    const open = () => {
      const waits: { readonly action: () => void; readonly milliseconds: number }[] = [];
      let readings = 0;
      const lastGood = new LastGoodBibliographies(
        () => readings++,
        english,
        (action, milliseconds) => {
          const wait = { action, milliseconds };
          waits.push(wait);
          return { dispose: () => void waits.splice(waits.indexOf(wait) >>> 0, 1) };
        },
      );
      return { lastGood, waits, readings: () => readings };
    };

    test('a file that stays cut off counts as it is', () => {
      const { lastGood, waits, readings } = open();
      const good = content(2, false);
      const kept = lastGood.stateAfter(file, content(0, true), good);
      assert.equal(kept.result, good.result);
      waits[0]?.action();
      assert.equal(readings(), 1);
      assert.equal(lastGood.stateAfter(file, content(0, true), kept).result?.items.length, 0);
      assert.deepEqual(waits, []);
    });

    test('one that goes on being written keeps its entries', () => {
      const { lastGood } = open();
      const good = content(2, false);
      const kept = lastGood.stateAfter(file, content(0, true), good);
      assert.equal(lastGood.stateAfter(file, content(1, true), kept).result, good.result);
    });

    test('one that stays locked is looked at again, less and less often', () => {
      const { lastGood, waits } = open();
      const good = content(2, false);
      let state = lastGood.stateAfter(file, {}, good);
      const pauses: number[] = [];
      for (let turn = 0; turn < 7; turn++) {
        const [wait] = waits;
        assert.equal(waits.length, 1);
        pauses.push(wait?.milliseconds ?? 0);
        wait?.action();
        state = lastGood.stateAfter(file, {}, state);
        assert.equal(state.result, good.result);
      }
      assert.deepEqual(pauses, [2000, 4000, 8000, 16000, 32000, 60000, 60000]);
      lastGood.dispose();
      assert.deepEqual(waits, []);
    });
  });
});
