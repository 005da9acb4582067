import { Citations } from './citations';
import { CitationStyles } from './citationStyles';
import { type CitationTools, createCitationTools, memoryOf } from './citationTools';
import type { CslAssets } from './citation/style/engine';
import type { EssayDocument } from './essay/essayDocument';
import type { NoteRecordStorage } from './essay/notes/noteRecord';
import type { SnippetEdit } from './essay/insertion';
import type { CompletionSource } from './editor/completionAnswer';
import { argumentCompletions, citationCompletions } from './editor/completions';
import type { EditorContext } from './editor/context';
import { type Hover, hoverAt } from './editor/hover';
import { type InsertionTarget, insertionOf } from './editor/insertion';
import { type LanguageAnswers, languageAnswers } from './editor/languageAnswers';
import type { Sentence } from './essay/prose';
import { matchAt, SentenceMatches, type SentenceMatch } from './essay/sentenceMatches';
import { argumentCard } from './languageFeatures/argumentCard';
import { type NearMisses, nearMisses } from './languageFeatures/nearMisses';
import { EssayChecks, type EssayReview } from './essayChecks';
import { Slices } from './util/steps';
import { LibraryIndex } from './libraryIndex';
import { LibraryReader } from './libraryReader';
import type { Library } from './notes/library';
import type { LibraryArgument } from './notes/libraryArgument';
import type { NotesWorkspace } from './notes/workspace';
import { isConfident, type SearchMode, type SnapshotStorage, Thesaurus } from './search/index';
import { LibraryStore } from './store/libraryStore';
import { Panel } from './panel';
import type { Reading } from './readingProgress';
import { SearchSettings } from './searchSettings';
import type { Settings } from './settings';
import type { CancellationToken } from './util/cancellation';
import { type Disposable, DisposableStore } from './util/disposable';
import type { Event } from './util/event';
import { Lazy } from './util/lazy';
import { WorkspaceEssays } from './workspaceEssays';
import { within } from './util/within';
import type { Localize } from './util/localize';
import type { Logger } from './util/logger';

export interface MarginaliaInit {
  readonly workspace: NotesWorkspace;
  /** The settings at the time of the call. */
  readonly settings: () => Settings;
  readonly logger: Logger;
  readonly localize: Localize;
  /** Reads the table of `Thesaurus`, when sentences are first compared with notes. */
  readonly readThesaurus: () => Promise<Uint8Array>;
  /** Reads the citation styles, when citations are first formatted; without it they are part of the bundle. */
  readonly readCslAssets?: () => Promise<CslAssets>;
  /** Where it is remembered which footnotes Marginalia wrote; without it they are recognised by how they read. */
  readonly records?: NoteRecordStorage;
  /** Keeps the library between sessions, as long as `key`, what it was made by, is the same. */
  readonly storage?: { readonly snapshot: SnapshotStorage; readonly key: string };
  /** Milliseconds after which questions are answered with what has been read so far. Without it they wait for all of it. */
  readonly answerWithin?: number;
}

/** An argument that a search has found. */
export interface FoundArgument {
  readonly argument: LibraryArgument;
  readonly score: number;
  /** From 0 to 1. */
  readonly confidence: number;
  /** The words of the argument that the match rests on. */
  readonly why: readonly string[];
}

export interface FindOptions {
  readonly mode: SearchMode;
  readonly limit: number;
  /** Only what would be shown unasked. */
  readonly confident?: boolean;
  /** Whether the essay uses an argument already, for `used:no`; without it, `used:` is not looked at. */
  readonly isUsed?: (id: string) => boolean;
}

/** A sentence of the essay with the arguments that it makes, best first. */
export interface MatchedSentence {
  readonly sentence: Sentence;
  readonly matches: readonly { readonly argument: LibraryArgument; readonly confidence: number }[];
}

/** Remembers nothing: for the command line. */
const forgetfulRecords: NoteRecordStorage = { read: () => undefined, write: () => Promise.resolve() };

/** Everything that Marginalia does, over the notes of one workspace. Offsets count UTF-16 units of the essay's text. */
export interface Marginalia extends Disposable, CompletionSource {
  /** Fires when notes or bibliographies have changed. */
  readonly onDidChangeLibrary: Event<void>;
  /** Fires when the notes files begin to be read, all or those that have changed. */
  readonly onDidStartReading: Event<Reading>;
  /** The pass over the notes files that is going on. */
  readonly reading: Reading | undefined;
  /** Reads again what was left out when reading was stopped; if nothing was, everything. */
  readAgain(): void;
  /** All notes and bibliographies, as they are now; what has been read of them, if reading takes longer than a moment. */
  library(): Promise<Library>;
  /** The arguments that match what was typed into a search box, best first; without a query all, in the notes' order. */
  find(query: string): Promise<readonly LibraryArgument[]>;
  /** The arguments that match `query`, best first. */
  search(query: string, options: FindOptions): Promise<readonly FoundArgument[]>;
  /**
   * What has to do with `statement`, an argument's text or a sentence, best first: for browsing, where more is better than
   * silence. What the best answers have in common widens the list.
   */
  related(statement: string, limit: number): Promise<readonly LibraryArgument[]>;
  /** Every sentence of the essay with the arguments that it certainly makes. */
  matches(essay: EssayDocument): Promise<readonly MatchedSentence[]>;
  /**
   * What the essay uses of the notes, what is wrong with it, and which arguments it leaves unused.
   *
   * @param leftOut ids of arguments that are left out on purpose
   */
  review(essay: EssayDocument, leftOut?: ReadonlySet<string>): Promise<EssayReview>;
  /** The same, unless it is cancelled meanwhile. */
  reviewUnless(token: CancellationToken, essay: EssayDocument): Promise<EssayReview | undefined>;
  /** The argument that the words at `offset` make, if it is certain enough to be shown unasked. */
  usedArgument(essay: EssayDocument, offset: number): Promise<SentenceMatch | undefined>;
  /** What the words at `offset` come nearest to, shown or not; undefined where there is no prose. */
  nearMisses(essay: EssayDocument, offset: number): Promise<NearMisses | undefined>;
  /** The card for the words at `offset`; undefined where they make no argument of the notes. */
  hover(essay: EssayDocument, offset: number, token: CancellationToken): Promise<Hover | undefined>;
  /** The full reference of a work, in Markdown; undefined if no bibliography has the citekey. */
  reference(citekey: string): Promise<string | undefined>;
  /** What the editor's other language features ask. */
  readonly language: LanguageAnswers;
  /** Resolves once all notes and bibliographies have been read, for answers that must not be given of a part. */
  whenRead(): Promise<void>;
  /** The source of an argument as a first citation of it reads, in Markdown; undefined if no bibliography knows the source. */
  citation(argument: string): Promise<string | undefined>;
  /** The Markdown card of an argument, by its id; undefined if the library has no such argument (any more). */
  card(argument: string): Promise<string | undefined>;
  /**
   * The edits that put an argument, or its citation, into the essay, in the form that the settings ask for; undefined
   * where nothing can be inserted: in code, front matter, or for an argument that is gone.
   */
  insertion(
    essay: EssayDocument,
    argument: string,
    target: InsertionTarget,
  ): Promise<readonly SnippetEdit[] | undefined>;
  /** What the side panel shows. */
  readonly panel: Panel;
  /** Changes of an essay's citations as a whole. */
  readonly citationTools: CitationTools;
}

/** Arguments that a search shows. */
const MAX_FOUND = 50;

export function createMarginalia(init: MarginaliaInit): Marginalia {
  const { workspace, settings, logger, localize } = init;
  const store = new DisposableStore();
  const index = new LibraryIndex();
  const kept =
    init.storage &&
    new LibraryStore(
      init.storage.snapshot,
      `${init.storage.key} ${settings().searchLanguage ?? ''}`,
      index,
      logger,
    );
  const reader = store.add(new LibraryReader({ workspace, settings, localize, logger, index, store: kept }));
  const searchSettings = new SearchSettings(index, settings, () => reader.readAgain());
  const matches = new SentenceMatches(index);
  const { records = forgetfulRecords } = init;
  const styles = new CitationStyles(settings, workspace, localize, logger, init.readCslAssets);
  const citations = new Citations(styles, (essay) => memoryOf(essay, records));
  const citationTools = createCitationTools({ library: () => reader.library(), styles, records, localize });
  const checks = new EssayChecks(index, matches, settings, localize);
  const reviews = new Slices();
  const lookingUp = new Slices();

  const thesaurus = new Lazy(() =>
    init
      .readThesaurus()
      .then((table) => new Slices().finish(Thesaurus.steps(table)))
      .then(
        (thesaurus) => (index.thesaurus = thesaurus),
        (error: unknown) => logger.warn(`The thesaurus could not be read: ${String(error)}`),
      ),
  );

  /** All of the library, or what `part` has of it if it takes longer than a moment. */
  const inTime = async (part: () => Library | undefined): Promise<Library> => {
    const all = reader.library();
    if (init.answerWithin === undefined) return all;
    return (await within(all, init.answerWithin)) ?? part() ?? all;
  };

  let searched: Library | undefined;
  /** The library, when it is to be searched. */
  const current = async () => {
    const [library] = await Promise.all([inTime(() => reader.soFar), thesaurus.value]);
    const isChanged = searchSettings.apply(library);
    if (isChanged) checks.reset();
    if (isChanged || library !== searched) matches.reset();
    searched = library;
    return library;
  };

  const essays = new WorkspaceEssays(workspace);
  const editor: EditorContext = {
    current,
    index,
    matches,
    uses: (essay, library, token) => lookingUp.finishUnless(token, checks.uses(essay, library)),
    placesOf: (essay, library, argument, token, but) =>
      lookingUp.finishUnless(token, checks.places(essay, library, argument, but)),
    essays,
    citations,
    workspace,
    settings,
    localize,
  };

  const search: Marginalia['search'] = async (query, { mode, limit, confident = false, isUsed }) => {
    const library = await current();
    return index
      .search(query, { mode, limit, isUsed: isUsed && (({ id }) => isUsed(id)) })
      .filter((match) => !confident || isConfident(match, mode))
      .flatMap(({ argument: { id }, score, confidence, why }) => {
        const argument = library.arguments.get(id);
        return argument ? [{ argument, score, confidence, why }] : [];
      });
  };

  return Object.freeze<Marginalia>({
    onDidChangeLibrary: reader.onDidChange,
    onDidStartReading: reader.onDidStartReading,
    get reading() {
      return reader.reading;
    },
    readAgain: () => reader.readAgain(),
    library: () => inTime(() => reader.ready),

    find: async (query) => {
      if (query.trim() === '') return firstOf((await current()).arguments.values(), MAX_FOUND);
      return (await search(query, { mode: 'typing', limit: MAX_FOUND })).map(({ argument }) => argument);
    },

    search,

    related: async (statement, limit) => {
      const library = await current();
      return index.related(statement, limit).flatMap(({ argument: { id, text } }) => {
        const argument = library.arguments.get(id);
        return argument && text !== statement ? [argument] : [];
      });
    },

    matches: async (essay) => {
      const library = await current();
      return essay.sentences.map((sentence) => ({
        sentence,
        matches: matches.confident(essay, sentence).flatMap(({ argument, confidence }) => {
          const used = library.arguments.get(argument);
          return used ? [{ argument: used, confidence }] : [];
        }),
      }));
    },

    review: async (essay, leftOut) => reviews.finish(checks.review(essay, await current(), leftOut)),

    reviewUnless: async (token, essay) => reviews.finishUnless(token, checks.review(essay, await current())),

    usedArgument: async (essay, offset) => {
      await current();
      const sentence = essay.sentenceAt(offset);
      return sentence && matchAt(matches.confident(essay, sentence), offset);
    },

    nearMisses: async (essay, offset) => {
      const library = await current();
      return nearMisses(essay, offset, index, (id) => library.arguments.get(id));
    },

    hover: (essay, offset, token) => hoverAt(editor, essay, offset, token),

    completions: (essay, offset, options, token) =>
      argumentCompletions(editor, essay, offset, options, token),
    citationCompletions: (essay, offset, token) => citationCompletions(editor, essay, offset, token),
    reference: async (citekey) => citations.fullReference({ citekey }, (await reader.library()).items),

    language: languageAnswers(editor),
    whenRead: async () => {
      await reader.library();
    },

    citation: async (argument) => {
      const { arguments: all, items } = await inTime(() => reader.soFar);
      const cited = all.get(argument);
      return cited && citations.reference(cited, items);
    },

    card: async (argument) => {
      const library = await current();
      const shown = library.arguments.get(argument);
      return (
        shown && argumentCard(shown, { localize, citation: await citations.reference(shown, library.items) })
      );
    },

    insertion: (essay, argument, target) => insertionOf(editor, essay, argument, target),

    panel: store.add(new Panel(current, index, citations, checks)),
    citationTools,

    dispose: () => store.dispose(),
  });
}

function firstOf<T>(values: Iterable<T>, count: number): readonly T[] {
  const found: T[] = [];
  for (const value of values) if (found.push(value) >= count) break;
  return found;
}
