import * as vscode from 'vscode';
import { commandIds } from '../core/languageFeatures/commands';
import type { CitationForm } from '../core/settings';

interface FormPick extends vscode.QuickPickItem {
  /** Undefined for the citation alone. */
  readonly form: CitationForm | undefined;
}

/** `Marginalia: Insert Argument As…`: lets the form be chosen for once, whatever the settings say. */
export function registerInsertArgumentAs(): vscode.Disposable {
  return vscode.commands.registerCommand(commandIds.insertArgumentAs, async (chosen: unknown) => {
    const { argument } = (chosen ?? {}) as { readonly argument?: unknown };
    const forms: readonly FormPick[] = [
      { label: vscode.l10n.t('With a footnote'), form: 'footnote' },
      { label: vscode.l10n.t('With a citation for Pandoc'), description: '[@key, p. 63]', form: 'pandoc' },
      { label: vscode.l10n.t('With the citation in brackets'), form: 'inline' },
      { label: vscode.l10n.t('Only the citation, for the sentence at the cursor'), form: undefined },
    ];
    const picked = await vscode.window.showQuickPick(forms, {
      placeHolder: vscode.l10n.t('How should the argument be inserted?'),
    });
    if (!picked) return;
    const { form } = picked;
    if (form === undefined) await vscode.commands.executeCommand(commandIds.insertCitation, { argument });
    else await vscode.commands.executeCommand(commandIds.insertArgument, { argument, form });
  });
}
