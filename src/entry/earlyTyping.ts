import * as vscode from 'vscode';
import type { EarlyChange } from '../features/shared/suggestWidget';

/** Keeps the last change of a draft from before Marginalia is loaded: nobody else hears of what is typed meanwhile. */
export class EarlyTyping implements vscode.Disposable {
  readonly #subscription = vscode.workspace.onDidChangeTextDocument((change) => {
    if (change.document.languageId === 'markdown') this.#last = { change, at: Date.now() };
  });
  #last: EarlyChange | undefined;

  get last(): EarlyChange | undefined {
    return this.#last;
  }

  dispose(): void {
    this.#subscription.dispose();
  }
}
