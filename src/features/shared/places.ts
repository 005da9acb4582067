import * as vscode from 'vscode';
import type { FilePlace } from '../../core/editor/navigation';
import type { Library } from '../../core/notes/library';
import { toRange } from './convert';
import { notesTextUri } from './openNotes';

/** A place of a file for VS Code; that of a Word document in its text view. */
export function toLocation({ files }: Library, { uri, range }: FilePlace): vscode.Location {
  const isView = files.some(({ file, outline }) => file.uri === uri && outline.text !== undefined);
  return new vscode.Location(isView ? notesTextUri(uri) : vscode.Uri.parse(uri, true), toRange(range));
}
