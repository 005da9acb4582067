import type { Library } from '../notes/library';

/** What is missing before there are arguments to show. */
export type EmptyState = 'noFolder' | 'notesFolderMissing' | 'noNotes' | 'reading' | 'none';

export function emptyState(library: Library): EmptyState {
  if (!library.hasRoot) return 'noFolder';
  if (library.arguments.size > 0) return 'none';
  if (!library.isComplete) return 'reading';
  return library.folders.some(({ state }) => state === 'read') ? 'noNotes' : 'notesFolderMissing';
}
