import * as vscode from 'vscode';
import type { Marginalia } from '../core/marginalia';
import { encodingName, isShownRight } from '../core/notes/index';
import { openNotesDocument } from './shared/openNotes';

/**
 * Warns, once for each file, where an editor shows notes in another encoding than they are written in: saving them there
 * would destroy their accents and quotation marks.
 */
export function registerNotesEncoding(marginalia: Marginalia): vscode.Disposable {
  const told = new Set<string>();
  const check = async ({ document }: vscode.TextEditor) => {
    const uri = document.uri.toString();
    const { files } = await marginalia.library();
    const outline = files.find(({ file }) => file.uri === uri)?.outline;
    if (!outline || outline.text !== undefined || outline.encoding === document.encoding) return;
    const bytes = await vscode.workspace.fs.readFile(document.uri).then(undefined, () => undefined);
    if (!bytes || isShownRight(bytes, document.encoding) || told.has(uri)) return;
    told.add(uri);
    const name = encodingName(outline.encoding);
    const reopen = vscode.l10n.t('Reopen with {0}', name);
    const chosen = await vscode.window.showWarningMessage(
      vscode.l10n.t(
        'These notes are written in {0}, but the editor shows them as {1}. Saving them like this would destroy characters. Marginalia reads the file on the disk.',
        name,
        encodingName(document.encoding),
      ),
      reopen,
    );
    if (chosen !== reopen) return;
    if (document.isDirty) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('There are unsaved changes: undo them first, then reopen the file.'),
      );
      told.delete(uri);
      return;
    }
    await vscode.window.showTextDocument(await openNotesDocument(uri, outline));
  };
  const checkAll = () => vscode.window.visibleTextEditors.forEach((editor) => void check(editor));
  checkAll();
  return vscode.Disposable.from(
    vscode.window.onDidChangeVisibleTextEditors(checkAll),
    marginalia.onDidChangeLibrary(checkAll),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => told.delete(uri.toString())),
  );
}
