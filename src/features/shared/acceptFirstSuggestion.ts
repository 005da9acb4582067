import * as vscode from 'vscode';

/** How often, and after which pauses in milliseconds, taking a suggestion is tried again. */
const RETRY_PAUSES = [100, 300, 600];

/** Takes the first suggestion. While VS Code fills the list anew there is none to take, which it tells nobody. */
export async function acceptFirstSuggestion(): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const before = document?.version;
  for (const pause of RETRY_PAUSES) {
    await vscode.commands.executeCommand('selectFirstSuggestion');
    await vscode.commands.executeCommand('acceptSelectedSuggestion');
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (document?.version !== before) return;
  }
}
