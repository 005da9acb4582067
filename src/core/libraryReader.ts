import { type BibliographyContent, bibliographyContentSteps, notesSteps, problemAtTop } from './fileContents';
import { compareWithKnown } from './changedFiles';
import { explainFileError } from './explainFileError';
import { LastGoodBibliographies } from './lastGoodBibliographies';
import { LibraryAnnouncements } from './libraryAnnouncements';
import { type FileState, LibraryContents } from './libraryContents';
import type { LibraryIndex } from './libraryIndex';
import { MarkedNotesFiles } from './markedNotesFiles';
import { findNotes, isBibliographyName, isNotesName } from './notes/findNotes';
import type { FileProblem, Library } from './notes/library';
import { readContent } from './notes/notesFile';
import { FileError, type NotesWorkspace, type WorkspaceFile } from './notes/workspace';
import { PendingFiles } from './pendingFiles';
import { ReadAhead } from './readAhead';
import { type Reading, ReadingProgress } from './readingProgress';
import type { Settings } from './settings';
import { SourceLinker } from './sourceLinker';
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
  readonly #linker: SourceLinker;
  readonly #pending = new PendingFiles();
  /** Notes that were kept and that nobody has asked for yet. */
  readonly #undecoded = new Set<string>();
  #kept: Promise<KeptFiles | undefined> | undefined;
  #mustList = true;
  #mustVerify = true;
  #mustResolve = true;
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

    this.#localize = localize;
    this.#logger = logger;
    this.#index = index;
    this.#store = store;
    this.#contents = new LibraryContents(localize);
    this.#linker = new SourceLinker(this.#contents, settings, localize, this.#slices);
    this.#fetching = new ReadAhead(workspace);
    this.#marked = new MarkedNotesFiles(workspace);
    this.#lastGood = this.#disposables.add(
      new LastGoodBibliographies((uri) => {
        this.#fetching.forget(uri);
        this.#pending.addBibliography(uri);
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
    for (const uri of stopped.length > 0 ? stopped : notes.keys()) this.#pending.addNotes(uri);
    if (stopped.length === 0) {
      this.#mustList = true;
      this.#marked.clear();
      for (const uri of bibliographies.keys()) this.#pending.addBibliography(uri);
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
    return this.#working !== undefined || this.#mustList || this.#mustResolve || !this.#pending.isEmpty;
  }

  /** Notes what has changed; it is read when somebody asks, or listeners are told. */
  #take(uris: readonly string[] | undefined): void {
    if (uris === undefined || uris.length === 0) {
      this.#mustList = this.#mustVerify = true;
      this.#fetching.clear();
      if (uris === undefined) this.#marked.clear();
      this.#mustResolve ||= this.#linker.isOutdated;
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
    this.#pending.change(uri, this.#contents.isBibliography(uri));
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
    const { nextBibliography, nextUnchanged, nextNotes } = this.#pending;
    if (nextBibliography !== undefined) {
      await this.#readBibliography(nextBibliography);
      return true;
    }
    if (this.#mustResolve) {
      this.#mustResolve = false;
      await this.#linker.linkAll();
      return true;
    }
    if (nextUnchanged) {
      await this.#takeUp(nextUnchanged);
      return true;
    }
    if (nextNotes === undefined) return this.#decode();
    if (this.#reading?.isPaused && !this.#pending.hasUrgent) await this.#reading.woken();
    else await this.#readNotes(nextNotes);
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
    if (kept) this.#linker.keptResolvedBy = kept.resolvedBy;
    const problems = found.folders.flatMap(({ folder, state }): FileProblem[] => {
      if (state === 'read' || state === 'missing') return [];
      return [problemAtTop(folder, 'notes-file', this.#explain(new FileError(state, folder.name), folder))];
    });
    const bibliographiesBefore = [...this.#contents.bibliographies.keys()].join('\n');
    this.#contents.list(this.#workspace.hasRoot, found, problems);
    const names = new Set(found.notes.map(({ uri }) => uri));
    for (const uri of this.#index.files()) if (!names.has(uri)) this.#index.remove(uri);
    const gone = this.#pending.retain((uri) => this.#contents.file(uri) !== undefined);
    for (const uri of gone) this.#fetching.forget(uri);
    // One that changed while the folders were being listed may have come back since.
    if (gone.length > 0) this.#mustList = true;
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
    const keptBibliographies = new Map(kept?.bibliographies.map((each) => [each.uri, each]));
    for (const { uri } of bibliographies)
      if (this.#contents.isMisread(uri)) this.#pending.addBibliography(uri);
    const readBibliographies = this.#contents.bibliographies;
    const compared = await compareWithKnown(
      bibliographies.filter(({ uri }) => isDoubtful || !readBibliographies.has(uri)),
      (uri) => readBibliographies.get(uri) ?? keptBibliographies.get(uri),
      this.#workspace,
      this.#slices,
    );
    for (const uri of compared.changed) this.#pending.addBibliography(uri);
    for (const uri of compared.unchanged) {
      const known = keptBibliographies.get(uri);
      if (!known || readBibliographies.has(uri)) continue;
      this.#contents.setBibliography(uri, { fingerprint: known.fingerprint, result: known.content });
      this.#mustResolve = true;
    }
    const keptNotes = new Map(kept?.notes.map((each) => [each.uri, each]));
    const readNotes = this.#contents.notes;
    const isChecked = ({ uri }: WorkspaceFile) => {
      const state = readNotes.get(uri);
      return !state || (isDoubtful && !state.isStopped);
    };
    const comparedNotes = await compareWithKnown(
      notes.filter(isChecked),
      (uri) => readNotes.get(uri) ?? keptNotes.get(uri),
      this.#workspace,
      this.#slices,
    );
    for (const uri of comparedNotes.changed) this.#pending.addNotes(uri);
    for (const uri of comparedNotes.unchanged) {
      const known = keptNotes.get(uri);
      if (known && !readNotes.has(uri)) this.#pending.addUnchanged(known);
    }
  }

  async #readBibliography(uri: string): Promise<void> {
    this.#pending.beginBibliography(uri);
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
      const { fingerprint, content } = await this.#fetching.take(uri, this.#pending.bibliographies);
      const result = await this.#slices.finish(await bibliographyContentSteps(file, content, isCertain));
      set({ fingerprint, result });
    } catch (error) {
      if (this.#isGone(error, this.#contents.bibliographies.has(uri))) return;
      const problem = problemAtTop(file, 'bibliography-entry', this.#explain(error, file));
      set({ problem });
    }
  }

  /** Takes notes as they were kept. */
  async #takeUp({ uri, fingerprint, content, resolutions }: KeptNotes): Promise<void> {
    this.#pending.beginNotes(uri);
    const file = this.#contents.file(uri);
    if (!file) return;
    const result = await this.#linker.link(file, content, resolutions);
    if (content.argumentCount > DECODED_AT_ONCE) await this.#slices.finish(result.link());
    else this.#undecoded.add(uri);
    this.#contents.setNotes(uri, { fingerprint, result });
  }

  async #readNotes(uri: string): Promise<void> {
    this.#pending.beginNotes(uri);
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
      const { fingerprint, content } = await this.#fetching.take(uri, this.#pending.notes);
      const outline = await this.#slices.finishUnless(reading, await notesSteps(file, content));
      if (!outline) {
        this.#leaveOut(file);
        return;
      }
      const result = await this.#linker.link(file, readContent(outline), []);
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
    const left = this.#pending.notes.size + 1;
    if (this.#reading) this.#reading.expect(left);
    else {
      this.#reading = new ReadingProgress(left);
      this.#readings.fire(this.#reading);
    }
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
