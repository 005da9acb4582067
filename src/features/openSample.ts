import * as vscode from 'vscode';
import { commandIds } from '../core/languageFeatures/commands';

/** Where the sample's files lie in the extension and, by the same order, in the folder that is made of them. */
const parts = [
  ['notes', 'notes'],
  ['media/sample/draft.md', 'draft.md'],
] as const;

/**
 * `Marginalia: Open Sample`: opens notes and an essay to try things on. It is a copy in the extension's own storage; what
 * was written into it the last time is still there.
 */
export function registerOpenSample(extension: vscode.Uri, storage: vscode.Uri): vscode.Disposable {
  return vscode.commands.registerCommand(commandIds.openSample, async () => {
    const folder = vscode.Uri.joinPath(storage, vscode.l10n.t('Marginalia sample'));
    await vscode.workspace.fs.createDirectory(folder);
    for (const [from, to] of parts) {
      const target = vscode.Uri.joinPath(folder, to);
      if (await exists(target)) continue;
      await vscode.workspace.fs.copy(vscode.Uri.joinPath(extension, from), target);
    }
    const draft = vscode.Uri.joinPath(folder, 'draft.md');
    await vscode.commands.executeCommand('vscode.openFolder', folder, {
      forceNewWindow: vscode.workspace.workspaceFolders !== undefined,
      // In a browser, VS Code opens files in a window of their own, without the folder.
      filesToOpen: vscode.env.uiKind === vscode.UIKind.Desktop ? [draft] : [],
    });
  });
}

function exists(uri: vscode.Uri): Thenable<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
