import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  argumentItemsAt,
  closeEditors,
  eventually,
  hoversAt,
  openDraft,
  workspaceUri,
} from './support/editor';

const write = (path: string, text: string) =>
  vscode.workspace.fs.writeFile(workspaceUri(path), new TextEncoder().encode(text));

/** As from the Explorer. */
async function deleteAsUser(uri: vscode.Uri): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.deleteFile(uri);
  await vscode.workspace.applyEdit(edit);
}

suite('Notes in the workspace', () => {
  teardown(async () => {
    await closeEditors();
    for (const path of ['notes/new.txt', 'notes/broken.bib', 'notes/empty.txt']) {
      await vscode.workspace.fs.delete(workspaceUri(path)).then(undefined, () => undefined);
    }
  });

  test('a card over the phrase that makes an argument, and none elsewhere', async () => {
    const { document } = await openDraft(
      'Korea had to be captured before Japan could get back on its feet. The winter in Moscow was cold.',
    );
    const cards = await eventually(async () => {
      const found = await hoversAt(document, 'captured before');
      return found.length > 0 ? found : undefined;
    });
    assert.match(cards.join(), /Why did Stalin decide to reverse himself/);
    assert.match(cards.join(), /command:marginalia\.insertCitation/);
    assert.deepEqual(await hoversAt(document, 'winter in Moscow'), []);
  });

  test('a new notes file is offered at once, an unsaved edit too, a deleted one no more', async () => {
    const offered = async (typed: string) => {
      const { document, selection } = await openDraft(typed);
      return (await argumentItemsAt(document, selection.active)).length > 0;
    };
    await write('notes/new.txt', 'Alperovitz Notes\n\nWhy the bomb?\n\nTruman wielded atomic diplomacy\n');
    await eventually(() => offered('Truman wielded atom'));
    const notes = await vscode.window.showTextDocument(workspaceUri('notes/new.txt'));
    const end = notes.document.positionAt(notes.document.getText().length);
    await notes.edit((edit) => edit.insert(end, '\nByrnes stiffened presidential resolve\n'));
    await eventually(() => offered('Byrnes stiffened presid'));
    await closeEditors();
    await deleteAsUser(workspaceUri('notes/new.txt'));
    await eventually(async () => !(await offered('Truman wielded atom')));
  });

  test('a broken bibliography entry is said at its line and costs itself alone', async () => {
    await write(
      'notes/broken.bib',
      '@book{good, title = {One}, author = {Ann Good}, year = 1990}\n\n@book{bad, title = {Two\n',
    );
    const uri = workspaceUri('notes/broken.bib');
    const [diagnostic] = await eventually(() => {
      const found = vscode.languages.getDiagnostics(uri);
      return found.length > 0 ? found : undefined;
    });
    assert.equal(diagnostic?.range.start.line, 2);
    assert.equal(diagnostic.source, 'Marginalia');
    await deleteAsUser(uri);
    await eventually(() => vscode.languages.getDiagnostics(uri).length === 0);
  });

  test('an empty notes file says nothing and breaks nothing', async () => {
    await write('notes/empty.txt', '');
    const { document, selection } = await openDraft('Stalin pass');
    await eventually(async () => (await argumentItemsAt(document, selection.active)).length > 0);
  });

  test('notes are no essay: nothing is offered in them', async () => {
    await write('notes/new.txt', '');
    await vscode.workspace.fs.rename(workspaceUri('notes/new.txt'), workspaceUri('notes/new.md'), {
      overwrite: true,
    });
    try {
      await write('notes/new.md', 'Stalin pass');
      const { document } = await vscode.window.showTextDocument(workspaceUri('notes/new.md'));
      assert.deepEqual(await argumentItemsAt(document, new vscode.Position(0, 11)), []);
    } finally {
      await vscode.workspace.fs.delete(workspaceUri('notes/new.md'));
    }
  });

  test('an argument opens at its line', async () => {
    const editor = await openDraft('Korea had to be captured before Japan could get back on its feet.');
    editor.selection = new vscode.Selection(0, 5, 0, 5);
    await vscode.commands.executeCommand('marginalia.openArgument');
    const active = await eventually(() => vscode.window.activeTextEditor);
    assert.match(active.document.uri.path, /Zubok and Pleshakov Notes\.txt$/);
    assert.equal(active.selection.active.line, 10);
  });
});
