import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type DirectoryEntry,
  FileError,
  type NotesWorkspace,
  type WorkspaceFile,
} from '../../core/notes/workspace';

/** Paths as the user named them. */
export interface NotesPaths {
  readonly notes: readonly string[];
  readonly bibliographies: readonly string[];
  /** Folders whose own files may be bibliographies. */
  readonly bibliographyFolders: readonly string[];
}

const asFile = (path: string): WorkspaceFile => ({ uri: path, name: path });

/** The notes workspace over Node's file system. It never changes: a command reads once and ends. */
export class NodeNotesWorkspace implements NotesWorkspace {
  readonly hasRoot = true;
  readonly onDidChange = () => ({ dispose: () => {} });
  readonly #paths: NotesPaths;

  constructor(paths: NotesPaths) {
    this.#paths = paths;
  }

  notesFolders(): readonly WorkspaceFile[] {
    return this.#paths.notes.map(asFile);
  }

  bibliographies(): readonly WorkspaceFile[] {
    return this.#paths.bibliographies.map(asFile);
  }

  bibliographyFolders(): readonly WorkspaceFile[] {
    return this.#paths.bibliographyFolders.map(asFile);
  }

  async readDirectory(path: string): Promise<readonly DirectoryEntry[]> {
    const entries = await reading(path, readdir(path, { withFileTypes: true }));
    const found: DirectoryEntry[] = [];
    for (const entry of entries) {
      const file = asFile(join(path, entry.name));
      const isLink = entry.isSymbolicLink();
      const target = isLink ? await stat(file.uri).catch(() => undefined) : entry;
      if (target?.isDirectory()) found.push({ ...file, kind: 'directory', isLink });
      else if (target?.isFile()) found.push({ ...file, kind: 'file', isLink });
    }
    return found;
  }

  isWanted(): boolean {
    return true;
  }

  markdownFiles(): Promise<readonly WorkspaceFile[]> {
    return Promise.resolve([]);
  }

  isEssay(): boolean {
    return true;
  }

  identity(path: string): Promise<string> {
    return reading(path, realpath(path));
  }

  readFile(path: string): Promise<Uint8Array> {
    return reading(path, readFile(path));
  }
}

/** Turns what Node throws into a FileError. */
async function reading<T>(path: string, result: Promise<T>): Promise<T> {
  try {
    return await result;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const missing = code === 'ENOENT' || code === 'ENOTDIR';
    const reason = missing ? 'missing' : code === 'EACCES' || code === 'EPERM' ? 'denied' : 'unreadable';
    throw new FileError(reason, `${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
