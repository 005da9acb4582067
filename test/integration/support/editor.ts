import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** The folder that is open: a copy of the sample. */
export function workspaceUri(path: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'a folder is open');
  return vscode.Uri.joinPath(folder.uri, path);
}

/** The bytes of a file below `test/fixtures`. */
export async function fixture(path: string): Promise<Uint8Array> {
  const extension = vscode.extensions.all.find(
    ({ packageJSON }) => (packageJSON as { readonly name?: string }).name === 'marginalia',
  );
  assert.ok(extension);
  return vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension.extensionUri, 'test/fixtures', path));
}

let drafts = 0;

/** Opens a new Markdown file that holds `text`, with the cursor at its end. */
export async function openDraft(text: string): Promise<vscode.TextEditor> {
  const uri = workspaceUri(`essay-${++drafts}.md`);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const editor = await vscode.window.showTextDocument(uri);
  const { document } = editor;
  const end = document.positionAt(text.length);
  editor.selection = new vscode.Selection(end, end);
  return editor;
}

/** Waits until `probe` gives something; what it throws at the end of the patience is what the test fails with. */
export async function eventually<T>(
  probe: () => T | Thenable<T>,
  patience = 20_000,
): Promise<NonNullable<T>> {
  const deadline = Date.now() + patience;
  for (;;) {
    try {
      const found = await probe();
      if (found !== undefined && found !== null && found !== false) return found;
      if (Date.now() > deadline) throw new Error('waited in vain');
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Closes every editor and drops what was not saved. */
export async function closeEditors(): Promise<void> {
  for (const group of vscode.window.tabGroups.all) {
    for (const { input } of group.tabs) {
      if (!(input instanceof vscode.TabInputText)) continue;
      await vscode.window.showTextDocument(input.uri);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  }
}

export async function hoversAt(document: vscode.TextDocument, words: string): Promise<string[]> {
  const position = document.positionAt(document.getText().indexOf(words) + 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers.flatMap(({ contents }) =>
    contents.map((content) => (typeof content === 'string' ? content : content.value)),
  );
}

export async function argumentItemsAt(document: vscode.TextDocument, position: vscode.Position) {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
  );
  return list.items.filter(({ command }) => command?.command === 'marginalia.acceptCompletion');
}
