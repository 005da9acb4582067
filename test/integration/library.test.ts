import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { argumentItemsAt, closeEditors, eventually, openDraft, workspaceUri } from './support/editor';

const encode = (text: string) => new TextEncoder().encode(text);
const write = (path: string, text: string) => vscode.workspace.fs.writeFile(workspaceUri(path), encode(text));
const remove = (path: string) =>
  vscode.workspace.fs.delete(workspaceUri(path), { recursive: true }).then(undefined, () => undefined);

/** How many arguments that begin with what was typed are offered. */
async function offered(typed: string): Promise<number> {
  const { document, selection } = await openDraft(typed);
  const items = await argumentItemsAt(document, selection.active);
  return items.filter(({ label }) => (typeof label === 'string' ? label : label.label).startsWith(typed))
    .length;
}

/** Waits until as many arguments are offered as said. */
const eventuallyOffered = (typed: string, count: number) =>
  eventually(async () => {
    const found = await offered(typed);
    if (found !== count)
      throw new Error(`${String(found)} arguments instead of ${String(count)} for ${typed}`);
    return true;
  });

async function withSetting(name: string, value: unknown, action: () => Promise<void>): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('marginalia', null);
  await configuration.update(name, value, vscode.ConfigurationTarget.Workspace);
  try {
    await action();
  } finally {
    await configuration.update(name, undefined, vscode.ConfigurationTarget.Workspace);
  }
}

async function asUser(change: (edit: vscode.WorkspaceEdit) => void): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  change(edit);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

suite('The library follows the files', () => {
  teardown(async () => {
    await closeEditors();
    for (const path of ['notes/live', 'notes/live.md', 'reading.md', 'reading', 'notes/moved.md'])
      await remove(path);
  });

  test('as the globs of the settings say, at once', async () => {
    await write('notes/live/drafts/one.md', '# Ames Notes\n\n- Quinine conquered the swamps\n');
    await eventuallyOffered('Quinine conquered', 1);
    await withSetting('notes.exclude', ['**/drafts/**'], () =>
      eventuallyOffered('Quinine conquered', 0).then(() => {}),
    );
    await eventuallyOffered('Quinine conquered', 1);
    await withSetting('notes.include', ['*.txt'], () =>
      eventuallyOffered('Quinine conquered', 0).then(() => {}),
    );
    await eventuallyOffered('Quinine conquered', 1);
  });

  test('a Markdown file elsewhere counts once its front matter says so, unsaved too', async () => {
    await write('reading.md', '---\ntitle: Ames\n---\n\n- Zeppelins terrified the dockyards\n');
    const editor = await vscode.window.showTextDocument(workspaceUri('reading.md'));
    assert.equal(await offered('Zeppelins terrified'), 0);
    await vscode.window.showTextDocument(editor.document);
    await asUser((edit) =>
      edit.insert(editor.document.uri, new vscode.Position(1, 0), 'marginalia: notes\n'),
    );
    await eventuallyOffered('Zeppelins terrified', 1);
    await asUser((edit) => edit.delete(editor.document.uri, new vscode.Range(1, 0, 2, 0)));
    await eventuallyOffered('Zeppelins terrified', 0);
  });

  test('through renaming, moving out and in, and deleting', async () => {
    await write('notes/live.md', '# Ames Notes\n\n- Railways emptied the granaries\n');
    await eventuallyOffered('Railways emptied', 1);
    await asUser((edit) => edit.renameFile(workspaceUri('notes/live.md'), workspaceUri('notes/moved.md')));
    await eventuallyOffered('Railways emptied', 1);
    await vscode.workspace.fs.rename(workspaceUri('notes/moved.md'), workspaceUri('reading.md'));
    await eventuallyOffered('Railways emptied', 0);
    await vscode.workspace.fs.rename(workspaceUri('reading.md'), workspaceUri('notes/live.md'));
    await eventuallyOffered('Railways emptied', 1);
    await remove('notes/live.md');
    await eventuallyOffered('Railways emptied', 0);
  });

  test('when many change at once, as git changes them', async () => {
    const names = Array.from({ length: 120 }, (_, i) => `notes/live/${String(i)}.md`);
    const fill = (claim: string) =>
      Promise.all(
        names.map((name, i) => write(name, `# Ames Notes\n\n- ${i === 77 ? claim : `Entry ${String(i)}`}\n`)),
      );
    await fill('Galleons rotted in harbour');
    await eventuallyOffered('Galleons rotted', 1);
    await fill('Frigates burned at anchor');
    await eventuallyOffered('Frigates burned', 1);
    assert.equal(await offered('Galleons rotted'), 0);
    await remove('notes/live');
    await eventuallyOffered('Frigates burned', 0);
  });

  test('behind links, each file once, and loops end', async () => {
    // The runner has put links into the folder: to the folder `elsewhere` twice, and to itself.
    await withSetting('notes.folders', ['notes', 'linked'], () =>
      eventuallyOffered('Lighthouses guided the smugglers', 1).then(() => {}),
    );
  });

  test('and is read again on demand', async () => {
    await write('notes/live.md', '# Ames Notes\n\n- Barges carried the coal\n');
    await vscode.commands.executeCommand('marginalia.readNotesAgain');
    await eventuallyOffered('Barges carried', 1);
  });

  test('an editor that shows notes in the wrong encoding offers to reopen them in the right one', async () => {
    const bytes = Uint8Array.from('Vaïsse Notes\r\n\r\nThe Élysée wanted France\x92s own bomb\r\n', (c) =>
      c.charCodeAt(0),
    );
    await vscode.workspace.fs.writeFile(workspaceUri('notes/live.md'), bytes);
    await eventuallyOffered('The Élysée wanted', 1);
    const opened = await vscode.workspace.openTextDocument(workspaceUri('notes/live.md'), {
      encoding: 'utf8',
    });
    await vscode.window.showTextDocument(opened);
    await eventually(async () => {
      await vscode.commands.executeCommand('notification.acceptPrimaryAction');
      const { document } = vscode.window.activeTextEditor ?? {};
      return document?.encoding === 'windows1252' && document.getText().includes('France’s own bomb');
    });
  });
});
