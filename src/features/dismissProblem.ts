import * as vscode from 'vscode';
import { commandIds } from '../core/languageFeatures/commands';
import type { Dismissal, Dismissals } from './shared/dismissals';

/** Puts a problem aside, and takes it back. */
export function registerDismissals(dismissals: Dismissals): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commandIds.dismissProblem, (chosen: unknown) =>
      isDismissal(chosen) ? dismissals.add(chosen) : undefined,
    ),
    vscode.commands.registerCommand(commandIds.restoreProblems, async () => {
      const items = dismissals.all.map((dismissal) => {
        return { label: oneLine(dismissal.words) || dismissal.message, detail: dismissal.message, dismissal };
      });
      if (items.length === 0) {
        void vscode.window.showInformationMessage(
          vscode.l10n.t('No problem has been dismissed in this folder.'),
        );
        return;
      }
      const title = vscode.l10n.t('Which problems shall be shown again?');
      const chosen = await vscode.window.showQuickPick(items, {
        title,
        canPickMany: true,
        matchOnDetail: true,
      });
      if (chosen && chosen.length > 0) await dismissals.remove(chosen.map(({ dismissal }) => dismissal));
    }),
  );
}

function isDismissal(value: unknown): value is Dismissal {
  const { key, message, words } = (value ?? {}) as Partial<Record<keyof Dismissal, unknown>>;
  return typeof key === 'string' && typeof message === 'string' && typeof words === 'string';
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
