import * as vscode from 'vscode';
import type { Marginalia } from '../core/marginalia';
import { toRange } from './shared/convert';
import { followLibrary } from './shared/followLibrary';

/** Shows what could not be read in notes and bibliographies, each at its line. */
export function registerProblems(marginalia: Marginalia): vscode.Disposable {
  const diagnostics = vscode.languages.createDiagnosticCollection('marginalia');
  const following = followLibrary(marginalia, ({ problems }) => {
    const byFile = new Map<string, vscode.Diagnostic[]>();
    for (const { file, message, range, code } of problems) {
      const diagnostic = new vscode.Diagnostic(toRange(range), message, vscode.DiagnosticSeverity.Warning);
      diagnostic.source = 'Marginalia';
      diagnostic.code = code;
      byFile.set(file.uri, [...(byFile.get(file.uri) ?? []), diagnostic]);
    }
    diagnostics.clear();
    for (const [uri, found] of byFile) diagnostics.set(vscode.Uri.parse(uri, true), found);
  });
  return vscode.Disposable.from(diagnostics, following);
}
