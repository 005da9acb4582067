import * as vscode from 'vscode';
import type { Marginalia } from '../core/marginalia';
import type { Reading } from '../core/readingProgress';

/** Milliseconds after which reading is worth a message. */
const PATIENCE = 1000;

/** Shows how far reading the notes is, and lets the student stop it, once it takes longer than a moment. */
export function registerReadingProgress(marginalia: Marginalia): vscode.Disposable {
  return marginalia.onDidStartReading((reading) => {
    setTimeout(() => {
      if (!reading.isDone) void show(reading);
    }, PATIENCE);
  });
}

function show(reading: Reading): Thenable<void> {
  const title = vscode.l10n.t('Marginalia reads your notes');
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, (progress, token) => {
    token.onCancellationRequested(() => reading.cancel());
    return new Promise<void>((resolve) => {
      let shown = 0;
      reading.onDidAdvance(() => {
        if (reading.isDone) {
          resolve();
          return;
        }
        const percent = Math.floor((reading.position / reading.fileCount) * 100);
        if (percent === shown) return;
        progress.report({
          increment: percent - shown,
          message: vscode.l10n.t('{0} of {1} files', reading.position, reading.fileCount),
        });
        shown = percent;
      });
    });
  });
}
