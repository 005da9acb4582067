import type { Library } from '../notes/library';

/** What is missing before there are arguments to show. */
export type EmptyState = 'noFolder' | 'notesFolderMissing' | 'noNotes' | 'none';

export function emptyState(library: Library): EmptyState {
  if (!library.hasRoot) return 'noFolder';
  if (library.arguments.size > 0) return 'none';
  return library.folders.some(({ state }) => state === 'read') ? 'noNotes' : 'notesFolderMissing';
}
