import { readBibliography } from './citation/bibliography/readBibliography';
import type { CslItem } from './citation/cslItem';
import { type MatchReason, SourceMatcher } from './citation/source/matchSource';
import { decodeNotes, notesFileSteps, outlineSteps } from './notes/index';
import { findNotes, isBibliographyName, isNotesName } from './notes/findNotes';
import { isMarkedAsNotes, markedHeadLength } from './notes/markedNotes';
import type { SourceResolution } from './notes/libraryArgument';
import type { NotesOutline, NotesSource } from './notes/outline';
import { type EditorText, FileError, type NotesWorkspace, type WorkspaceFile } from './notes/workspace';
import { type FileProblem, type Library, type LibraryBibliography, libraryFile } from './notes/library';
import { type Reading, ReadingProgress } from './readingProgress';
import type { Settings } from './settings';
import { LineMap } from './text/lineMap';
import { neverCancelled } from './util/cancellation';
import { debounce } from './util/debounce';
import type { Disposable } from './util/disposable';
import { Emitter } from './util/event';
import { Slices, type Steps } from './util/steps';
import type { Localize } from './util/localize';
import type { Logger } from './util/logger';

/** Milliseconds without a further change after which listeners are told: a git checkout changes many files at once. */
const ANNOUNCEMENT_PAUSE = 150;

/**
 * Reads notes and bibliographies when they are asked for, and again what has changed since. A file that can't be read
 * costs itself alone: it becomes a problem.
 */
export class LibraryReader implements Disposable {
  readonly #workspace: NotesWorkspace;
  readonly #settings: () => Settings;
  readonly #localize: Localize;
  readonly #logger: Logger;
  readonly #changes = new Emitter<void>();
  readonly #readings = new Emitter<Reading>();
  readonly #announce = debounce(() => this.#changes.fire(), ANNOUNCEMENT_PAUSE);
  readonly #subscription: Disposable;
  readonly #notes = new Map<string, Read<NotesOutline>>();
  readonly #marked = new Map<string, Read<boolean>>();
  readonly #bibliographies = new Map<string, Read<BibliographyFile>>();
  readonly #slices = new Slices();
  #current: Promise<Library> | undefined;
  #changeCount = 0;

  /** Fires when notes begin to be read. */
  readonly onDidStartReading = this.#readings.event;

  /** Fires when `library()` answers anew, shortly after the last of several changes. */
  readonly onDidChange = this.#changes.event;

  constructor(workspace: NotesWorkspace, settings: () => Settings, localize: Localize, logger: Logger) {
    this.#workspace = workspace;
    this.#settings = settings;
    this.#localize = localize;
    this.#logger = logger;
    this.#subscription = workspace.onDidChange((uris) => {
      for (const files of [this.#notes, this.#bibliographies, this.#marked]) {
        if (uris === undefined) files.clear();
        else uris.forEach((uri) => forget(files, uri));
      }
      this.#current = undefined;
      this.#changeCount++;
      this.#announce.call();
    });
  }

  /** The library as it is now. */
  library(): Promise<Library> {
    return (this.#current ??= this.#read());
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#announce.dispose();
    this.#changes.dispose();
    this.#readings.dispose();
  }

  async #read(): Promise<Library> {
    const found = await findNotes(this.#workspace, neverCancelled, (file) => this.#isMarked(file));
    const problems = found.folders.flatMap(({ folder, state }): FileProblem[] => {
      if (state === 'read' || state === 'missing') return [];
      return [problemAtTop(folder, 'notes-file', this.#explain(new FileError(state, folder.name), folder))];
    });
    const items = new Map<string, CslItem>();
    const bibliographies: LibraryBibliography[] = [];
    for (const file of found.bibliographies) {
      if (this.#slices.isOver) await this.#slices.pause();
      const { result, problem } = await this.#readFile(this.#bibliographies, file, (content) =>
        readItems(file, content),
      );
      if (problem !== undefined) problems.push(problemAtTop(file, 'bibliography-entry', problem));
      if (!result) continue;
      problems.push(...result.problems);
      bibliographies.push({ file, format: result.format, citekeys: result.citekeys });
      for (const item of result.items) if (!items.has(item.id)) items.set(item.id, item);
    }

    const files = [];
    const matcher = new SourceMatcher([...items.values()]);
    const stop = { isCancellationRequested: false };
    const reading = new ReadingProgress(found.notes.length, () => (stop.isCancellationRequested = true));
    this.#readings.fire(reading);
    for (const file of found.notes) {
      reading.advance();
      if (stop.isCancellationRequested) {
        problems.push(
          problemAtTop(file, 'notes-file', this.#localize('This file was not read: you stopped it.')),
        );
        continue;
      }
      const { result, problem } = await this.#readFile(this.#notes, file, (content) =>
        this.#slices.finish(readNotes(file, content)),
      );
      if (problem !== undefined) problems.push(problemAtTop(file, 'notes-file', problem));
      if (!result) continue;
      for (const { message, line } of result.problems) {
        problems.push({ file, code: 'notes-file', message, range: lineRange(line) });
      }
      files.push(libraryFile(file, result, (source) => this.#resolve(source, file.name, items, matcher)));
    }
    reading.end();
    const all = files.flatMap((file) => file.arguments);
    this.#logger.info(
      `Read ${all.length} arguments from ${files.length} notes files, ${items.size} bibliography entries`,
    );
    return {
      hasRoot: this.#workspace.hasRoot,
      folders: found.folders,
      skipped: found.skipped,
      files,
      items,
      bibliographies,
      arguments: new Map(all.map((argument) => [argument.id, argument])),
      problems,
    };
  }

  /** Files that can't be read say nothing, and are no business of ours. */
  async #isMarked(file: WorkspaceFile): Promise<boolean> {
    const { result = false } = await this.#readFile(this.#marked, file, (content) =>
      isMarkedAsNotes(
        'encoding' in content
          ? content.text
          : new TextDecoder().decode(content.subarray(0, markedHeadLength)),
      ),
    );
    return result;
  }

  #resolve(
    source: NotesSource,
    fileName: string,
    items: ReadonlyMap<string, CslItem>,
    matcher: SourceMatcher,
  ): SourceResolution {
    const chosen = items.get(this.#settings().sources[source.label] ?? '');
    if (chosen) return { kind: 'matched', item: chosen, reason: this.#localize('chosen by you') };
    const match = matcher.match({ ...source, fileName });
    return match.kind === 'matched' ? { ...match, reason: this.#reason(match.reason) } : match;
  }

  #reason(reason: MatchReason): string {
    const localize = this.#localize;
    const reasons: Readonly<Record<MatchReason, string>> = {
      citekey: localize('found by its citekey'),
      authors: localize('found by its authors'),
      title: localize('found by its title'),
      'authors and title': localize('found by its authors and title'),
      'authors and year': localize('found by its authors and year'),
      'title and year': localize('found by its title and year'),
    };
    return reasons[reason];
  }

  /** Reads a file unless it has been read and not changed since. */
  async #readFile<T>(
    known: Map<string, Read<T>>,
    file: WorkspaceFile,
    parse: (content: Uint8Array | EditorText) => T | Promise<T>,
  ): Promise<Read<T>> {
    const before = known.get(file.uri);
    if (before) return before;
    const changesBefore = this.#changeCount;
    const read = await this.#workspace
      .readFile(file.uri)
      .then(parse)
      .then(
        (result): Read<T> => ({ result }),
        (error: unknown): Read<T> => ({ problem: this.#explain(error, file) }),
      );
    // What changed while it was being read must be read again.
    if (changesBefore === this.#changeCount) known.set(file.uri, read);
    return read;
  }

  #explain(error: unknown, file: WorkspaceFile): string {
    this.#logger.warn(`${file.name}: ${error instanceof Error ? error.message : String(error)}`);
    if (!(error instanceof FileError)) return this.#localize('{0} could not be understood.', file.name);
    switch (error.reason) {
      case 'missing':
        return this.#localize('{0} does not exist.', file.name);
      case 'denied':
        return this.#localize('{0} can’t be opened: you have no permission to read it.', file.name);
      case 'unreadable':
        return this.#localize('{0} can’t be read from the disk.', file.name);
    }
  }
}

/** A folder takes with it what lies in it. */
function forget(files: Map<string, unknown>, uri: string): void {
  if (files.delete(uri) || isNotesName(uri) || isBibliographyName(uri)) return;
  for (const file of files.keys()) if (file.startsWith(`${uri}/`)) files.delete(file);
}

interface Read<T> {
  readonly result?: T;
  readonly problem?: string;
}

const lineRange = (line: number) => ({
  start: { line, character: 0 },
  end: { line, character: Number.MAX_SAFE_INTEGER },
});

function problemAtTop(file: WorkspaceFile, code: FileProblem['code'], message: string): FileProblem {
  return { file, code, message, range: lineRange(0) };
}

/** What one bibliography file holds. */
interface BibliographyFile extends Omit<LibraryBibliography, 'file'> {
  readonly items: readonly CslItem[];
  readonly problems: readonly FileProblem[];
}

/** An unsaved edit counts as it stands in the editor. */
function readNotes({ name }: WorkspaceFile, content: Uint8Array | EditorText): Steps<NotesOutline> {
  const fileName = name.slice(name.lastIndexOf('/') + 1);
  return 'encoding' in content
    ? outlineSteps(content.text, fileName, content.encoding)
    : notesFileSteps(content, fileName);
}

function readItems(file: WorkspaceFile, content: Uint8Array | EditorText): BibliographyFile {
  const { text } = 'encoding' in content ? content : decodeNotes(content);
  const bibliography = readBibliography(text, file.name);
  const lines = new LineMap(text);
  const problems = bibliography.problems().map(({ message, span }): FileProblem => {
    return { file, code: 'bibliography-entry', message, range: lines.rangeOf(span) };
  });
  const citekeys = new Map(
    bibliography.entries.toReversed().map(({ citekey, keySpan }) => [citekey, lines.rangeOf(keySpan)]),
  );
  return { format: bibliography.format, citekeys, items: bibliography.items(), problems };
}
