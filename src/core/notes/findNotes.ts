import type { CancellationToken } from '../util/cancellation';
import { FileError, type NotesWorkspace, type WorkspaceFile } from './workspace';

/** A folder or a file that the settings name, and whether it is there. */
export interface FolderState {
  readonly folder: WorkspaceFile;
  readonly state: 'read' | FileError['reason'];
}

/** What lies in the places where notes and bibliographies may lie. */
export interface FoundFiles {
  readonly folders: readonly FolderState[];
  readonly notes: readonly WorkspaceFile[];
  readonly bibliographies: readonly WorkspaceFile[];
}

const NOTES = /\.(?:txt|text|md|markdown|mdown|org|docx)$/i;
const BIBLIOGRAPHY = /\.(?:bib|bibtex)$/i;

/** Deepest folder that is looked into: ends a loop of links that no host has noticed. */
const MAX_DEPTH = 12;

/** Whether a file of this name is read as notes, if it lies in a notes folder. */
export function isNotesName(name: string): boolean {
  return NOTES.test(name);
}

/** Whether a file of this name is read as a bibliography. */
export function isBibliographyName(name: string): boolean {
  return BIBLIOGRAPHY.test(name);
}

/** Lists notes and bibliographies, sorted by name, each file once. Folders that can't be read are said, not thrown. */
export async function findNotes(workspace: NotesWorkspace, token: CancellationToken): Promise<FoundFiles> {
  const notes = new Map<string, WorkspaceFile>();
  const bibliographies = new Map<string, WorkspaceFile>();
  const folders: FolderState[] = [];
  const stateOf = async (read: Promise<void>): Promise<FolderState['state']> => {
    try {
      await read;
      return 'read';
    } catch (error) {
      if (error instanceof FileError) return error.reason;
      throw error;
    }
  };
  const walk = async (folder: WorkspaceFile, depth: number): Promise<void> => {
    for (const entry of await workspace.readDirectory(folder.uri)) {
      if (token.isCancellationRequested) return;
      const name = entry.name.slice(entry.name.lastIndexOf('/') + 1);
      if (name.startsWith('.') || name === 'node_modules') continue;
      if (entry.kind === 'directory') {
        if (depth >= MAX_DEPTH) continue;
        const state = await stateOf(walk(entry, depth + 1));
        if (state !== 'read') folders.push({ folder: entry, state });
      } else if (isBibliographyName(name)) bibliographies.set(entry.uri, entry);
      else if (isNotesName(name)) notes.set(entry.uri, entry);
    }
  };

  for (const file of workspace.bibliographies()) bibliographies.set(file.uri, file);
  for (const folder of workspace.notesFolders())
    folders.push({ folder, state: await stateOf(walk(folder, 0)) });
  for (const folder of workspace.bibliographyFolders()) {
    await stateOf(
      (async () => {
        for (const entry of await workspace.readDirectory(folder.uri)) {
          if (entry.kind === 'file' && isBibliographyName(entry.name)) bibliographies.set(entry.uri, entry);
        }
      })(),
    );
  }
  const byName = (a: WorkspaceFile, b: WorkspaceFile) => a.name.localeCompare(b.name);
  return {
    folders,
    notes: [...notes.values()].sort(byName),
    bibliographies: [...bibliographies.values()].sort(byName),
  };
}
