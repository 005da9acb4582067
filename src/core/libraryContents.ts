import type { CslItem } from './citation/cslItem';
import type { BibliographyContent } from './fileContents';
import { lineRange } from './fileContents';
import type { FoundFiles } from './notes/findNotes';
import type { FileProblem, Library } from './notes/library';
import { LibraryArguments } from './notes/libraryArguments';
import type { NotesFile } from './notes/notesFile';
import type { WorkspaceFile } from './notes/workspace';
import { keepResolution } from './sourceResolver';
import type { KeptFiles } from './store/storedLibrary';

/** What is known of one file: what was read from it, or why nothing was. */
export interface FileState<T> {
  /** Of the file that was read; undefined where that can't be told from another state of it. */
  readonly fingerprint?: string;
  readonly result?: T;
  readonly problem?: FileProblem;
  /** It was left out because reading was stopped. */
  readonly isStopped?: true;
}

/** What has been read so far. */
export class LibraryContents {
  readonly #notes = new Map<string, FileState<NotesFile>>();
  readonly #bibliographies = new Map<string, FileState<BibliographyContent>>();
  #listing:
    | { readonly hasRoot: boolean; readonly found: FoundFiles; readonly problems: readonly FileProblem[] }
    | undefined;
  #files: ReadonlyMap<string, WorkspaceFile> = new Map();
  #bibliographyUris: ReadonlySet<string> = new Set();
  #items: ReadonlyMap<string, CslItem> = new Map();
  #resolvedBy = '';
  #library: Library | undefined;
  #version = 0;
  /** How many files have changed since they were stored. */
  unsaved = 0;

  /** Grows with every change. */
  get version(): number {
    return this.#version;
  }

  get notes(): ReadonlyMap<string, FileState<NotesFile>> {
    return this.#notes;
  }

  get bibliographies(): ReadonlyMap<string, FileState<BibliographyContent>> {
    return this.#bibliographies;
  }

  get items(): ReadonlyMap<string, CslItem> {
    return this.#items;
  }

  /** What the sources of the files are resolved by; empty if that can't be told. */
  get resolvedBy(): string {
    return this.#resolvedBy;
  }

  get isListed(): boolean {
    return this.#listing !== undefined;
  }

  /** Whether a file was found as a bibliography. */
  isBibliography(uri: string): boolean {
    return this.#bibliographyUris.has(uri);
  }

  /** Notes and bibliographies that were found. */
  file(uri: string): WorkspaceFile | undefined {
    return this.#files.get(uri);
  }

  /** Takes what was found, and forgets the files that are gone. @returns the notes files that are */
  list(hasRoot: boolean, found: FoundFiles, problems: readonly FileProblem[]): readonly string[] {
    const before = this.#listing;
    if (!before || JSON.stringify([before.hasRoot, before.found]) !== JSON.stringify([hasRoot, found]))
      this.#changed();
    this.#listing = { hasRoot, found, problems };
    this.#files = new Map([...found.bibliographies, ...found.notes].map((file) => [file.uri, file]));
    const notes = new Set(found.notes.map(({ uri }) => uri));
    const gone = [...this.#notes.keys()].filter((uri) => !notes.has(uri));
    for (const uri of gone) this.#notes.delete(uri);
    this.#bibliographyUris = new Set(found.bibliographies.map(({ uri }) => uri));
    for (const uri of this.#bibliographies.keys())
      if (!this.#bibliographyUris.has(uri)) this.#bibliographies.delete(uri);
    this.unsaved += gone.length;
    return gone;
  }

  setNotes(uri: string, state: FileState<NotesFile>): void {
    this.#notes.set(uri, state);
    this.#changed();
  }

  setBibliography(uri: string, state: FileState<BibliographyContent>): void {
    this.#bibliographies.set(uri, state);
    this.#changed();
  }

  /** Puts the works of all bibliographies together. @param chosen the works that the student has chosen, for `resolvedBy` */
  collectItems(chosen: unknown): void {
    const items = new Map<string, CslItem>();
    const fingerprints: (string | undefined)[] = [];
    for (const { uri } of this.#listing?.found.bibliographies ?? []) {
      const state = this.#bibliographies.get(uri);
      fingerprints.push(uri, state?.fingerprint);
      for (const item of state?.result?.items ?? []) if (!items.has(item.id)) items.set(item.id, item);
    }
    this.#items = items;
    this.#resolvedBy = fingerprints.includes(undefined) ? '' : JSON.stringify([fingerprints, chosen]);
    this.#changed();
  }

  /** Everything that was read so far. */
  library(isComplete: boolean): Library {
    if (this.#library?.isComplete === isComplete) return this.#library;
    const { hasRoot = false, found, problems = [] } = this.#listing ?? {};
    const files = new Map<string, NotesFile>();
    const all = [...problems];
    for (const { uri } of found?.bibliographies ?? []) {
      const { problem, result } = this.#bibliographies.get(uri) ?? {};
      if (problem) all.push(problem);
      for (const each of result?.problems ?? []) all.push(each);
    }
    for (const { uri } of found?.notes ?? []) {
      const { problem, result } = this.#notes.get(uri) ?? {};
      if (problem) all.push(problem);
      if (!result) continue;
      files.set(uri, result);
      for (const { message, line } of result.content.problems)
        all.push({ file: result.file, code: 'notes-file', message, range: lineRange(line) });
    }
    return (this.#library = {
      isComplete,
      hasRoot,
      folders: found?.folders ?? [],
      skipped: found?.skipped ?? [],
      files: [...files.values()],
      items: this.#items,
      arguments: new LibraryArguments(files),
      problems: all,
    });
  }

  /** What is worth keeping: all that was read and can be known again. */
  kept(): KeptFiles {
    const notes = [...this.#notes].flatMap(([uri, { fingerprint, result }]) => {
      if (fingerprint === undefined || !result) return [];
      const resolutions = result.sources.map(({ resolution }) => keepResolution(resolution));
      return [{ uri, fingerprint, resolutions, content: result.content }];
    });
    const bibliographies = [...this.#bibliographies].flatMap(([uri, { fingerprint, result }]) =>
      fingerprint === undefined || !result ? [] : [{ uri, fingerprint, content: result }],
    );
    return { resolvedBy: this.#resolvedBy, notes, bibliographies };
  }

  #changed(): void {
    this.#version++;
    this.#library = undefined;
  }
}
