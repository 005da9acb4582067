import * as vscode from 'vscode';
import { commandIds } from '../core/languageFeatures/commands';
import type { EssayReviews } from './shared/essayReviews';

/** How many problems the active essay has, in the status bar. */
export function registerEssayStatus(reviews: EssayReviews): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('marginalia.problems', vscode.StatusBarAlignment.Right, 90);
  item.name = vscode.l10n.t('Marginalia: problems of the essay');
  item.command = commandIds.showHandInReport;
  const show = () => {
    const document = vscode.window.activeTextEditor?.document;
    const reviewed = document && reviews.latest(document);
    if (!reviewed) return item.hide();
    const count = reviewed.problems.length;
    item.text = `$(checklist) ${String(count)}`;
    item.tooltip =
      count === 0
        ? vscode.l10n.t('Marginalia has found no problems in this essay. Click for the report.')
        : vscode.l10n.t(
            'Problems that Marginalia has found in this essay: {0}. Click for the report.',
            count,
          );
    item.accessibilityInformation = { label: item.tooltip };
    item.show();
  };
  show();
  return vscode.Disposable.from(
    item,
    reviews.onDidReview(show),
    vscode.window.onDidChangeActiveTextEditor(show),
  );
}
