import * as vscode from 'vscode';
import type { Marginalia } from '../core/marginalia';
import { toRange } from './shared/convert';
import { followLibrary } from './shared/followLibrary';
import { notesTextUri } from './shared/openNotes';

/** Shows what could not be read in notes and bibliographies, each at its line; that of a `.docx` in its text view. */
export function registerProblems(marginalia: Marginalia): vscode.Disposable {
  const diagnostics = vscode.languages.createDiagnosticCollection('marginalia');
  const following = followLibrary(marginalia, ({ problems, files }) => {
    const views = new Set(files.flatMap(({ file, outline }) => (outline.text ? [file.uri] : [])));
    const byFile = new Map<string, vscode.Diagnostic[]>();
    for (const { file, message, range, code } of problems) {
      const diagnostic = new vscode.Diagnostic(toRange(range), message, vscode.DiagnosticSeverity.Warning);
      diagnostic.source = 'Marginalia';
      diagnostic.code = code;
      byFile.set(file.uri, [...(byFile.get(file.uri) ?? []), diagnostic]);
    }
    diagnostics.clear();
    for (const [uri, found] of byFile) {
      diagnostics.set(views.has(uri) ? notesTextUri(uri) : vscode.Uri.parse(uri, true), found);
    }
  });
  return vscode.Disposable.from(diagnostics, following);
}
