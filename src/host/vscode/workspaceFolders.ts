import * as vscode from 'vscode';
import { localPath } from '../../core/notes/localPath';

/** Where notes may lie outside of the notes folders, if they say that they are. */
export const markdownGlob = '**/*.{md,markdown,mdown}';

/**
 * Whether a place may be read. In a workspace that is not trusted yet these are its own folders alone, lest what it brings
 * along, such as an essay's front matter, opens other files of the user's.
 */
export function mayRead(uri: vscode.Uri): boolean {
  return vscode.workspace.isTrusted || vscode.workspace.getWorkspaceFolder(uri) !== undefined;
}

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
  return [...roots.values()].filter(mayRead);
}

/** The list of texts that a setting has in a folder; what is not a text is left out. */
export function settingList(setting: string, scope?: vscode.Uri): readonly string[] {
  const value = vscode.workspace.getConfiguration('marginalia', scope ?? null).get<unknown>(setting);
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
}

/**
 * The places that the paths of a setting name: itself if a path is absolute, else one in each root folder whose setting
 * it is.
 */
export function settingPaths(setting: 'notes.folders' | 'bibliographies'): readonly vscode.Uri[] {
  const found = new Map<string, vscode.Uri>();
  const roots = rootFolders();
  for (const root of roots.length > 0 ? roots : [undefined]) {
    for (const path of settingList(setting, root)) {
      const place = resolvePath(path.trim(), root);
      if (place && mayRead(place)) found.set(place.toString(), place);
    }
  }
  return [...found.values()];
}

/** The place that `path` names in the essay at `essay`, or, without an essay, in the settings. */
export function pathBeside(path: string, essay: string | undefined): vscode.Uri {
  const [root] = vscode.workspace.workspaceFolders ?? [];
  const essayUri = essay === undefined ? undefined : vscode.Uri.parse(essay, true);
  const isSaved = essayUri !== undefined && essayUri.scheme !== 'untitled';
  const folder = isSaved ? vscode.Uri.joinPath(essayUri, '..') : root?.uri;
  return resolvePath(path, folder) ?? vscode.Uri.file(localPath(`/${path}`));
}

function resolvePath(path: string, root: vscode.Uri | undefined): vscode.Uri | undefined {
  if (path === '') return undefined;
  const isAbsolute = /^(?:[\\/]|[A-Za-z]:[\\/])/.test(path);
  if (!isAbsolute) return root && vscode.Uri.joinPath(root, path);
  const absolute = vscode.Uri.file(localPath(path));
  return !root || root.scheme === 'file' ? absolute : root.with({ path: absolute.path });
}

/** Whether the file lies in a notes folder of the settings. */
export function isInNotesFolder({ path }: vscode.Uri): boolean {
  return settingPaths('notes.folders').some((folder) => path.startsWith(`${folder.path}/`));
}

/** The path of a file as people see it. */
export function displayName(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri);
}
