import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, eventually, openDraft } from './support/editor';

suite('Contributions', () => {
  teardown(closeEditors);

  test('the extension is activated by a Markdown file and registers every command that it offers', async () => {
    await openDraft('Text');
    const extension = await eventually(() =>
      vscode.extensions.all.find(({ packageJSON }) => isMarginalia(packageJSON)),
    );
    await eventually(() => extension.isActive);
    const { contributes } = extension.packageJSON as { contributes: { commands: { command: string }[] } };
    const registered = new Set(await vscode.commands.getCommands(true));
    for (const { command } of contributes.commands) assert.ok(registered.has(command), command);
  });

  test('an unasked list preselects nothing in Markdown, and that is the only default that changes', () => {
    const suggest = vscode.workspace.getConfiguration('editor.suggest', { languageId: 'markdown' });
    assert.equal(suggest.get('selectionMode'), 'whenTriggerCharacter');
    const editor = vscode.workspace.getConfiguration('editor', { languageId: 'markdown' });
    assert.deepEqual(editor.get('quickSuggestions'), { comments: 'off', strings: 'off', other: 'off' });
  });
});

function isMarginalia(manifest: unknown): boolean {
  return (manifest as { readonly name?: string }).name === 'marginalia';
}
