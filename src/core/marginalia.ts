import { Citations } from './citations';
import type { EssayDocument } from './essay/essayDocument';
import { planInsertion, type SnippetEdit } from './essay/insertion';
import { citationPlace } from './essay/citationPlace';
import type { Sentence } from './essay/prose';
import { argumentsUsedIn, argumentUsedAt, type UsedArgument } from './essay/usedArguments';
import { argumentCard } from './languageFeatures/argumentCard';
import { commandIds } from './languageFeatures/commands';
import { type Completion, type CompletionOptions, completionsAt } from './languageFeatures/completions';
import { LibraryIndex } from './libraryIndex';
import { LibraryReader } from './libraryReader';
import type { Library } from './notes/library';
import type { LibraryArgument } from './notes/libraryArgument';
import type { NotesWorkspace } from './notes/workspace';
import { isConfident, type SearchMode, type SnapshotStorage, Thesaurus } from './search/index';
import { LibraryStore } from './store/libraryStore';
import type { Reading } from './readingProgress';
import type { Settings } from './settings';
import type { Span } from './text/position';
import type { CancellationToken } from './util/cancellation';
import { type Disposable, DisposableStore } from './util/disposable';
import type { Event } from './util/event';
import { Lazy } from './util/lazy';
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
  /** Keeps the library between sessions, as long as `key`, what it was made by, is the same. */
  readonly storage?: { readonly snapshot: SnapshotStorage; readonly key: string };
  /** Milliseconds after which questions are answered with what has been read so far. Without it they wait for all of it. */
  readonly answerWithin?: number;
}

/** What an argument, or only its citation, is put in place of. */
export type InsertionTarget =
  /** The argument's words and their citation replace `at`. */
  | { readonly kind: 'argument'; readonly at: Span }
  /** Only the citation, at the end of the sentence that holds the offset. */
  | { readonly kind: 'citation'; readonly sentenceAt: number };

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
}

/** A sentence of the essay with the arguments that it makes, best first. */
export interface MatchedSentence {
  readonly sentence: Sentence;
  readonly matches: readonly { readonly argument: LibraryArgument; readonly confidence: number }[];
}

/** The card for a phrase of the essay. */
export interface Hover {
  /** The words of the essay that the card is about. */
  readonly span: Span;
  readonly markdown: string;
  /** The commands that links of the card run. */
  readonly commands: readonly string[];
}

/** Everything that Marginalia does, over the notes of one workspace. Offsets count UTF-16 units of the essay's text. */
export interface Marginalia extends Disposable {
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
  /** Every sentence of the essay with the arguments that it certainly makes. */
  matches(essay: EssayDocument): Promise<readonly MatchedSentence[]>;
  /** The argument that the words at `offset` make, if it is certain enough to be shown unasked. */
  usedArgument(essay: EssayDocument, offset: number): Promise<UsedArgument | undefined>;
  /** The card for the words at `offset`; undefined where they make no argument of the notes. */
  hover(essay: EssayDocument, offset: number, token: CancellationToken): Promise<Hover | undefined>;
  /** What could be meant by the words before `offset`. */
  completions(
    essay: EssayDocument,
    offset: number,
    options: CompletionOptions,
    token: CancellationToken,
  ): Promise<readonly Completion[]>;
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
}

/** Arguments that a search shows. */
const MAX_FOUND = 50;

export function createMarginalia(init: MarginaliaInit): Marginalia {
  const { workspace, settings, logger, localize } = init;
  const store = new DisposableStore();
  const index = new LibraryIndex();
  const kept = init.storage && new LibraryStore(init.storage.snapshot, init.storage.key, index, logger);
  const reader = store.add(new LibraryReader({ workspace, settings, localize, logger, index, store: kept }));
  const citations = new Citations(settings, logger);

  const thesaurus = new Lazy(() =>
    init.readThesaurus().then(
      (table) => (index.thesaurus = new Thesaurus(table)),
      (error: unknown) => logger.warn(`The thesaurus could not be read: ${String(error)}`),
    ),
  );

  /** All of the library, or what `part` has of it if it takes longer than a moment. */
  const inTime = async (part: () => Library | undefined): Promise<Library> => {
    const all = reader.library();
    if (init.answerWithin === undefined) return all;
    return (await within(all, init.answerWithin)) ?? part() ?? all;
  };

  /** The library, when it is to be searched. */
  const current = async () => (await Promise.all([inTime(() => reader.soFar), thesaurus.value]))[0];

  const cardOf = async (shown: LibraryArgument, library: Library, essay?: { readonly offset: number }) => {
    const actions = essay && [
      {
        title: localize('Insert Citation'),
        command: commandIds.insertCitation,
        args: { argument: shown.id, offset: essay.offset },
      },
      { title: localize('Open in Notes'), command: commandIds.openArgument, args: { argument: shown.id } },
    ];
    return argumentCard(shown, {
      localize,
      citation: await citations.reference(shown, library.items),
      actions,
    });
  };

  const search: Marginalia['search'] = async (query, { mode, limit, confident = false }) => {
    const library = await current();
    return index
      .search(query, { mode, limit })
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

    matches: async (essay) => {
      const library = await current();
      return essay.sentences.map((sentence) => ({
        sentence,
        matches: argumentsUsedIn(essay, sentence, index).flatMap(({ argument, confidence }) => {
          const used = library.arguments.get(argument);
          return used ? [{ argument: used, confidence }] : [];
        }),
      }));
    },

    usedArgument: async (essay, offset) => {
      await current();
      return argumentUsedAt(essay, offset, index);
    },

    hover: async (essay, offset, token) => {
      const library = await current();
      if (token.isCancellationRequested) return undefined;
      const used = argumentUsedAt(essay, offset, index);
      const shown = used && library.arguments.get(used.argument);
      if (!shown) return undefined;
      const markdown = await cardOf(shown, library, { offset });
      return { span: used.span, markdown, commands: [commandIds.insertCitation, commandIds.openArgument] };
    },

    completions: async (essay, offset, options, token) => {
      const library = await current();
      if (token.isCancellationRequested) return [];
      return completionsAt(essay, offset, options, index, (id) => library.arguments.get(id));
    },

    card: async (argument) => {
      const library = await current();
      const shown = library.arguments.get(argument);
      return shown && cardOf(shown, library);
    },

    insertion: async (essay, argument, target) => {
      const library = await current();
      const chosen = library.arguments.get(argument);
      const form = settings().insertionCitation;
      const at =
        target.kind === 'argument'
          ? target.at
          : citationPlace(essay, target.sentenceAt, form === 'footnote' ? form : 'inText');
      const place = at && essay.placeAt(at.start);
      if (!chosen || !at || place === 'code' || place === 'frontMatter') return undefined;
      const citation = await citations.render(
        chosen,
        place === 'footnote' ? 'inline' : form,
        essay,
        at.start,
        library.items,
      );
      return planInsertion(essay, {
        at,
        wording: target.kind === 'argument' ? chosen.argument.text : '',
        citation,
      });
    },

    dispose: () => store.dispose(),
  });
}

function firstOf<T>(values: Iterable<T>, count: number): readonly T[] {
  const found: T[] = [];
  for (const value of values) if (found.push(value) >= count) break;
  return found;
}
