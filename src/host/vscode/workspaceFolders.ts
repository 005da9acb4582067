import * as vscode from 'vscode';

/**
 * The folders that relative settings start from: those of the workspace, and the folder of each open Markdown file that
 * lies outside of them, so that a single essay finds the notes beside it.
 */
export function rootFolders(): readonly vscode.Uri[] {
  const roots = new Map<string, vscode.Uri>();
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) roots.set(uri.toString(), uri);
  for (const { uri, languageId, isUntitled } of vscode.workspace.textDocuments) {
    if (languageId !== 'markdown' || isUntitled || vscode.workspace.getWorkspaceFolder(uri)) continue;
    if (uri.scheme !== 'file' && uri.scheme !== 'vscode-remote') continue;
    const folder = vscode.Uri.joinPath(uri, '..');
    roots.set(folder.toString(), folder);
  }
  return [...roots.values()];
}

/** The places that a path from the settings names: itself if it is absolute, else one in each root folder. */
export function resolvePaths(path: string): readonly vscode.Uri[] {
  const trimmed = path.trim();
  if (trimmed === '') return [];
  if (/^(?:[\\/]|[A-Za-z]:[\\/])/.test(trimmed)) {
    const absolute = vscode.Uri.file(trimmed);
    const remote = rootFolders().find(({ scheme }) => scheme !== 'file');
    return [remote ? remote.with({ path: absolute.path }) : absolute];
  }
  return rootFolders().map((root) => vscode.Uri.joinPath(root, trimmed));
}

/** The path of a file as people see it. */
export function displayName(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri);
}
