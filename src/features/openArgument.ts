import * as vscode from 'vscode';
import { commandIds } from '../core/languageFeatures/commands';
import type { Marginalia } from '../core/marginalia';
import type { Essays } from './shared/essays';
import { openNotes, type OpenNotesRequest } from './shared/openNotes';

/**
 * `Marginalia: Open in Notes`: goes to the line of an argument, or of the one that the sentence at the cursor makes. Views
 * may also ask for a line of a notes file.
 */
export function registerOpenArgument(marginalia: Marginalia, essays: Essays): vscode.Disposable {
  return vscode.commands.registerCommand(commandIds.openArgument, async (chosen: unknown) => {
    const { argument, place, preserveFocus = false } = (chosen ?? {}) as OpenNotesRequest;
    if (place) {
      await openNotes(marginalia, place.file, { line: place.line, character: 0 }, preserveFocus);
      return;
    }
    const id = argument ?? (await argumentAtCursor(marginalia, essays));
    const found = (await marginalia.library()).arguments.get(id ?? '');
    if (!found) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('No argument of your notes matches the sentence at the cursor.'),
      );
      return;
    }
    await openNotes(marginalia, found.file.uri, found.argument.range.start, preserveFocus);
  });
}

async function argumentAtCursor(marginalia: Marginalia, essays: Essays): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  const essay = editor && essays.of(editor.document);
  if (!essay) return undefined;
  const used = await marginalia.usedArgument(essay, editor.document.offsetAt(editor.selection.active));
  return used?.argument;
}
