import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { bytesBelow, eventuallyAsAfresh, startAfresh } from './support/afresh';
import { argumentItemsAt, closeEditors, eventually, openDraft, workspaceUri } from './support/editor';
import { withLostEvents } from './support/lostEvents';

const FILES = 1000;
const ESSAYS = 50;
const FOLDER = 'notes/checkout';

const { fs } = vscode.workspace;
const remove = (path: string) =>
  fs.delete(workspaceUri(path), { recursive: true }).then(undefined, () => undefined);

/** Exchanges every file at once, as a checkout of another branch does. */
async function checkOut(branch: string): Promise<void> {
  await Promise.all(
    Array.from({ length: FILES }, (_, file) =>
      fs.writeFile(
        workspaceUri(`${FOLDER}/${String(file % 10)}/n${String(file)}.md`),
        new TextEncoder().encode(
          `# Ames${String(file)} Notes\n\n- Walrus${String(file)} sailed with ${branch}\n`,
        ),
      ),
    ),
  );
}

const someWalruses = (branch: string) => [0, 17, 500, 999].map((file) => `"walrus${String(file)}" ${branch}`);

suite('Faults', () => {
  teardown(async () => {
    await closeEditors();
    await remove(FOLDER);
    await remove('essays');
  });

  test('a thousand files are exchanged at once, and taken away again', async () => {
    const own = await bytesBelow('notes');
    const before = await eventuallyAsAfresh(['volunteers']);
    for (const branch of ['ferdinand', 'isabella']) {
      await checkOut(branch);
      assert.equal(await eventuallyAsAfresh(someWalruses(branch)), before + FILES);
    }
    await remove(FOLDER);
    assert.equal(await eventuallyAsAfresh(someWalruses('isabella')), before);
    assert.deepEqual(await bytesBelow('notes'), own);
  }).timeout(120_000);

  test('the notes vanish, and return under the same name', async () => {
    const own = await bytesBelow('notes');
    const before = await eventuallyAsAfresh(['volunteers']);
    await fs.rename(workspaceUri('notes'), workspaceUri('away'));
    try {
      assert.equal(await eventuallyAsAfresh(['volunteers']), 0);
    } finally {
      await fs.rename(workspaceUri('away'), workspaceUri('notes'));
    }
    assert.equal(await eventuallyAsAfresh(['volunteers']), before);
    assert.deepEqual(await bytesBelow('notes'), own);
  });

  test('what the watchers have lost is read on the return to the window', () =>
    withLostEvents(async (comeBack) => {
      const note = workspaceUri(`${FOLDER}/lost.md`);
      const write = (text: string) =>
        fs.writeFile(note, new TextEncoder().encode(`# Ames Notes\n\n- ${text}\n`));
      const window = startAfresh();
      const texts = async () =>
        (await window.marginalia.search('narwhals', { mode: 'search', limit: 30 })).map(
          ({ argument: { argument } }) => argument.text,
        );
      try {
        await write('Narwhals wintered in the north');
        assert.deepEqual(await texts(), ['Narwhals wintered in the north']);
        await write('Narwhals summered in the far south');
        assert.deepEqual(await texts(), ['Narwhals wintered in the north'], 'the change is lost');
        comeBack();
        await eventually(async () => {
          assert.deepEqual(await texts(), ['Narwhals summered in the far south']);
          return true;
        });
        await fs.delete(note);
        comeBack();
        await eventually(async () => (await texts()).length === 0);
      } finally {
        window.dispose();
      }
    }));

  test('fifty essays are open and written in', async () => {
    const own = await bytesBelow('notes');
    for (let essay = 0; essay < ESSAYS; essay++) {
      const uri = workspaceUri(`essays/e${String(essay)}.md`);
      await fs.writeFile(uri, new TextEncoder().encode(`# Essay ${String(essay)}\n\nStalin waited. `));
      const editor = await vscode.window.showTextDocument(uri, { preview: false });
      await editor.edit((edit) =>
        edit.insert(editor.document.lineAt(2).range.end, 'Korea had to be captured'),
      );
    }
    const saved = await bytesBelow('essays');
    const { document, selection } = await openDraft('Stalin pass');
    await eventually(async () => (await argumentItemsAt(document, selection.active)).length > 0);
    await eventuallyAsAfresh(['volunteers', 'Korea']);
    assert.deepEqual(await bytesBelow('essays'), saved);
    assert.deepEqual(await bytesBelow('notes'), own);
  }).timeout(120_000);
});
