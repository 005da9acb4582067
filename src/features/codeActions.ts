import * as vscode from 'vscode';
import type { Marginalia } from '../core/marginalia';
import { type Essays, essaySelector } from './shared/essays';

const KINDS = { fix: vscode.CodeActionKind.QuickFix, rewrite: vscode.CodeActionKind.RefactorRewrite };

/** Cites the sentence or replaces it by a quotation; sources where the student has marked that a citation is missing. */
export function registerCodeActions(marginalia: Marginalia, essays: Essays): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    essaySelector,
    {
      async provideCodeActions(document, range, _context, token) {
        const essay = essays.of(document);
        if (!essay) return [];
        const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
        const actions = await marginalia.language.actions(essay, span);
        if (token.isCancellationRequested) return [];
        return actions.map(({ title, kind, command, args }) => {
          const action = new vscode.CodeAction(title, KINDS[kind]);
          action.command = { title, command, arguments: [args] };
          return action;
        });
      },
    },
    { providedCodeActionKinds: Object.values(KINDS) },
  );
}
