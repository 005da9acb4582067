import * as vscode from 'vscode';
import { commandIds } from '../core/languageFeatures/commands';
import type { WordingForm } from '../core/languageFeatures/wording';
import type { CitationForm } from '../core/settings';

interface FormPick extends vscode.QuickPickItem {
  readonly wording?: WordingForm;
  readonly citation?: CitationForm;
}

/** `Marginalia: Insert Argument As…`: lets the form be chosen for once, whatever the settings say. */
export function registerInsertArgumentAs(): vscode.Disposable {
  return vscode.commands.registerCommand(commandIds.insertArgumentAs, async (chosen: unknown) => {
    const { argument } = (chosen ?? {}) as { readonly argument?: unknown };
    const forms: readonly FormPick[] = [
      { label: vscode.l10n.t('The notes’ words with a footnote'), wording: 'notes', citation: 'footnote' },
      {
        label: vscode.l10n.t('The notes’ words with a citation for Pandoc'),
        description: '[@key, p. 63]',
        wording: 'notes',
        citation: 'pandoc',
      },
      {
        label: vscode.l10n.t('The notes’ words with the citation in brackets'),
        wording: 'notes',
        citation: 'inline',
      },
      { label: vscode.l10n.t('The beginning of a sentence of your own'), wording: 'stub' },
      { label: vscode.l10n.t('Only the phrase that the notes quote'), wording: 'quotation' },
      { label: vscode.l10n.t('Only the citation'), wording: 'citation' },
    ];
    const picked = await vscode.window.showQuickPick(forms, {
      placeHolder: vscode.l10n.t('How should the argument be inserted?'),
    });
    if (!picked) return;
    const { wording, citation } = picked;
    await vscode.commands.executeCommand(commandIds.insertArgument, { argument, wording, citation });
  });
}
