import * as vscode from 'vscode';
import type { EssayProblem, Fix, Severity } from '../core/checks/problem';
import { commandIds } from '../core/languageFeatures/commands';
import { spanToRange, toRange } from './shared/convert';
import type { Dismissal } from './shared/dismissals';
import type { EssayReviews, ReviewedEssay } from './shared/essayReviews';
import { essaySelector } from './shared/essays';

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** The problems of the open essays, under their words and in the Problems view, with quick fixes. */
export function registerEssayProblems(reviews: EssayReviews): vscode.Disposable {
  const diagnostics = vscode.languages.createDiagnosticCollection('marginalia-essays');
  const show = (document: vscode.TextDocument) => {
    const reviewed = reviews.latest(document);
    if (!reviewed) return diagnostics.delete(document.uri);
    diagnostics.set(
      document.uri,
      reviewed.problems.map((problem) => toDiagnostic(problem, reviewed)),
    );
  };
  return vscode.Disposable.from(
    diagnostics,
    reviews.onDidReview(show),
    vscode.languages.registerCodeActionsProvider(
      essaySelector,
      {
        provideCodeActions(document, range) {
          const reviewed = reviews.latest(document);
          if (reviewed?.version !== document.version) return [];
          const { essay } = reviewed.review.uses;
          return reviewed.problems
            .filter(({ span }) => spanToRange(essay, span).intersection(range) !== undefined)
            .flatMap((problem) => actionsFor(problem, reviewed));
        },
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  );
}

function toDiagnostic(problem: EssayProblem, { review }: ReviewedEssay): vscode.Diagnostic {
  const { essay } = review.uses;
  const range = spanToRange(essay, problem.span);
  const diagnostic = new vscode.Diagnostic(range, problem.message, severities[problem.severity]);
  diagnostic.source = 'Marginalia';
  diagnostic.code = problem.code;
  diagnostic.relatedInformation = problem.related.map(
    ({ file, range: place, text }) =>
      new vscode.DiagnosticRelatedInformation(
        new vscode.Location(vscode.Uri.parse(file.uri, true), toRange(place)),
        text,
      ),
  );
  return diagnostic;
}

function actionsFor(problem: EssayProblem, reviewed: ReviewedEssay): vscode.CodeAction[] {
  const diagnostics = [toDiagnostic(problem, reviewed)];
  const { document, review } = reviewed;
  const fixes = problem.fixes.map((fix, index) => {
    const action = toAction(fix, reviewed);
    action.diagnostics = diagnostics;
    action.isPreferred = index === 0 && problem.fixes.length === 1;
    return action;
  });
  const dismiss = new vscode.CodeAction(vscode.l10n.t('Dismiss'), vscode.CodeActionKind.QuickFix);
  dismiss.diagnostics = diagnostics;
  const words = document.getText(spanToRange(review.uses.essay, problem.span));
  const dismissal: Dismissal = { key: problem.key, message: problem.message, words };
  dismiss.command = { title: dismiss.title, command: commandIds.dismissProblem, arguments: [dismissal] };
  return [...fixes, dismiss];
}

function toAction(fix: Fix, { document, review }: ReviewedEssay): vscode.CodeAction {
  const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
  if (fix.kind === 'cite') {
    const args = { argument: fix.argument, offset: fix.offset };
    action.command = { title: fix.title, command: commandIds.insertCitation, arguments: [args] };
    return action;
  }
  action.edit = new vscode.WorkspaceEdit();
  for (const { span, newText } of fix.edits)
    action.edit.replace(document.uri, spanToRange(review.uses.essay, span), newText);
  return action;
}
