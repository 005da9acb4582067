import { type BibliographyContent, bibliographyContentSteps, notesSteps, problemAtTop } from './fileContents';
import { explainFileError } from './explainFileError';
import { LastGoodBibliographies } from './lastGoodBibliographies';
import { LibraryAnnouncements } from './libraryAnnouncements';
import { type FileState, LibraryContents } from './libraryContents';
import type { LibraryIndex } from './libraryIndex';
import { MarkedNotesFiles } from './markedNotesFiles';
import { findNotes, isBibliographyName, isNotesName } from './notes/findNotes';
import type { FileProblem, Library } from './notes/library';
import { NotesFile, type NotesFileContent, readContent } from './notes/notesFile';
import { FileError, type NotesWorkspace, type WorkspaceFile } from './notes/workspace';
import { ReadAhead } from './readAhead';
import { type Reading, ReadingProgress } from './readingProgress';
import type { Settings } from './settings';
import { type KeptResolution, SourceResolver, takeResolution } from './sourceResolver';
import type { LibraryStore } from './store/libraryStore';
import type { KeptFiles, KeptNotes } from './store/storedLibrary';
import { neverCancelled } from './util/cancellation';
import { type Disposable, DisposableStore } from './util/disposable';
import { Emitter } from './util/event';
import type { Localize } from './util/localize';
import type { Logger } from './util/logger';
import { Slices } from './util/steps';

/** Notes that were kept with more arguments are decoded in steps; the others when they are asked for. */
const DECODED_AT_ONCE = 1000;
/** So many files are asked for their fingerprints at a time. */
const CHECKED_AT_ONCE = 32;

export interface LibraryReaderInit {
  readonly workspace: NotesWorkspace;
  readonly settings: () => Settings;
  readonly localize: Localize;
  readonly logger: Logger;
  /** Is kept up with what has been read. */
  readonly index: LibraryIndex;
  /** Keeps the library between sessions. */
  readonly store?: LibraryStore;
}

/**
 * Reads notes and bibliographies in slices of time, and again what has changed since; what has been read is there before
 * the rest is. A file that can't be read costs itself alone: it becomes a problem.
 */
export class LibraryReader implements Disposable {
  readonly #workspace: NotesWorkspace;
  readonly #settings: () => Settings;
  readonly #localize: Localize;
  readonly #logger: Logger;
  readonly #index: LibraryIndex;
  readonly #store: LibraryStore | undefined;
  readonly #disposables = new DisposableStore();
  readonly #readings = this.#disposables.add(new Emitter<Reading>());
  readonly #slices = new Slices();
  readonly #contents: LibraryContents;
  readonly #fetching: ReadAhead;
  readonly #marked: MarkedNotesFiles;
  readonly #pendingNotes = new Set<string>();
  readonly #pendingBibliographies = new Set<string>();
  /** Pending notes that have changed: they are read first. */
  readonly #urgent = new Set<string>();
  /** Notes files that are as they were when they were kept. */
  readonly #unchanged = new Map<string, KeptNotes>();
  /** Notes that were kept and that nobody has asked for yet. */
  readonly #undecoded = new Set<string>();
  #kept: Promise<KeptFiles | undefined> | undefined;
  #keptResolvedBy = '';
  #mustList = true;
  #mustVerify = true;
  #mustResolve = true;
  #chosen = '';
  #resolver: SourceResolver | undefined;
  #reading: ReadingProgress | undefined;
  #working: Promise<Library> | undefined;
  #isDisposed = false;
  #isFirst = true;

  readonly #lastGood: LastGoodBibliographies;

  readonly #announcements = this.#disposables.add(
    new LibraryAnnouncements(
      () => (this.#contents.isListed ? this.#contents.version : undefined),
      () => this.library(),
    ),
  );

  /** Fires when notes begin to be read. */
  readonly onDidStartReading = this.#readings.event;

  /** Fires when the library has grown or changed, shortly after the last of several changes. */
  readonly onDidChange = this.#announcements.onDidChange;

  constructor({ workspace, settings, localize, logger, index, store }: LibraryReaderInit) {
    this.#workspace = workspace;
    this.#settings = settings;
    this.#localize = localize;
    this.#logger = logger;
    this.#index = index;
    this.#store = store;
    this.#contents = new LibraryContents(localize);
    this.#fetching = new ReadAhead(workspace);
    this.#marked = new MarkedNotesFiles(workspace);
    this.#lastGood = this.#disposables.add(
      new LastGoodBibliographies((uri) => {
        this.#fetching.forget(uri);
        this.#pendingBibliographies.add(uri);
        this.#announcements.soon();
      }, localize),
    );
    this.#disposables.add(workspace.onDidChange((uris) => this.#take(uris)));
  }

  /** The library once everything is read. */
  library(): Promise<Library> {
    if (!this.#isBehind) return Promise.resolve(this.#contents.library(true));
    this.#working ??= this.#work().finally(() => (this.#working = undefined));
    return this.#working;
  }

  /** What has been read so far; undefined until it is known which files there are. */
  get soFar(): Library | undefined {
    return this.#contents.isListed ? this.#contents.library(!this.#isBehind) : undefined;
  }

  /** The part of it that may be walked through: what was kept is decoded little by little. */
  get ready(): Library | undefined {
    return this.#contents.isListed && this.#isBehind ? this.#contents.ready() : this.soFar;
  }

  /** The pass over the notes files that is going on. */
  get reading(): Reading | undefined {
    return this.#reading;
  }

  /** Reads what was left out when reading was stopped; if nothing was, everything. */
  readAgain(): void {
    this.#fetching.clear();
    const { notes, bibliographies } = this.#contents;
    const stopped = [...notes].filter(([, { isStopped }]) => isStopped).map(([uri]) => uri);
    for (const uri of stopped.length > 0 ? stopped : notes.keys()) this.#pendingNotes.add(uri);
    if (stopped.length === 0) {
      this.#mustList = true;
      this.#marked.clear();
      for (const uri of bibliographies.keys()) this.#pendingBibliographies.add(uri);
    }
    this.#announcements.soon();
    void this.library();
  }

  /** Keeps what has been read for the next session, now. */
  async save(): Promise<void> {
    await this.#store?.save(() => this.#contents.kept());
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#reading?.cancel();
    this.#store?.dispose();
    this.#disposables.dispose();
  }

  get #isBehind(): boolean {
    const pending = this.#pendingNotes.size + this.#pendingBibliographies.size + this.#unchanged.size;
    return this.#working !== undefined || this.#mustList || this.#mustResolve || pending > 0;
  }

  /** Notes what has changed; it is read when somebody asks, or listeners are told. */
  #take(uris: readonly string[] | undefined): void {
    if (uris === undefined || uris.length === 0) {
      this.#mustList = this.#mustVerify = true;
      this.#fetching.clear();
      if (uris === undefined) this.#marked.clear();
      this.#mustResolve ||= this.#chosen !== JSON.stringify(this.#settings().sources);
    }
    for (const uri of uris ?? []) {
      this.#fetching.forget(uri);
      if (this.#contents.file(uri)) this.#changed(uri);
      else this.#mustList = true;
      if (this.#marked.forget(uri)) this.#mustList = true;
      if (isNotesName(uri) || isBibliographyName(uri)) continue;
      // A folder takes with it what lies in it.
      const inFolder = (file: string) => file.startsWith(`${uri}/`);
      [...this.#contents.notes.keys(), ...this.#contents.bibliographies.keys()]
        .filter(inFolder)
        .forEach((file) => this.#changed(file));
      this.#marked.forgetFolder(uri);
    }
    this.#reading?.wake();
    this.#announcements.soon();
  }

  #changed(uri: string): void {
    this.#fetching.forget(uri);
    this.#unchanged.delete(uri);
    if (this.#contents.isBibliography(uri)) this.#pendingBibliographies.add(uri);
    else {
      this.#pendingNotes.add(uri);
      this.#urgent.add(uri);
    }
  }

  async #work(): Promise<Library> {
    this.#announcements.begin();
    try {
      while (!this.#isDisposed && (await this.#step())) this.#announcements.goOn();
    } finally {
      this.#reading?.end();
      this.#reading = undefined;
    }
    if (this.#isFirst) this.#announcements.now();
    else this.#announcements.soon();
    this.#isFirst = false;
    const library = this.#contents.library(true);
    this.#finish(library);
    return library;
  }

  /** Does the next piece of work; false if there is none. */
  async #step(): Promise<boolean> {
    if (this.#mustList) {
      await this.#list();
      return true;
    }
    const [bibliography] = this.#pendingBibliographies;
    if (bibliography !== undefined) {
      await this.#readBibliography(bibliography);
      return true;
    }
    if (this.#mustResolve) {
      await this.#resolveAll();
      return true;
    }
    const [unchanged] = this.#unchanged.values();
    if (unchanged) {
      await this.#takeUp(unchanged);
      return true;
    }
    const [next] = this.#urgent.size > 0 ? this.#urgent : this.#pendingNotes;
    if (next === undefined) return this.#decode();
    if (this.#reading?.isPaused && this.#urgent.size === 0) await this.#reading.woken();
    else await this.#readNotes(next);
    return true;
  }

  async #list(): Promise<void> {
    this.#mustList = false;
    const isDoubtful = this.#mustVerify;
    this.#mustVerify = false;
    this.#kept ??= this.#store?.load() ?? Promise.resolve(undefined);
    const [kept, found] = await Promise.all([
      this.#kept,
      findNotes(this.#workspace, neverCancelled, (file) => this.#marked.has(file)),
    ]);
    this.#kept = Promise.resolve(undefined);
    if (kept) this.#keptResolvedBy = kept.resolvedBy;
    const problems = found.folders.flatMap(({ folder, state }): FileProblem[] => {
      if (state === 'read' || state === 'missing') return [];
      return [problemAtTop(folder, 'notes-file', this.#explain(new FileError(state, folder.name), folder))];
    });
    const bibliographiesBefore = [...this.#contents.bibliographies.keys()].join('\n');
    this.#contents.list(this.#workspace.hasRoot, found, problems);
    const names = new Set(found.notes.map(({ uri }) => uri));
    for (const uri of this.#index.files()) if (!names.has(uri)) this.#index.remove(uri);
    for (const pending of [this.#pendingNotes, this.#urgent, this.#pendingBibliographies])
      for (const uri of pending) {
        if (this.#contents.file(uri)) continue;
        pending.delete(uri);
        this.#fetching.forget(uri);
      }
    await this.#findChanged(found.bibliographies, found.notes, kept, isDoubtful);
    if (bibliographiesBefore !== found.bibliographies.map(({ uri }) => uri).join('\n'))
      this.#mustResolve = true;
  }

  /** Decides which of the files that were found have to be read. */
  async #findChanged(
    bibliographies: readonly WorkspaceFile[],
    notes: readonly WorkspaceFile[],
    kept: KeptFiles | undefined,
    isDoubtful: boolean,
  ): Promise<void> {
    const keptNotes = new Map(kept?.notes.map((each) => [each.uri, each]));
    const keptBibliographies = new Map(kept?.bibliographies.map((each) => [each.uri, each]));
    const check = async (
      uri: string,
      pending: Set<string>,
      known: { readonly fingerprint?: string } | undefined,
    ) => {
      const isSame =
        known?.fingerprint !== undefined &&
        known.fingerprint === (await this.#workspace.fingerprint(uri).catch(() => undefined));
      if (!isSame) pending.add(uri);
      return isSame;
    };
    await this.#inBatches(bibliographies, async ({ uri }) => {
      const state = this.#contents.bibliographies.get(uri);
      if (this.#contents.isMisread(uri)) this.#pendingBibliographies.add(uri);
      if (state && !isDoubtful) return;
      const known = keptBibliographies.get(uri);
      if ((await check(uri, this.#pendingBibliographies, state ?? known)) && !state && known) {
        this.#contents.setBibliography(uri, { fingerprint: known.fingerprint, result: known.content });
        this.#mustResolve = true;
      }
    });
    await this.#inBatches(notes, async ({ uri }) => {
      const state = this.#contents.notes.get(uri);
      if (state && (!isDoubtful || state.isStopped)) return;
      const known = keptNotes.get(uri);
      if (!(await check(uri, this.#pendingNotes, state ?? known)) || state || !known) return;
      this.#unchanged.set(uri, known);
    });
  }

  async #inBatches<T>(all: readonly T[], action: (each: T) => Promise<void>): Promise<void> {
    for (let start = 0; start < all.length; start += CHECKED_AT_ONCE) {
      await this.#slices.breathe();
      await Promise.all(all.slice(start, start + CHECKED_AT_ONCE).map(action));
    }
  }

  async #readBibliography(uri: string): Promise<void> {
    this.#pendingBibliographies.delete(uri);
    const file = this.#contents.file(uri);
    if (!file) return;
    this.#mustResolve = true;
    this.#contents.unsaved++;
    const isCertain = !this.#contents.isPossibleBibliography(uri);
    const set = (read: FileState<BibliographyContent>) => {
      const before = this.#contents.bibliographies.get(uri);
      this.#contents.setBibliography(uri, this.#lastGood.stateAfter(file, read, before));
    };
    try {
      const { fingerprint, content } = await this.#fetching.take(uri, this.#pendingBibliographies);
      const result = await this.#slices.finish(await bibliographyContentSteps(file, content, isCertain));
      set({ fingerprint, result });
    } catch (error) {
      if (this.#isGone(error, this.#contents.bibliographies.has(uri))) return;
      const problem = problemAtTop(file, 'bibliography-entry', this.#explain(error, file));
      set({ problem });
    }
  }

  /** Finds the works of all sources anew. */
  async #resolveAll(): Promise<void> {
    this.#mustResolve = false;
    const { sources } = this.#settings();
    this.#chosen = JSON.stringify(sources);
    this.#contents.collectItems([sources, this.#localize('chosen by you')]);
    this.#resolver = undefined;
    for (const [uri, { result, ...state }] of this.#contents.notes) {
      if (!result) continue;
      const linked = await this.#link(result.file, result.content, []);
      if (result.isReady) await this.#slices.finish(linked.link());
      this.#contents.setNotes(uri, { ...state, result: linked });
    }
  }

  /** Takes notes as they were kept. */
  async #takeUp({ uri, fingerprint, content, resolutions }: KeptNotes): Promise<void> {
    this.#unchanged.delete(uri);
    const file = this.#contents.file(uri);
    if (!file) return;
    const result = await this.#link(file, content, resolutions);
    if (content.argumentCount > DECODED_AT_ONCE) await this.#slices.finish(result.link());
    else this.#undecoded.add(uri);
    this.#contents.setNotes(uri, { fingerprint, result });
  }

  async #readNotes(uri: string): Promise<void> {
    this.#pendingNotes.delete(uri);
    this.#urgent.delete(uri);
    const file = this.#contents.file(uri);
    if (!file) return;
    const reading = this.#startReading();
    reading.advance(file.name);
    if (reading.isCancellationRequested) {
      this.#leaveOut(file);
      return;
    }
    this.#contents.unsaved++;
    try {
      const { fingerprint, content } = await this.#fetching.take(uri, this.#pendingNotes);
      const outline = await this.#slices.finishUnless(reading, await notesSteps(file, content));
      if (!outline) {
        this.#leaveOut(file);
        return;
      }
      const result = await this.#link(file, readContent(outline), []);
      await this.#slices.finish(this.#index.put(result));
      this.#contents.setNotes(uri, { fingerprint, result });
    } catch (error) {
      if (this.#isGone(error, this.#contents.notes.has(uri))) return;
      this.#index.remove(uri);
      this.#contents.setNotes(uri, { problem: problemAtTop(file, 'notes-file', this.#explain(error, file)) });
    }
  }

  /** Makes ready what was only taken up; false if there is nothing. */
  async #decode(): Promise<boolean> {
    const [uri] = this.#undecoded;
    if (uri === undefined) return false;
    this.#undecoded.delete(uri);
    const result = this.#contents.notes.get(uri)?.result;
    if (result && !result.isReady) await this.#slices.finish(result.link());
    return true;
  }

  #startReading(): ReadingProgress {
    if (this.#reading) {
      this.#reading.fileCount = Math.max(
        this.#reading.fileCount,
        this.#reading.position + 1 + this.#pendingNotes.size,
      );
      return this.#reading;
    }
    this.#reading = new ReadingProgress();
    this.#reading.fileCount = this.#pendingNotes.size + 1;
    this.#readings.fire(this.#reading);
    return this.#reading;
  }

  #leaveOut(file: WorkspaceFile): void {
    const message = this.#localize(
      'This file was not read: you stopped it. Run “Marginalia: Read Notes Again” to read it.',
    );
    this.#fetching.clear();
    if (this.#reading) this.#reading.stoppedCount++;
    this.#index.remove(file.uri);
    this.#contents.setNotes(file.uri, {
      problem: problemAtTop(file, 'notes-file', message),
      isStopped: true,
    });
  }

  async #link(
    file: WorkspaceFile,
    content: NotesFileContent,
    kept: readonly KeptResolution[],
  ): Promise<NotesFile> {
    const { items, resolvedBy } = this.#contents;
    const holds = resolvedBy !== '' && resolvedBy === this.#keptResolvedBy;
    const known = holds ? kept.flatMap((each) => takeResolution(each, items) ?? []) : [];
    if (known.length === content.sources.length) {
      const steps = NotesFile.steps(file, content, (_, place) => known[place] ?? { kind: 'missing' });
      return this.#slices.finish(steps);
    }
    const resolver = (this.#resolver ??= await this.#slices.finish(
      SourceResolver.steps(items, this.#settings().sources, this.#localize),
    ));
    return this.#slices.finish(
      NotesFile.steps(file, content, (source) => resolver.resolve(source, file.name)),
    );
  }

  /** A file that was there and isn't any more is no problem: it is looked for anew. */
  #isGone(error: unknown, wasKnown: boolean): boolean {
    const isGone = wasKnown && error instanceof FileError && error.reason === 'missing';
    if (isGone) this.#mustList = true;
    return isGone;
  }

  #explain(error: unknown, file: WorkspaceFile): string {
    this.#logger.warn(`${file.name}: ${error instanceof Error ? error.message : String(error)}`);
    return explainFileError(error, file.name, this.#localize);
  }

  #finish({ arguments: { size }, files, items }: Library): void {
    this.#logger.info(
      `Read ${size} arguments from ${files.length} notes files, ${items.size} bibliography entries`,
    );
    void this.#index.settle();
    this.#store?.saveSoon(
      this.#contents.unsaved,
      files.length,
      () => this.#contents.kept(),
      () => (this.#contents.unsaved = 0),
    );
  }
}
