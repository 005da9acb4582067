import * as vscode from 'vscode';
import { commandIds } from '../core/languageFeatures/commands';
import type { Marginalia } from '../core/marginalia';
import { toRange } from './shared/convert';
import type { Essays } from './shared/essays';

/** `Marginalia: Open in Notes`: goes to the line of an argument, or of the one that the sentence at the cursor makes. */
export function registerOpenArgument(marginalia: Marginalia, essays: Essays): vscode.Disposable {
  return vscode.commands.registerCommand(commandIds.openArgument, async (chosen: unknown) => {
    const { argument, preserveFocus = false } = (chosen ?? {}) as OpenRequest;
    const id = argument ?? (await argumentAtCursor(marginalia, essays));
    const found = (await marginalia.library()).arguments.get(id ?? '');
    if (!found) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('No argument of your notes matches the sentence at the cursor.'),
      );
      return;
    }
    const selection = toRange(found.argument.range);
    await vscode.window.showTextDocument(vscode.Uri.parse(found.file.uri, true), {
      selection: new vscode.Range(selection.start, selection.start),
      preserveFocus,
      preview: true,
    });
  });
}

interface OpenRequest {
  readonly argument?: string;
  readonly preserveFocus?: boolean;
}

async function argumentAtCursor(marginalia: Marginalia, essays: Essays): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  const essay = editor && essays.of(editor.document);
  if (!essay) return undefined;
  const used = await marginalia.usedArgument(essay, editor.document.offsetAt(editor.selection.active));
  return used?.argument;
}
