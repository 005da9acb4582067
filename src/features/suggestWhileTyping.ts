import * as vscode from 'vscode';
import type { Keystroke } from '../core/editor/typedSuggestions';
import { commandIds } from '../core/languageFeatures/commands';
import type { Marginalia } from '../core/marginalia';
import { acceptFirstSuggestion } from './shared/acceptFirstSuggestion';
import type { EarlyChange, Suggestions } from './shared/suggestWidget';

/** Set as long as this is there to be told that the user asks for a list. */
const LISTENING_KEY = 'marginalia.listening';

const { executeCommand } = vscode.commands;

/**
 * Tells what decides when a list opens what is typed, read and asked for.
 * @param early what was typed last before
 */
export function registerSuggestWhileTyping(
  suggestions: Suggestions,
  marginalia: Marginalia,
  early: EarlyChange | undefined,
): vscode.Disposable {
  void executeCommand('setContext', LISTENING_KEY, true);
  const earlier = early && keystrokeOf(early.change);
  if (earlier) void suggestions.typedEarlier(earlier, early.at);
  return vscode.Disposable.from(
    { dispose: () => void executeCommand('setContext', LISTENING_KEY, false) },
    vscode.workspace.onDidChangeTextDocument((change) => {
      const keystroke = keystrokeOf(change);
      if (keystroke) void suggestions.typed(keystroke);
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

/** Undefined for a change that nobody typed, or not where the cursor is. */
function keystrokeOf({
  document,
  contentChanges,
  reason,
}: vscode.TextDocumentChangeEvent): Keystroke<vscode.TextDocument> | undefined {
  const [change] = contentChanges;
  if (!change || contentChanges.length > 1 || change.rangeLength > 0 || reason !== undefined)
    return undefined;
  if (vscode.window.activeTextEditor?.document !== document) return undefined;
  const settings = vscode.workspace.getConfiguration('marginalia', document);
  return {
    document,
    text: change.text,
    cursor: change.rangeOffset + change.text.length,
    isOn: settings.get('completion.whileTyping') !== 'off',
  };
}
