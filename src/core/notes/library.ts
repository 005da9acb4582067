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

/** One notes file as it was read. */
export interface LibraryFile {
  readonly file: WorkspaceFile;
  readonly outline: NotesOutline;
  readonly sources: readonly LibrarySource[];
  readonly arguments: readonly LibraryArgument[];
}

/** One state of everything that was read: notes, bibliographies, and what went wrong. Immutable. */
export interface Library {
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
  readonly arguments: ReadonlyMap<string, LibraryArgument>;
  readonly problems: readonly FileProblem[];
}

/** The library's part for one notes file: its arguments with their questions, sources and what they lean on, linked. */
export function libraryFile(
  file: WorkspaceFile,
  outline: NotesOutline,
  resolve: (source: NotesOutline['sources'][number]) => LibrarySource['resolution'],
): LibraryFile {
  const sources = outline.sources.map((notes): LibrarySource => {
    return { id: `${file.uri}#${notes.id}`, file, notes, resolution: resolve(notes) };
  });
  const sourceOf = new Map(sources.map((source) => [source.notes.id, source]));
  const linked = new Map<string, LibraryArgument>();
  for (const argument of outline.arguments) {
    const source = sourceOf.get(argument.source);
    if (!source) throw new Error(`Argument ${argument.id} names the unknown source ${argument.source}`);
    linked.set(argument.id, {
      id: `${file.uri}#${argument.id}`,
      file,
      argument,
      source,
      question: argument.question === undefined ? undefined : outline.questions[argument.question],
      parent: linked.get(argument.parent ?? ''),
      leansOn: linked.get(argument.leansOn ?? ''),
    });
  }
  return { file, outline, sources, arguments: [...linked.values()] };
}
