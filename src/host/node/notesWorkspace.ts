import { existsSync } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import { localPath } from '../../core/notes/localPath';
import { isBibliographyName, isPossibleBibliographyName } from '../../core/notes/findNotes';
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
  /** Bibliographies that merely lie in the folders don't count. */
  readonly onlyNamedBibliographies?: boolean;
}

/** Where a file lies that an essay names: beside the essay, else, as for pandoc, in the working directory. */
export function fileBeside(named: string, essay: string | undefined): string {
  const path = essay === undefined ? named : localPath(named);
  const beside = isAbsolute(path) || essay === undefined ? path : join(dirname(essay), path);
  return existsSync(beside) || !existsSync(path) ? beside : path;
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

  fileAt(path: string, essay: string | undefined): WorkspaceFile {
    return asFile(fileBeside(path, essay));
  }

  async readDirectory(path: string): Promise<readonly DirectoryEntry[]> {
    const entries = await reading(path, readdir(path, { withFileTypes: true }));
    const found: DirectoryEntry[] = [];
    for (const entry of entries) {
      const file = asFile(join(path, entry.name));
      const isLink = entry.isSymbolicLink();
      const target = isLink ? await stat(file.uri).catch(() => undefined) : entry;
      if (this.#paths.onlyNamedBibliographies === true && isAnyBibliographyName(entry.name)) continue;
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

  async fingerprint(path: string): Promise<string> {
    const { birthtimeMs, mtimeMs, size } = await reading(path, stat(path));
    return JSON.stringify([birthtimeMs, mtimeMs, size]);
  }
}

const isAnyBibliographyName = (name: string) => isBibliographyName(name) || isPossibleBibliographyName(name);

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
