import * as vscode from 'vscode';

/** Milliseconds that a file system which may have no search is given to find something. */
const PATIENCE = 2000;

/** File systems that VS Code itself searches. */
const SEARCHED = ['file', 'vscode-remote'];

/**
 * VS Code's search for files, by globs. In a workspace that lies on a virtual file system without a search of its own VS
 * Code waits for one without end: there nothing is found.
 */
export async function findFiles(
  include: vscode.GlobPattern,
  exclude: string | undefined,
  limit: number,
): Promise<readonly vscode.Uri[]> {
  const found = vscode.workspace.findFiles(include, exclude, limit);
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0 || folders.some(({ uri }) => SEARCHED.includes(uri.scheme))) return found;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const nothing = new Promise<readonly vscode.Uri[]>((resolve) => {
    timer = setTimeout(() => resolve([]), PATIENCE);
  });
  return Promise.race([found, nothing]).finally(() => clearTimeout(timer));
}
