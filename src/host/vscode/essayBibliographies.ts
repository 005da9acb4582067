import * as vscode from 'vscode';
import { readEssayMetadata } from '../../core/essay/essayMetadata';
import { mayRead, pathBeside } from './workspaceFolders';

/** Lines of front matter that are looked at. */
const HEAD = 200;

/** What the front matter of an open file named when it was last read. */
const read = new WeakMap<vscode.TextDocument, { readonly head: string; readonly paths: readonly string[] }>();

/** The bibliographies that the front matter of open Markdown files names. */
export function essayBibliographies(): readonly vscode.Uri[] {
  const found = new Map<string, vscode.Uri>();
  for (const document of vscode.workspace.textDocuments) {
    if (document.languageId !== 'markdown' || document.uri.scheme.startsWith('marginalia-')) continue;
    for (const path of pathsIn(document)) {
      const place = pathBeside(path, document.uri.toString());
      if (mayRead(place)) found.set(place.toString(), place);
    }
  }
  return [...found.values()];
}

function pathsIn(document: vscode.TextDocument): readonly string[] {
  if (document.lineCount === 0 || !document.lineAt(0).text.startsWith('---')) return [];
  const head = document.getText(new vscode.Range(0, 0, HEAD, 0));
  const known = read.get(document);
  if (known?.head === head) return known.paths;
  const { bibliographies: paths } = readEssayMetadata(head);
  read.set(document, { head, paths });
  return paths;
}

/** Whether an edit may have changed what the front matter names. */
export function touchesFrontMatter({ contentChanges }: vscode.TextDocumentChangeEvent): boolean {
  return contentChanges.some(({ range }) => range.start.line < HEAD);
}
