import type { CancellationToken } from '../util/cancellation';
import { Slices } from '../util/steps';
import { type DirectoryEntry, FileError, type NotesWorkspace, type WorkspaceFile } from './workspace';

/** A folder or a file that the settings name, and whether it is there. */
export interface FolderState {
  readonly folder: WorkspaceFile;
  readonly state: 'read' | FileError['reason'];
}

/** A file or folder in a notes folder that is no part of the notes, and why. */
export interface SkippedFile {
  readonly file: WorkspaceFile;
  readonly reason: 'excluded' | 'unsupported' | 'hidden' | 'link' | 'depth';
}

/** A file that may be a bibliography. */
export interface PossibleBibliography {
  readonly file: WorkspaceFile;
  /** It lies in a notes folder: if it is no bibliography it is one of the files that are skipped there. */
  readonly isAmongNotes: boolean;
}

/** What lies in the places where notes and bibliographies may lie. */
export interface FoundFiles {
  readonly folders: readonly FolderState[];
  readonly notes: readonly WorkspaceFile[];
  /** Those that are named first, in their order, then those that lie there, then those that may be bibliographies. */
  readonly bibliographies: readonly WorkspaceFile[];
  /** Of the bibliographies those whose content has to tell, because they are JSON or YAML files. */
  readonly possibleBibliographies: readonly PossibleBibliography[];
  readonly skipped: readonly SkippedFile[];
}

const NOTES = /\.(?:txt|text|md|markdown|mdown|org|docx|csv|json|html?)$/i;
const BIBLIOGRAPHY = /\.(?:bib|bibtex|biblatex|csljson)$/i;
const POSSIBLE_BIBLIOGRAPHY = /\.(?:json|ya?ml)$/i;

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

/** Whether a file of this name may be a bibliography, which its content tells. */
export function isPossibleBibliographyName(name: string): boolean {
  return POSSIBLE_BIBLIOGRAPHY.test(name);
}

/**
 * Lists notes and bibliographies, sorted by name, each file once, by whatever links it is reached. Folders that can't be
 * read are said, not thrown. Markdown files outside of the notes folders are notes if `isMarked` says so; closed ones are
 * asked for only where there are notes or a bibliography in any case.
 */
export function findNotes(
  workspace: NotesWorkspace,
  token: CancellationToken,
  isMarked: (file: WorkspaceFile) => Promise<boolean> = () => Promise.resolve(false),
): Promise<FoundFiles> {
  return new NotesFinder(workspace, token, isMarked).find();
}

interface LinkedEntry {
  readonly entry: DirectoryEntry;
  readonly depth: number;
}

class NotesFinder {
  readonly #workspace: NotesWorkspace;
  readonly #token: CancellationToken;
  readonly #isMarked: (file: WorkspaceFile) => Promise<boolean>;
  readonly #notes = new Map<string, WorkspaceFile>();
  readonly #bibliographies = new Map<string, WorkspaceFile>();
  readonly #possible = new Map<string, PossibleBibliography>();
  readonly #folders: FolderState[] = [];
  readonly #skipped: SkippedFile[] = [];
  readonly #walked = new Set<string>();
  /** Links, which are followed once all that lies there itself is known. */
  readonly #links: LinkedEntry[] = [];
  readonly #slices = new Slices();

  constructor(
    workspace: NotesWorkspace,
    token: CancellationToken,
    isMarked: (file: WorkspaceFile) => Promise<boolean>,
  ) {
    this.#workspace = workspace;
    this.#token = token;
    this.#isMarked = isMarked;
  }

  async find(): Promise<FoundFiles> {
    const workspace = this.#workspace;
    const named = workspace.bibliographies();
    for (const folder of workspace.notesFolders())
      this.#folders.push({ folder, state: await stateOf(this.#walk(folder, 0)) });
    await this.#followLinks();
    for (const folder of workspace.bibliographyFolders()) {
      await stateOf(
        (async () => {
          for (const entry of await workspace.readDirectory(folder.uri)) {
            if (entry.kind === 'file') this.#takeBibliography(entry, false);
          }
        })(),
      );
    }
    await this.#takeMarked('open');
    if (this.#notes.size + this.#bibliographies.size + named.length > 0) await this.#takeMarked('all');
    const namedUris = new Set(named.map(({ uri }) => uri));
    const { compare } = new Intl.Collator();
    const byName = (a: WorkspaceFile, b: WorkspaceFile) => compare(a.name, b.name);
    const lying = [...this.#bibliographies.values()].filter(({ uri }) => !namedUris.has(uri)).sort(byName);
    const possible = [...this.#possible.values()]
      .filter(({ file }) => !namedUris.has(file.uri))
      .sort((a, b) => byName(a.file, b.file));
    return {
      folders: this.#folders,
      notes: [...this.#notes.values()].sort(byName),
      bibliographies: [...named, ...lying, ...possible.map(({ file }) => file)],
      possibleBibliographies: possible,
      skipped: this.#skipped,
    };
  }

  async #walk(folder: WorkspaceFile, depth: number, known?: Set<string>): Promise<void> {
    const entries = await this.#workspace.readDirectory(folder.uri);
    this.#walked.add(folder.uri);
    for (const entry of entries) {
      if (this.#token.isCancellationRequested) return;
      await this.#slices.breathe();
      const name = entry.name.slice(entry.name.lastIndexOf('/') + 1);
      if (name === 'node_modules' || name === '.DS_Store') continue;
      if (name.startsWith('.')) this.#skipped.push({ file: entry, reason: 'hidden' });
      else if (entry.isLink) this.#links.push({ entry, depth });
      else if (known && !(await this.#isNew(entry, known)))
        this.#skipped.push({ file: entry, reason: 'link' });
      else await this.#take(entry, depth, known);
    }
  }

  async #take(entry: DirectoryEntry, depth: number, known?: Set<string>): Promise<void> {
    if (entry.kind === 'file') {
      // A JSON file may be either; its content tells.
      if (this.#takeBibliography(entry, true) && !isNotesName(entry.name)) return;
      if (!isNotesName(entry.name)) this.#skipped.push({ file: entry, reason: 'unsupported' });
      else if (!this.#workspace.isWanted(entry)) this.#skipped.push({ file: entry, reason: 'excluded' });
      else this.#notes.set(entry.uri, entry);
    } else if (depth >= MAX_DEPTH) this.#skipped.push({ file: entry, reason: 'depth' });
    else if (!this.#walked.has(entry.uri)) {
      const state = await stateOf(this.#walk(entry, depth + 1, known));
      if (state !== 'read') this.#folders.push({ folder: entry, state });
    }
  }

  #takeBibliography(entry: DirectoryEntry, isAmongNotes: boolean): boolean {
    if (isBibliographyName(entry.name)) this.#bibliographies.set(entry.uri, entry);
    else if (!isPossibleBibliographyName(entry.name)) return false;
    else if (!this.#possible.has(entry.uri)) this.#possible.set(entry.uri, { file: entry, isAmongNotes });
    return true;
  }

  /** Below a link everything is compared with what is known already. */
  async #followLinks(): Promise<void> {
    if (this.#links.length === 0) return;
    const known = new Set<string>();
    for (const uri of [...this.#walked, ...this.#notes.keys(), ...this.#bibliographies.keys()])
      await this.#isNew({ uri }, known);
    for (let link = this.#links.shift(); link; link = this.#links.shift()) {
      if (this.#token.isCancellationRequested) return;
      if (await this.#isNew(link.entry, known)) await this.#take(link.entry, link.depth, known);
      else this.#skipped.push({ file: link.entry, reason: 'link' });
    }
  }

  async #takeMarked(which: 'open' | 'all'): Promise<void> {
    for (const file of await this.#workspace.markdownFiles(which)) {
      if (this.#token.isCancellationRequested) return;
      await this.#slices.breathe();
      if (this.#notes.has(file.uri) || !this.#workspace.isWanted(file)) continue;
      if (await this.#isMarked(file)) this.#notes.set(file.uri, file);
    }
  }

  async #isNew({ uri }: { readonly uri: string }, known: Set<string>): Promise<boolean> {
    const identity = await this.#workspace.identity(uri).catch(() => uri);
    const isNew = !known.has(identity);
    known.add(identity);
    return isNew;
  }
}

async function stateOf(read: Promise<void>): Promise<FolderState['state']> {
  try {
    await read;
    return 'read';
  } catch (error) {
    if (error instanceof FileError) return error.reason;
    throw error;
  }
}
