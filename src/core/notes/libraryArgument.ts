import type { CslItem } from '../citation/cslItem';
import type { Argument, NotesSource, Question } from './outline';
import type { WorkspaceFile } from './workspace';

/** Which work of the bibliographies a source of the notes is. */
export type SourceResolution =
  /** `reason` says to people how it was found. */
  | { readonly kind: 'matched'; readonly item: CslItem; readonly reason: string }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly CslItem[] }
  | { readonly kind: 'missing' };

/** A source of one notes file, and what the bibliographies know about it. */
export interface LibrarySource {
  /** Unique in the library. */
  readonly id: string;
  readonly file: WorkspaceFile;
  readonly notes: NotesSource;
  readonly resolution: SourceResolution;
}

/** An argument with all that is needed to show it, cite it and go to it. */
export interface LibraryArgument {
  /** Unique in the library, and the same again after the file is read again unchanged. */
  readonly id: string;
  readonly file: WorkspaceFile;
  readonly argument: Argument;
  readonly question?: Question;
  readonly source: LibrarySource;
  /** What it is a sub-point of. */
  readonly parent?: LibraryArgument;
  /** What must be shown with it, because it can't be understood without. */
  readonly leansOn?: LibraryArgument;
}
