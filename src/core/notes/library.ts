import type { BibliographyFormat } from '../citation/bibliography/bibliography';
import type { CslItem } from '../citation/cslItem';
import type { LibraryArgument, LibrarySource } from './libraryArgument';
import type { FolderState, SkippedFile } from './findNotes';
import type { NotesOutline } from './outline';
import type { WorkspaceFile } from './workspace';
import type { Range } from '../text/position';

/** Something in a file that could not be read as meant. */
export interface FileProblem {
  readonly file: WorkspaceFile;
  readonly code: 'notes-file' | 'bibliography-entry';
  readonly message: string;
  readonly range: Range;
}

/** One bibliography file as it was read. */
export interface LibraryBibliography {
  readonly file: WorkspaceFile;
  readonly format: BibliographyFormat;
  /** Where each citekey stands that the file defines. */
  readonly citekeys: ReadonlyMap<string, Range>;
}

/** One notes file as it was read. What was kept from an earlier session is decoded when it is first asked for. */
export interface LibraryFile {
  readonly file: WorkspaceFile;
  readonly outline: NotesOutline;
  readonly sources: readonly LibrarySource[];
  readonly argumentCount: number;
  readonly arguments: readonly LibraryArgument[];
}

/** One state of everything that was read: notes, bibliographies, and what went wrong. Immutable. */
export interface Library {
  /** Whether all that there is has been read. While it is not, more is to come. */
  readonly isComplete: boolean;
  /** Whether there is any place where notes could lie. */
  readonly hasRoot: boolean;
  readonly folders: readonly FolderState[];
  /** What lies in the notes folders and is no part of the notes. */
  readonly skipped: readonly SkippedFile[];
  readonly files: readonly LibraryFile[];
  /** The works of all bibliographies; of those with the same citekey, the first. */
  readonly items: ReadonlyMap<string, CslItem>;
  /** In the order in which citekeys are looked for in them. */
  readonly bibliographies: readonly LibraryBibliography[];
  /** By id, in the order of the files. */
  readonly arguments: ReadonlyMap<string, LibraryArgument>;
  readonly problems: readonly FileProblem[];
}
