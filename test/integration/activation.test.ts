import assert from 'node:assert/strict';
import * as vscode from 'vscode';

suite('Activation', () => {
  test('a Markdown document wakes the extension, and its commands are there', async () => {
    const extension = vscode.extensions.getExtension('marginalia.marginalia');
    assert.ok(extension, 'VS Code does not know the extension');
    await vscode.workspace.openTextDocument({ language: 'markdown', content: 'An essay.' });
    await extension.activate();
    assert.ok(extension.isActive);
    const { commands = [] } = (extension.packageJSON as { contributes: { commands?: { command: string }[] } })
      .contributes;
    const known = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      commands.map(({ command }) => command).filter((command) => !known.has(command)),
      [],
    );
  });
});
