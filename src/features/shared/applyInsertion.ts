import * as vscode from 'vscode';
import type { EssayDocument } from '../../core/essay/essayDocument';
import type { PageLeadIn } from '../../core/citation/pagePlace';
import type { SnippetEdit } from '../../core/essay/insertion';
import { spanToRange } from './convert';

/**
 * Makes `edits` in the essay of `editor` as one step that one undo takes back, and leaves the cursor at the first stop.
 * Says whether it was done; it is not if the essay has changed since the edits were made for it.
 */
export async function applyInsertion(
  editor: vscode.TextEditor,
  essay: EssayDocument,
  edits: readonly SnippetEdit[],
): Promise<boolean> {
  const { document } = editor;
  if (document.getText() !== essay.text) return false;
  // VS Code applies snippets to the editor that has the focus.
  await vscode.window.showTextDocument(document, { viewColumn: editor.viewColumn, preserveFocus: false });
  await vscode.commands.executeCommand('leaveSnippet');
  return vscode.workspace.applyEdit(toWorkspaceEdit(document, essay, edits));
}

/** `edits` of `essay`, which `document` holds, as one step for VS Code. */
export function toWorkspaceEdit(
  document: vscode.TextDocument,
  essay: EssayDocument,
  edits: readonly SnippetEdit[],
): vscode.WorkspaceEdit {
  const change = new vscode.WorkspaceEdit();
  change.set(
    document.uri,
    edits.map((edit) => {
      const snippetEdit = new vscode.SnippetTextEdit(spanToRange(essay, edit.span), toSnippet(edit));
      snippetEdit.keepWhitespace = true;
      return snippetEdit;
    }),
  );
  return change;
}

/** The edit's text with its stops; whatever else means something in a snippet comes out as itself. */
function toSnippet({ text, stops }: SnippetEdit): vscode.SnippetString {
  const snippet = new vscode.SnippetString();
  let at = 0;
  for (const { offset, number, length = 0, leadIn } of [...stops].sort(
    (a, b) => a.offset - b.offset || b.number - a.number,
  )) {
    snippet.appendText(text.slice(at, offset));
    at = offset + length;
    if (length > 0) snippet.appendPlaceholder(text.slice(offset, at), number);
    else if (leadIn && isPlain(leadIn)) snippet.value += pageStop(number, leadIn);
    else snippet.appendTabstop(number);
  }
  return snippet.appendText(text.slice(at));
}

/** A stop that puts the words of the style before a page when it is left: `64` becomes `, 64` or `, p. 64`. */
function pageStop(number: number, { one, several }: PageLeadIn): string {
  const page = String.raw`^(?:pp?\.?\s*|S\.\s*)?(?=(\d+\s*[-–—,])|(\d|[ivxlc]+$))`;
  // Not `:?`, whose second text VS Code writes for all of it where the pattern does not match.
  const written = one === several ? one : `\${1:+${several}}\${2:+${one}}`;
  return `\${${String(number)}/${page}/${written}/}`;
}

/** Whether nothing in it means something in a snippet. */
function isPlain({ one, several }: PageLeadIn): boolean {
  return !/[\\/$:{}]/.test(one + several);
}
