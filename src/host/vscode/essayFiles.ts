import type * as vscode from 'vscode';
import { type PathFilter, pathFilter } from '../../core/notes/pathFilter';
import { isInNotesFolder, rootFolders, settingList } from './workspaceFolders';

const filters = new Map<string, PathFilter>();

/** Whether a Markdown file counts as an essay by its place: outside of the notes, and where `marginalia.essays` says. */
export function isEssayFile(uri: vscode.Uri): boolean {
  if (uri.scheme === 'untitled') return true;
  if (uri.scheme.startsWith('marginalia-') || isInNotesFolder(uri)) return false;
  const root = rootFolders().find(({ path }) => uri.path.startsWith(`${path}/`));
  const globs = settingList('essays', root);
  if (globs.length === 0) return true;
  const key = JSON.stringify(globs);
  const filter = filters.get(key) ?? pathFilter(globs, []);
  filters.set(key, filter);
  return filter(root ? uri.path.slice(root.path.length + 1) : uri.path.slice(1));
}
