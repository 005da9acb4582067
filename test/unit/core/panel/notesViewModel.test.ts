import assert from 'node:assert/strict';
import type { NotesNode } from '../../../../src/core/languageFeatures/notesTree';
import { NotesViewModel } from '../../../../src/core/panel/notesViewModel';
import { RememberedArguments } from '../../../../src/core/panel/rememberedArguments';
import { english } from '../../../../src/core/util/localize';
import { openInMemory, SAMPLE_NOTES } from '../../../support/sample';

function openView() {
  const stored = new Map<string, unknown>();
  const storage = {
    get: (key: string) => stored.get(key),
    update: (key: string, value: unknown) => Promise.resolve(void stored.set(key, value)),
  };
  const marks = {
    pinned: new RememberedArguments(storage, 'pinned'),
    leftOut: new RememberedArguments(storage, 'leftOut'),
  };
  const { marginalia } = openInMemory();
  const open = () => new NotesViewModel(marginalia, marks, storage, english);
  return { marginalia, marks, model: open(), open };
}

const labels = (nodes: readonly NotesNode[]): string[] =>
  nodes.flatMap((node) => [...(node.kind === 'argument' ? [node.label] : []), ...labels(node.children)]);

suite('Notes view', () => {
  test('a filter keeps what matches and what stands above it', async () => {
    const { model } = openView();
    model.filter('militery romanticism');
    const [source] = await model.tree();
    const found = labels(await model.tree());
    assert.ok(found.some((label) => label.includes('jump into the fray')));
    assert.ok(found.length < 10, found.join('\n'));
    assert.equal(source?.children[0]?.parent, source);
    model.filter('');
    assert.equal(labels(await model.tree()).length, 31);
  });

  test('unused only leaves out what is used or left out, and is remembered', async () => {
    const { model, marks, marginalia, open } = openView();
    const library = await marginalia.library();
    const [used, unwanted] = [...library.arguments.values()];
    assert.ok(used && unwanted);
    model.showCoverage(new Map([[used.id, [{ span: { start: 0, end: 1 }, cited: false }]]]));
    await marks.leftOut.remember(unwanted, true);
    assert.equal(labels(await model.tree()).length, 31);
    model.showUnusedOnly(true);
    const shown = labels(await model.tree());
    assert.equal(shown.length, 29);
    assert.ok(!shown.includes(used.argument.text) && !shown.includes(unwanted.argument.text));
    assert.equal(open().unusedOnly, true);
  });

  test('an essay that uses nothing yet is counted as well, whenever it is known', async () => {
    const { model } = openView();
    assert.doesNotMatch((await model.tree())[0]?.description ?? '', /used/);
    let changes = 0;
    model.onDidChange(() => changes++);
    model.showCoverage(new Map());
    assert.equal(changes, 1);
    assert.match((await model.tree())[0]?.description ?? '', /0 of 31 used/);
  });

  test('tells listeners of a coverage only if it changes a row', () => {
    const { model } = openView();
    let changes = 0;
    model.onDidChange(() => changes++);
    const coverage = () => new Map([['a', [{ span: { start: 0, end: 1 }, cited: false }]]]);
    model.showCoverage(coverage());
    model.showCoverage(coverage());
    assert.equal(changes, 1);
  });

  test('finds the row for a line of a notes file, unless one of the file is selected', async () => {
    const { model } = openView();
    const found = await model.nodeAt(SAMPLE_NOTES, 10, undefined);
    assert.match(found?.label ?? '', /^Korea had to be captured/);
    assert.equal(await model.nodeAt(SAMPLE_NOTES, 20, found), undefined);
    assert.equal(await model.nodeAt('essay.md', 20, undefined), undefined);
  });
});
