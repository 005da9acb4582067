import * as vscode from 'vscode';
import type { Marginalia } from '../core/marginalia';
import { toRange } from './shared/convert';
import { followLibrary } from './shared/followLibrary';
import { notesTextUri } from './shared/openNotes';

/** Shows what could not be read in notes and bibliographies, each at its line; that of a `.docx` in its text view. */
export function registerProblems(marginalia: Marginalia): vscode.Disposable {
  const diagnostics = vscode.languages.createDiagnosticCollection('marginalia');
  const following = followLibrary(marginalia, ({ problems, files }) => {
    const read = new Map(files.map((each) => [each.file.uri, each]));
    const byFile = new Map<string, vscode.Diagnostic[]>();
    for (const { file, message, range, code } of problems) {
      const diagnostic = new vscode.Diagnostic(toRange(range), message, vscode.DiagnosticSeverity.Warning);
      diagnostic.source = 'Marginalia';
      diagnostic.code = code;
      const found = byFile.get(file.uri);
      if (found) found.push(diagnostic);
      else byFile.set(file.uri, [diagnostic]);
    }
    const hasView = (uri: string) => read.get(uri)?.outline.text !== undefined;
    const at = (uri: string) => (hasView(uri) ? notesTextUri(uri) : vscode.Uri.parse(uri, true));
    diagnostics.clear();
    diagnostics.set([...byFile].map(([uri, found]) => [at(uri), found]));
  });
  return vscode.Disposable.from(diagnostics, following);
}
