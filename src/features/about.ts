import * as vscode from 'vscode';
import { commandIds } from '../core/languageFeatures/commands';

/** `Marginalia: About`: whose work is in it, as the licences ask for. */
export function registerAbout(extension: vscode.Extension<unknown>): vscode.Disposable {
  return vscode.commands.registerCommand(commandIds.about, async () => {
    const { version } = extension.packageJSON as { readonly version: string };
    const notices = vscode.l10n.t('Third-Party Notices');
    const chosen = await vscode.window.showInformationMessage(
      vscode.l10n.t('Marginalia {0}', version),
      {
        modal: true,
        detail: [
          vscode.l10n.t('Citations are formatted by citeproc-js, © Frank Bennett (CPAL 1.0).'),
          vscode.l10n.t(
            'Citation styles: the Citation Style Language project, https://citationstyles.org (CC BY-SA 3.0).',
          ),
        ].join('\n'),
      },
      notices,
    );
    if (chosen !== notices) return;
    const file = vscode.Uri.joinPath(extension.extensionUri, 'THIRD_PARTY_NOTICES.md');
    await vscode.commands.executeCommand('markdown.showPreview', file);
  });
}
