import * as vscode from 'vscode';
import { type SuggestWidget, TypedSuggestions } from '../../core/editor/typedSuggestions';
import type { Marginalia } from '../../core/marginalia';
import type { Essays } from './essays';

/** Set while the open list holds arguments of ours, so that Tab may take the first of them. */
const CONTEXT_KEY = 'marginalia.suggesting';

/** Set while the open list was opened by a trigger, so that Enter may take the first of it. */
const TRIGGERED_KEY = 'marginalia.triggered';

const { executeCommand } = vscode.commands;

/** Lists that open while the student types. */
export type Suggestions = TypedSuggestions<vscode.TextDocument>;

/** A change from before there was anybody to take it, and when it was made, in milliseconds. */
export interface EarlyChange {
  readonly change: vscode.TextDocumentChangeEvent;
  readonly at: number;
}

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
