import * as vscode from 'vscode';
import { readEssayMetadata } from '../../core/essay/essayMetadata';
import { pathBeside } from './workspaceFolders';

/** Lines of front matter that are looked at. */
const HEAD = 200;

/** The bibliographies that the front matter of open Markdown files names. */
export function essayBibliographies(): readonly vscode.Uri[] {
  const found = new Map<string, vscode.Uri>();
  for (const document of vscode.workspace.textDocuments) {
    if (document.languageId !== 'markdown' || document.uri.scheme.startsWith('marginalia-')) continue;
    if (document.lineCount === 0 || !document.lineAt(0).text.startsWith('---')) continue;
    const { bibliographies } = readEssayMetadata(document.getText(new vscode.Range(0, 0, HEAD, 0)));
    for (const path of bibliographies) {
      const place = pathBeside(path, document.uri.toString());
      found.set(place.toString(), place);
    }
  }
  return [...found.values()];
}
