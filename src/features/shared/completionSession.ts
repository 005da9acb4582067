import type * as vscode from 'vscode';

/** What the completion provider asks, and tells, those who open the list while the student types. */
export interface CompletionSession {
  /** Whether this request for completions, of which VS Code tells `triggerKind`, goes back to us and not to the user. */
  isUnasked(document: vscode.TextDocument, triggerKind: vscode.CompletionTriggerKind): boolean;
  /**
   * Closes the open list if it is ours: without our rows, those of others would stay that nobody asked for. Says whether the
   * request that is being answered goes back to us.
   */
  close(document: vscode.TextDocument): Promise<boolean>;
  /**
   * Takes where the phrase begins that the answered list is for; undefined if the answer was empty. Who typed a trigger has
   * asked for the list: there, Enter takes its first row as well.
   */
  answered(document: vscode.TextDocument, start: number | undefined, isTriggered?: boolean): void;
}
