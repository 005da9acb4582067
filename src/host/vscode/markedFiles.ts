import * as vscode from 'vscode';
import { isMarkedAsNotes, markedHeadLength } from '../../core/notes/markedNotes';

/** Lines of front matter that are looked at. */
const HEAD = new vscode.Range(0, 0, 60, 0);

/** Whether an open Markdown document says in its front matter, as it stands in the editor, that it holds notes. */
export function isMarkedDocument(document: vscode.TextDocument): boolean {
  if (document.languageId !== 'markdown' || document.lineCount === 0) return false;
  // A keystroke asks too: most essays answer by their first line.
  return /^\ufeff?---/.test(document.lineAt(0).text) && isMarkedAsNotes(document.getText(HEAD));
}

/** Remembers which files said that they hold notes, so that a change of an essay means nothing to the library. */
export class MarkedFiles {
  readonly #uris = new Set<string>();

  /** Whether the open document says so, or has said so before. */
  concerns(document: vscode.TextDocument): boolean {
    if (document.languageId !== 'markdown') return false;
    return this.#note(document.uri.toString(), isMarkedDocument(document));
  }

  /** Takes the content that was read from a file. */
  saw(uri: string, bytes: Uint8Array): void {
    this.#note(uri, isMarkedAsNotes(new TextDecoder().decode(bytes.subarray(0, markedHeadLength))));
  }

  /** Whether the file on the disk says so, or has said so before. */
  async concernsFile(uri: vscode.Uri): Promise<boolean> {
    const before = this.#uris.has(uri.toString());
    const bytes = await vscode.workspace.fs.readFile(uri).then(undefined, () => new Uint8Array());
    this.saw(uri.toString(), bytes);
    return before || this.#uris.has(uri.toString());
  }

  #note(uri: string, isMarked: boolean): boolean {
    const before = this.#uris.has(uri);
    if (isMarked) this.#uris.add(uri);
    else this.#uris.delete(uri);
    return before || isMarked;
  }
}
