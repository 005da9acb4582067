import * as vscode from 'vscode';
import { commandIds } from '../core/languageFeatures/commands';
import type { Marginalia } from '../core/marginalia';
import { type Essays, essaySelector } from './shared/essays';

/** What an accepted ghost text hands over. */
interface AcceptedGhostText {
  readonly argument: string;
  /** The document before and after the ending came in. */
  readonly before: string;
  readonly typed: string;
}

/** The end of the argument that the sentence has begun, in grey, with its citation when it is taken; off by default. */
export function registerGhostText(marginalia: Marginalia, essays: Essays): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerInlineCompletionItemProvider(essaySelector, {
      async provideInlineCompletionItems(document, position, _context, token) {
        const isOn = vscode.workspace.getConfiguration('marginalia', document).get('ghostText', false);
        const essay = isOn ? essays.of(document) : undefined;
        const ghost =
          essay && (await marginalia.language.ghostText(essay, document.offsetAt(position), token));
        if (!ghost || token.isCancellationRequested) return undefined;
        const { argument, ending, begun } = ghost;
        const item = new vscode.InlineCompletionItem(ending, new vscode.Range(position, position));
        const typed = essay.text.slice(begun.start, begun.end);
        const accepted: AcceptedGhostText = { argument, typed, before: essay.text };
        item.command = { title: '', command: commandIds.acceptGhostText, arguments: [accepted] };
        return [item];
      },
    }),

    vscode.commands.registerCommand(commandIds.acceptGhostText, async (accepted: unknown) => {
      const { argument, typed, before } = accepted as AcceptedGhostText;
      const document = vscode.window.activeTextEditor?.document;
      if (!document) return;
      // Ending and citation come in as one step that one undo takes back, so the ending alone is taken back first.
      await vscode.commands.executeCommand('undo');
      if (document.getText() !== before) {
        await vscode.commands.executeCommand('redo');
        return;
      }
      await vscode.commands.executeCommand(commandIds.acceptCompletion, {
        argument,
        typed,
        wording: 'notes',
      });
    }),
  );
}
