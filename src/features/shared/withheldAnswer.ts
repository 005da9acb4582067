import * as vscode from 'vscode';
import { within } from '../../core/util/within';

/** Milliseconds: whoever asks through VS Code’s API, another extension say, never stops waiting by itself. */
const LONGEST = 5000;

/** Pauses in milliseconds, after each of which a list is closed that has come since. */
const PAUSES = [10, 20, 40, 80, 160];

/** Keeps a list away that nobody asked for: while VS Code waits for an answer it shows none of others’ rows. */
export class WithheldAnswer {
  #last = 0;

  /** Takes that VS Code asks for another list, which is not to be closed. */
  asked(): void {
    this.#last++;
  }

  /**
   * Resolves when VS Code waits for the answer no more: when it asks for another list, or the cursor goes elsewhere; at the
   * latest after `LONGEST`, and what comes then is closed.
   */
  async withhold(token: vscode.CancellationToken): Promise<void> {
    const asked = this.#last;
    await within(untilCancelled(token), LONGEST);
    if (!token.isCancellationRequested) void this.#closeWhatComes(asked);
  }

  async #closeWhatComes(asked: number): Promise<void> {
    for (const pause of PAUSES) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      if (asked !== this.#last) return;
      await vscode.commands.executeCommand('hideSuggestWidget');
    }
  }
}

function untilCancelled(token: vscode.CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    if (token.isCancellationRequested) resolve();
    else token.onCancellationRequested(() => resolve());
  });
}
