import type { Event } from '../util/event';

/** A file as the core knows it. */
export interface WorkspaceFile {
  /** Its identity: whatever string the host uses for it. */
  readonly uri: string;
  /** What people call it: its path relative to the workspace. */
  readonly name: string;
}

export interface DirectoryEntry extends WorkspaceFile {
  readonly kind: 'file' | 'directory';
  /** Whether it is a symbolic link to the file or the directory. */
  readonly isLink?: boolean;
}

/** Why a file or a folder could not be read. */
export class FileError extends Error {
  constructor(
    readonly reason: 'missing' | 'denied' | 'unreadable',
    message: string,
  ) {
    super(message);
  }
}

/** A file's text as an editor holds it unsaved. */
export interface EditorText {
  readonly text: string;
  /** The encoding that it will be saved with: VS Code's id. */
  readonly encoding: string;
}

/** The port to where notes and bibliographies lie. */
export interface NotesWorkspace {
  /** Whether there is any place where notes could lie: a folder that is open, or an essay that is saved somewhere. */
  readonly hasRoot: boolean;
  /** The folders that hold notes by the settings; they need not exist. */
  notesFolders(): readonly WorkspaceFile[];
  /** Whether the settings let a file count as notes. */
  isWanted(file: WorkspaceFile): boolean;
  /** Markdown files that may say themselves that they are notes: those that are open, or all of the workspace. */
  markdownFiles(which: 'open' | 'all'): Promise<readonly WorkspaceFile[]>;
  /** Whether the settings let a Markdown file outside of the notes count as an essay. */
  isEssay(file: WorkspaceFile): boolean;
  /**
   * A name of a file or folder that is the same by whatever links one has come to it, as far as the host can tell.
   * @throws FileError
   */
  identity(uri: string): Promise<string>;
  /** Folders whose own files, but not their subfolders', may be bibliographies: where the essays lie. */
  bibliographyFolders(): readonly WorkspaceFile[];
  /** The bibliographies that the settings and the open essays' front matter name; they need not exist. */
  bibliographies(): readonly WorkspaceFile[];
  /** The file that the essay at `essay`, or without one a setting, names by `path`; it need not exist. */
  fileAt(path: string, essay: string | undefined): WorkspaceFile;
  /** @throws FileError */
  readDirectory(uri: string): Promise<readonly DirectoryEntry[]>;
  /**
   * The bytes of a file, or its text if an editor holds it unsaved and shows it in the right encoding.
   * @throws FileError
   */
  readFile(uri: string): Promise<Uint8Array | EditorText>;
  /**
   * Tells one state of a file on the disk from another without reading it, across sessions. Undefined where it can't be
   * told, and where an editor's unsaved text counts instead.
   * @throws FileError
   */
  fingerprint(uri: string): Promise<string | undefined>;
  /** Fires with what changed; `undefined` or nothing means that anything may have. */
  readonly onDidChange: Event<readonly string[] | undefined>;
}
