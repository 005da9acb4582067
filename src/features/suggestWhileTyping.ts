import * as vscode from 'vscode';
import { commandIds } from '../core/languageFeatures/commands';
import type { Marginalia } from '../core/marginalia';
import { acceptFirstSuggestion } from './shared/acceptFirstSuggestion';
import type { Suggestions } from './shared/suggestWidget';

/** Set as long as this is there to be told that the user asks for a list. */
const LISTENING_KEY = 'marginalia.listening';

const { executeCommand } = vscode.commands;

/** Tells what decides when a list opens what is typed, read and asked for. */
export function registerSuggestWhileTyping(
  suggestions: Suggestions,
  marginalia: Marginalia,
): vscode.Disposable {
  void executeCommand('setContext', LISTENING_KEY, true);
  return vscode.Disposable.from(
    { dispose: () => void executeCommand('setContext', LISTENING_KEY, false) },
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
      const [change] = contentChanges;
      if (!change || contentChanges.length > 1 || change.rangeLength > 0 || reason !== undefined) return;
      if (vscode.window.activeTextEditor?.document !== document) return;
      const settings = vscode.workspace.getConfiguration('marginalia', document);
      void suggestions.typed({
        document,
        text: change.text,
        cursor: change.rangeOffset + change.text.length,
        isOn: settings.get('completion.whileTyping') !== 'off',
      });
    }),
    marginalia.onDidChangeLibrary(() => void suggestions.libraryChanged()),
    vscode.window.onDidChangeActiveTextEditor(() => suggestions.leftDocument()),
    vscode.commands.registerCommand(commandIds.selectCompletion, acceptFirstSuggestion),
    vscode.commands.registerCommand(commandIds.suggestMore, async () => {
      suggestions.expectUser();
      // VS Code asks for nothing while a list is open.
      await executeCommand('hideSuggestWidget');
      await executeCommand('editor.action.triggerSuggest');
    }),
  );
}
