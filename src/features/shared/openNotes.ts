import * as vscode from 'vscode';
import type { Marginalia } from '../../core/marginalia';
import type { NotesOutline } from '../../core/notes/outline';
import type { Position } from '../../core/text/position';

/** What `Marginalia: Open in Notes` takes from cards and views. */
export interface OpenNotesRequest {
  /** Id of an argument in the library. */
  readonly argument?: string;
  /** A zero-based line of a notes file. */
  readonly place?: { readonly file: string; readonly line: number };
  readonly preserveFocus?: boolean;
}

/** Scheme of the read-only views that show what was read from files that are no text, such as a `.docx`. */
export const notesTextScheme = 'marginalia-notes';

/** The text view of the notes file at `uri`. */
export function notesTextUri(uri: string): vscode.Uri {
  return vscode.Uri.parse(uri, true).with({ scheme: notesTextScheme, query: uri });
}

/** The notes file that `document` shows, by its uri in the library. */
export function notesFileOf({ uri }: vscode.TextDocument): string {
  return uri.scheme === notesTextScheme ? uri.query : uri.toString();
}

/** Shows a notes file at a position: in the encoding that was detected, or as the text view of what was read from it. */
export async function openNotes(
  marginalia: Marginalia,
  uri: string,
  { line, character }: Position,
  preserveFocus = false,
): Promise<void> {
  const { files } = await marginalia.library();
  const outline = files.find(({ file }) => file.uri === uri)?.outline;
  const selection = new vscode.Range(line, character, line, character);
  await vscode.window.showTextDocument(await openNotesDocument(uri, outline), {
    selection,
    preserveFocus,
    preview: true,
  });
}

/** Opens the document without showing it. One with unsaved edits stays as it is. */
export async function openNotesDocument(
  uri: string,
  outline: NotesOutline | undefined,
): Promise<vscode.TextDocument> {
  if (outline?.text !== undefined) return vscode.workspace.openTextDocument(notesTextUri(uri));
  const file = vscode.Uri.parse(uri, true);
  const isDirty = vscode.workspace.textDocuments.some((open) => open.isDirty && open.uri.toString() === uri);
  if (!outline || outline.encoding === 'binary' || isDirty) return vscode.workspace.openTextDocument(file);
  return vscode.workspace.openTextDocument(file, { encoding: outline.encoding });
}
