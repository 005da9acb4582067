import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  argumentItemsAt,
  closeEditors,
  eventually,
  fixture,
  openDraft,
  workspaceUri,
} from './support/editor';

const write = (path: string, bytes: Uint8Array) => vscode.workspace.fs.writeFile(workspaceUri(path), bytes);
const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** “Élysée” and a curly apostrophe, as Windows-1252 has them. */
const FRENCH =
  'Vaïsse Notes\r\n\r\nWhy did de Gaulle leave?\r\n\r\nThe Élysée wanted France\x92s own bomb \x96 at any price\r\nNATO was American\r\n';

async function openLine(path: string, line: number): Promise<vscode.TextEditor> {
  const place = { file: workspaceUri(path).toString(), line };
  await vscode.commands.executeCommand('marginalia.openArgument', { place });
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor);
  return editor;
}

suite('Notes files of every kind', () => {
  teardown(async () => {
    await closeEditors();
    for (const path of ['notes/french.txt', 'notes/word.docx', 'notes/messy.md']) {
      await vscode.workspace.fs.delete(workspaceUri(path)).then(undefined, () => undefined);
    }
  });

  test('Windows-1252 notes open as they are written, and saving changes nothing but the edit', async () => {
    await write('notes/french.txt', latin1(FRENCH));
    const { document } = await eventually(async () => {
      const editor = await openLine('notes/french.txt', 4);
      return editor.document.encoding === 'windows1252' ? editor : undefined;
    });
    assert.equal(document.lineAt(4).text, 'The Élysée wanted France’s own bomb – at any price');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.lineAt(4).range.end, ' (p. 63)');
    await vscode.workspace.applyEdit(edit);
    await document.save();
    const saved = await vscode.workspace.fs.readFile(document.uri);
    assert.deepEqual([...saved], [...latin1(FRENCH.replace('price', 'price (p. 63)'))]);
  });

  test('where an editor shows them in another encoding, the disk counts', async () => {
    await write('notes/french.txt', latin1(FRENCH));
    const notes = await vscode.workspace.openTextDocument(workspaceUri('notes/french.txt'), {
      encoding: 'utf8',
    });
    const editor = await vscode.window.showTextDocument(notes);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'x'));
    const typed = await openDraft('The Élysée wanted Franc');
    await eventually(async () => {
      const items = await argumentItemsAt(typed.document, typed.selection.active);
      return items.some(({ label }) => JSON.stringify(label).includes('France’s own bomb – at'));
    });
  });

  test('a Word document opens as the text that was read from it, which can’t be edited', async () => {
    await write('notes/word.docx', await fixture('notes/docx/headings-and-lists.docx'));
    const editor = await eventually(async () => {
      const opened = await openLine('notes/word.docx', 2);
      return opened.document.uri.scheme === 'marginalia-notes' ? opened : undefined;
    });
    assert.equal(editor.selection.active.line, 2);
    assert.match(editor.document.getText(), /^# /m);
    const text = editor.document.getText();
    await vscode.commands.executeCommand('type', { text: 'x' });
    assert.equal(editor.document.getText(), text);
  });

  test('notes have an outline and fold', async () => {
    const uri = workspaceUri('notes/Zubok and Pleshakov Notes.txt');
    await vscode.window.showTextDocument(uri);
    const symbols = await eventually(async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        uri,
      );
      return found?.length ? found : undefined;
    });
    assert.equal(symbols.length, 7);
    assert.match(symbols[0]?.name ?? '', /^Why did Stalin decide/);
    assert.ok((symbols[0]?.children.length ?? 0) > 5);
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      uri,
    );
    assert.ok(folds.some(({ start, end }) => start === 4 && end === 20));
  });

  test('the report leads to the lines that it speaks of', async () => {
    await vscode.commands.executeCommand('marginalia.showNotesReport');
    const report = vscode.window.activeTextEditor?.document;
    assert.match(report?.getText() ?? '', /Zubok and Pleshakov – .*@zubok1996/);
    // The report follows the notes: while it is written anew it has no links.
    const target = await eventually(async () => {
      const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
        'vscode.executeLinkProvider',
        report?.uri,
      );
      const at = report?.positionAt(report.getText().indexOf('line 47'));
      return links.find(({ range }) => at && range.contains(at))?.target;
    });
    const [request] = JSON.parse(decodeURIComponent(target.query)) as unknown[];
    await vscode.commands.executeCommand(target.path, request);
    assert.match(vscode.window.activeTextEditor?.document.uri.path ?? '', /Pleshakov Notes\.txt$/);
    assert.equal(vscode.window.activeTextEditor?.selection.active.line, 46);
  });

  test('normalizing shows what it would do and writes only on consent', async () => {
    const messy =
      '# Vaïsse Notes\n\n\n## Why did de Gaulle leave?\n* NATO was American (p. 12)\n    * so was its bomb\n';
    await write('notes/messy.md', new TextEncoder().encode(messy));
    const uri = workspaceUri('notes/messy.md');
    const document = await vscode.workspace.openTextDocument(uri);
    await eventually(async () => {
      await vscode.window.showTextDocument(document);
      const known = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        uri,
      );
      return known.some(({ children }) => children.some(({ name }) => name.startsWith('NATO')));
    });
    const done = vscode.commands.executeCommand('marginalia.normalizeNotes');
    await eventually(
      () => vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputTextDiff,
    );
    assert.equal(document.getText(), messy);
    await eventually(async () => {
      await vscode.commands.executeCommand('notification.acceptPrimaryAction');
      return document.getText() !== messy;
    });
    await done;
    assert.equal(
      document.getText(),
      '# Vaïsse Notes\n\n## Why did de Gaulle leave?\n\n- NATO was American (p. 12)\n  - so was its bomb\n',
    );
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), messy);
  });
});
