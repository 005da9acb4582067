import * as vscode from 'vscode';

type Exchange = <T extends object, K extends keyof T>(space: T, key: K, value: T[K]) => void;

/**
 * Does something while every watcher that is made in the meantime loses all that it should tell.
 * @param work gets what tells whoever listens since then that the student has come back to the window
 */
export async function withLostEvents(work: (comeBack: () => void) => Promise<void>): Promise<void> {
  const windowStates = new vscode.EventEmitter<vscode.WindowState>();
  const { createFileSystemWatcher } = vscode.workspace;
  const { onDidChangeWindowState } = vscode.window;
  const exchange: Exchange = (space, key, value) =>
    Object.defineProperty(space, key, { configurable: true, value });
  exchange(vscode.workspace, 'createFileSystemWatcher', (pattern) =>
    createFileSystemWatcher(pattern, true, true, true),
  );
  exchange(vscode.window, 'onDidChangeWindowState', windowStates.event);
  try {
    await work(() => windowStates.fire({ focused: true, active: true }));
  } finally {
    exchange(vscode.workspace, 'createFileSystemWatcher', createFileSystemWatcher);
    exchange(vscode.window, 'onDidChangeWindowState', onDidChangeWindowState);
    windowStates.dispose();
  }
}
