import type { CslItem } from './citation/cslItem';
import type { BibliographyContent } from './fileContents';
import { lineRange } from './fileContents';
import type { FoundFiles } from './notes/findNotes';
import { mergeBibliographies } from './mergeBibliographies';
import type { FileProblem, Library, LibraryBibliography } from './notes/library';
import { LibraryArguments } from './notes/libraryArguments';
import type { NotesFile } from './notes/notesFile';
import type { WorkspaceFile } from './notes/workspace';
import { keepResolution } from './sourceResolver';
import type { KeptFiles } from './store/storedLibrary';
import type { Localize } from './util/localize';

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
  readonly #localize: Localize;
  readonly #notes = new Map<string, FileState<NotesFile>>();
  readonly #bibliographies = new Map<string, FileState<BibliographyContent>>();
  #listing:
    | { readonly hasRoot: boolean; readonly found: FoundFiles; readonly problems: readonly FileProblem[] }
    | undefined;
  #files: ReadonlyMap<string, WorkspaceFile> = new Map();
  #bibliographyUris: ReadonlySet<string> = new Set();
  /** JSON and YAML files, by their uri; true for those among the notes. */
  #possible: ReadonlyMap<string, boolean> = new Map();
  #repeated: readonly FileProblem[] = [];
  #items: ReadonlyMap<string, CslItem> = new Map();
  #resolvedBy = '';
  #library: Library | undefined;
  #version = 0;
  /** How many files have changed since they were stored. */
  unsaved = 0;

  constructor(localize: Localize) {
    this.#localize = localize;
  }

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

  /** Whether only the content of a file tells that it is a bibliography. */
  isPossibleBibliography(uri: string): boolean {
    return this.#possible.has(uri);
  }

  /** Whether a file was taken for something else before the student named it as a bibliography. */
  isMisread(uri: string): boolean {
    return !this.#possible.has(uri) && this.#bibliographies.get(uri)?.result?.isBibliography === false;
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
    this.#possible = new Map(
      found.possibleBibliographies.map(({ file, isAmongNotes }) => [file.uri, isAmongNotes]),
    );
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
    const fingerprints: (string | undefined)[] = [];
    const read: { readonly file: WorkspaceFile; readonly content: BibliographyContent }[] = [];
    for (const file of this.#listing?.found.bibliographies ?? []) {
      const state = this.#bibliographies.get(file.uri);
      fingerprints.push(file.uri, state?.fingerprint);
      if (state?.result) read.push({ file, content: state.result });
    }
    const { items, repeated } = mergeBibliographies(read, this.#localize);
    this.#items = items;
    this.#repeated = repeated;
    this.#resolvedBy = fingerprints.includes(undefined) ? '' : JSON.stringify([fingerprints, chosen]);
    this.#changed();
  }

  /** Everything that was read so far. */
  library(isComplete: boolean): Library {
    if (this.#library?.isComplete !== isComplete) this.#library = this.#toLibrary(isComplete, () => true);
    return this.#library;
  }

  /** The part of it that can be walked through without decoding a large part of it at once. */
  ready(): Library {
    return this.#toLibrary(false, ({ isReady }) => isReady);
  }

  #toLibrary(isComplete: boolean, isWanted: (file: NotesFile) => boolean): Library {
    const { hasRoot = false, found, problems = [] } = this.#listing ?? {};
    const files = new Map<string, NotesFile>();
    const all = [...problems];
    const bibliographies: LibraryBibliography[] = [];
    const skipped = [...(found?.skipped ?? [])];
    const notes = new Set(found?.notes.map(({ uri }) => uri));
    for (const file of found?.bibliographies ?? []) {
      const { problem, result } = this.#bibliographies.get(file.uri) ?? {};
      const isAmongNotes = this.#possible.get(file.uri);
      if (problem && isAmongNotes === undefined) all.push(problem);
      if (result?.isBibliography) {
        const { format, citekeys } = result;
        bibliographies.push({ file, format, citekeys: new Map(citekeys.toReversed()) });
        notes.delete(file.uri);
      } else if (isAmongNotes && !notes.has(file.uri) && (result ?? problem))
        skipped.push({ file, reason: 'unsupported' });
      for (const { message, range } of result?.problems ?? [])
        all.push({ file, code: 'bibliography-entry', message: this.#localize(...message), range });
    }
    all.push(...this.#repeated);
    for (const uri of notes) {
      const { problem, result } = this.#notes.get(uri) ?? {};
      if (problem) all.push(problem);
      if (!result || !isWanted(result)) continue;
      files.set(uri, result);
      for (const { message, line } of result.content.problems)
        all.push({
          file: result.file,
          code: 'notes-file',
          message: this.#localize(...message),
          range: lineRange(line),
        });
    }
    return {
      isComplete,
      hasRoot,
      folders: found?.folders ?? [],
      skipped,
      files: [...files.values()],
      items: this.#items,
      bibliographies,
      arguments: new LibraryArguments(files),
      problems: all,
    };
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
