import * as vscode from 'vscode';
import type { TextEdit } from '../../core/citation/textEdit';
import type { EssayDocument } from '../../core/essay/essayDocument';
import { spanToRange } from './convert';

/** `edits` of the essay as VS Code takes them. */
export function toTextEdits(essay: EssayDocument, edits: readonly TextEdit[]): vscode.TextEdit[] {
  return edits.map(({ span, newText }) => vscode.TextEdit.replace(spanToRange(essay, span), newText));
}

/** Makes the edits as one step that one undo takes back. Says whether it was done: not if the essay has changed meanwhile. */
export async function applyEdits(
  document: vscode.TextDocument,
  essay: EssayDocument,
  edits: readonly TextEdit[],
): Promise<boolean> {
  if (document.getText() !== essay.text) return false;
  const change = new vscode.WorkspaceEdit();
  change.set(document.uri, toTextEdits(essay, edits));
  return vscode.workspace.applyEdit(change);
}
