import * as vscode from 'vscode';
import { type SuggestWidget, TypedSuggestions } from '../core/editor/typedSuggestions';
import { commandIds } from '../core/languageFeatures/commands';
import type { Marginalia } from '../core/marginalia';
import { acceptFirstSuggestion } from './shared/acceptFirstSuggestion';
import type { Essays } from './shared/essays';

/** Set while the open list holds arguments of ours, so that Tab may take the first of them. */
const CONTEXT_KEY = 'marginalia.suggesting';

/** Set while the open list was opened by a trigger, so that Enter may take the first of it. */
const TRIGGERED_KEY = 'marginalia.triggered';

/** Set as long as this is there to be told that the user asks for a list. */
const LISTENING_KEY = 'marginalia.listening';

const { executeCommand } = vscode.commands;

/** Lists that open while the student types. */
export type Suggestions = TypedSuggestions<vscode.TextDocument>;

/** Makes what decides when a list opens, with VS Code’s list. */
export function typedSuggestions(marginalia: Marginalia, essays: Essays): Suggestions {
  const widget: SuggestWidget<vscode.TextDocument> = {
    open: () => executeCommand('editor.action.triggerSuggest', { auto: true }),
    close: () => executeCommand('hideSuggestWidget'),
    setOurs: (isOurs) => executeCommand('setContext', CONTEXT_KEY, isOurs),
    setTriggered: (isTriggered) => executeCommand('setContext', TRIGGERED_KEY, isTriggered),
    cursorIn(document) {
      const editor = vscode.window.activeTextEditor;
      return editor?.document === document ? document.offsetAt(editor.selection.active) : undefined;
    },
    async findPhrase(document, cursor, token) {
      const essay = essays.of(document);
      const found = essay && (await marginalia.completions(essay, cursor, { asked: false }, token));
      return found?.[0]?.replaces.start;
    },
    async hasPages(document, cursor, token) {
      const essay = essays.of(document);
      return Boolean(essay && (await marginalia.citationCompletions(essay, cursor, token))?.length);
    },
  };
  return new TypedSuggestions(widget);
}

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
