import * as vscode from 'vscode';
import type { Marginalia } from '../core/marginalia';
import { notesTextScheme, notesTextUri } from './shared/openNotes';

/** Shows what was read from a `.docx` as text, a line a paragraph, which follows the file and can't be edited. */
export function registerNotesTextView(marginalia: Marginalia): vscode.Disposable {
  const changes = new vscode.EventEmitter<vscode.Uri>();
  const provider: vscode.TextDocumentContentProvider = {
    onDidChange: changes.event,
    provideTextDocumentContent: async ({ query }) => {
      const { files } = await marginalia.library();
      return files.find(({ file }) => file.uri === query)?.outline.text ?? '';
    },
  };
  return vscode.Disposable.from(
    changes,
    vscode.workspace.registerTextDocumentContentProvider(notesTextScheme, provider),
    marginalia.onDidChangeLibrary(() => {
      for (const { uri } of vscode.workspace.textDocuments) {
        if (uri.scheme === notesTextScheme) changes.fire(notesTextUri(uri.query));
      }
    }),
  );
}
