import { finish, type Steps } from '../util/steps';
import { analyzerFor, languageOf, type Term } from './analysis';
import { Comparison } from './comparison';
import { isConfident } from './confidence';
import type { Candidate } from './bestCandidates';
import type { Language } from './language';
import { Lexicon } from './lexicon';
import { Library, type LiveSegment } from './library';
import { mannerOf } from './manner';
import type { Match, QueryContext, SearchMode, SearchOptions } from './match';
import { meetsConditions, parseSearch, type SearchQuery } from './queryLanguage';
import { QueryReader } from './queryReader';
import { leastForFeedback, withFeedback } from './related';
import { amongRivals } from './rivals';
import { retrieve, type Wanted } from './retrieval';
import type { SearchableArgument } from './searchableArgument';
import { buildSegment } from './segmentBuilder';
import { decodeSnapshotSteps, encodeSnapshotSteps } from './snapshot';
import type { Segment } from './segment';
import type { SynonymGroups } from './synonyms';
import type { Thesaurus } from './thesaurus';
import { weigh, type ExplainedMatch } from './weighing';

/** How many of the best by BM25F are looked at word by word. */
const weighedCandidates = 30;
/** In a library no larger than this a sentence meets every argument: the right one may share no word with it. */
const weighedWhole = 60;
/** How many are looked through for those that meet a search's conditions. */
const filteredCandidates = 2000;
/** So many arguments become a segment at a time: a few milliseconds. */
const builtAtOnce = 200;
/** A file's language is told by so many of its arguments. */
const detectedFrom = 500;

export interface ArgumentIndexOptions {
  /** The language of all notes; without it, each file's is detected. */
  readonly language?: Language;
  /** Groups of words that are to be taken as the same. */
  readonly synonyms?: SynonymGroups;
}

/** The arguments of the library, found by words. A file is searchable as soon as `update` returns. */
export class ArgumentIndex {
  readonly #library = new Library();
  readonly #lexicon: Lexicon;
  readonly #comparison: Comparison;
  readonly #queries: QueryReader;

  constructor({ language, synonyms }: ArgumentIndexOptions = {}) {
    this.#lexicon = new Lexicon(synonyms);
    this.#queries = new QueryReader(this.#library, this.#lexicon, language);
    this.#comparison = new Comparison(this.#library, this.#lexicon);
  }

  /** Number of arguments. */
  get size(): number {
    return this.#library.size;
  }

  /** Loaded lazily; sentences are understood less well without it. */
  set thesaurus(thesaurus: Thesaurus | undefined) {
    this.#lexicon.thesaurus = thesaurus;
    this.#comparison.reset();
    this.#queries.reset();
  }

  set synonyms(groups: SynonymGroups) {
    this.#lexicon.synonyms = groups;
    this.#comparison.reset();
    this.#queries.reset();
  }

  /** The language of all notes that are put in from now on, and of queries; undefined: as detected. */
  get language(): Language | undefined {
    return this.#queries.language;
  }

  set language(language: Language | undefined) {
    this.#queries.language = language;
  }

  /** Replaces what is known of `file`. */
  update(file: string, args: readonly SearchableArgument[]): void {
    finish(this.updateSteps(file, args));
  }

  /** The same, with breaks; it takes effect at the end, all at once. */
  *updateSteps(file: string, args: readonly SearchableArgument[]): Steps<void> {
    const opening = args.slice(0, detectedFrom).map(({ text }) => text);
    const language = this.language ?? languageOf(opening) ?? 'en';
    const segments: Segment[] = [];
    for (let first = 0; first < args.length; first += builtAtOnce) {
      yield;
      segments.push(buildSegment(file, language, args.slice(first, first + builtAtOnce)));
    }
    this.#library.remove(file);
    for (const segment of segments) this.#library.add(segment);
  }

  remove(file: string): void {
    this.#library.remove(file);
  }

  /**
   * Makes queries fast again after many updates, in slices of a few milliseconds: ask for the next one when there is
   * nothing better to do. Everything stays searchable meanwhile.
   */
  merge(): Steps<void> {
    return this.#library.merge();
  }

  /** The same, further: for when nothing more is to come for a while. */
  settleSteps(): Steps<void> {
    return this.#library.settle();
  }

  /** Merges everything at once. */
  compact(): void {
    this.#library.compact();
  }

  /** The files that the index holds. */
  files(): readonly string[] {
    return this.#library.files();
  }

  /** Everything in bytes, for the next start. @param fingerprints what the host knows each file by, to see changes */
  snapshot(fingerprints: ReadonlyMap<string, string>): Uint8Array {
    return finish(this.snapshotSteps(() => fingerprints)) ?? new Uint8Array();
  }

  /**
   * The same, with breaks; `fingerprints` is called at the moment that the snapshot is taken of. Undefined if files were
   * replaced so often meanwhile that there was no such moment.
   */
  *snapshotSteps(fingerprints: () => ReadonlyMap<string, string>): Steps<Uint8Array | undefined> {
    if (!(yield* this.#library.compactSteps())) return undefined;
    const [segment] = this.#library.segments;
    return yield* encodeSnapshotSteps(segment ?? emptySegment(), fingerprints());
  }

  /**
   * Takes in a snapshot where it lies, without parsing it; the bytes must not change any more. Returns the fingerprints
   * of its files, or undefined, and changes nothing, when it is damaged or of another version. For an empty index.
   */
  attach(snapshot: Uint8Array): ReadonlyMap<string, string> | undefined {
    return finish(this.attachSteps(snapshot));
  }

  /** The same, with breaks. */
  *attachSteps(snapshot: Uint8Array): Steps<ReadonlyMap<string, string> | undefined> {
    const decoded = yield* decodeSnapshotSteps(snapshot);
    if (decoded) this.#library.add(decoded.segment);
    return decoded?.fingerprints;
  }

  /** The arguments that fit `query` best, best first. */
  search(query: string, options: SearchOptions): readonly Match[] {
    return this.explain(query, options).map(({ argument, score, confidence, why, queryWords }) => ({
      argument,
      score,
      confidence,
      why,
      queryWords,
    }));
  }

  /** What of `context` counts: in two that have this in common, every query is answered alike. */
  contextKey(context: QueryContext): string {
    const language = this.#queries.languageOf(context.paragraph ?? '');
    const names = this.#queries.contextNames(context, language);
    const known = [...names].filter((name) => this.#library.containing(name) > 0).sort();
    return [language, context.heading ?? '', ...known].join('\n');
  }

  /** As `search`, with the evidence for each match. */
  explain(query: string, options: SearchOptions): readonly ExplainedMatch[] {
    const { mode, limit = 10, context, isUsed, isUnasked = false } = options;
    const parsed = mode === 'search' ? parseSearch(query) : undefined;
    const conditions = parsed && hasConditions(parsed) ? parsed : undefined;
    const words = parsed?.words ?? query;
    const language = this.#queries.languageOf(words);
    const terms = this.#queries.terms(words, language, mode);
    const meets = ({ segment, argument }: Candidate) =>
      conditions === undefined ||
      meetsConditions(conditions, this.#library.argumentAt({ segment, argument }), isUsed);
    const isWhole =
      terms.length > 0 ? mode === 'sentence' && this.#library.size <= weighedWhole : conditions !== undefined;
    const most = Math.max(isWhole ? weighedWhole : weighedCandidates, limit);
    const candidates = isWhole
      ? this.#everything()
      : retrieve(
          this.#library,
          terms.length > 0 ? this.#queries.wanted(terms, mode, context, language) : [],
          conditions ? Math.max(filteredCandidates, limit) : most,
        );
    const compared = this.#comparison.query(
      terms,
      mannerOf(words),
      this.#queries.contextNames(context, language),
      language,
    );
    const matches = candidates
      .filter(meets)
      .slice(0, most)
      .flatMap((candidate) => {
        const argument = this.#library.argumentAt(candidate);
        const held = this.#comparison.argument(argument, language);
        return weigh(argument, candidate.score, held, compared, mode, isUnasked) ?? [];
      })
      .sort((a, b) => b.score - a.score);
    return (mode === 'sentence' ? amongRivals(matches) : matches)
      .filter((match) => !isUnasked || isConfident(match, mode))
      .slice(0, limit);
  }

  /**
   * A longer list of what has to do with `query`, best first: what the best answers have in common widens it. Without
   * confidence: it is for browsing.
   */
  related(
    query: string,
    limit = 50,
  ): readonly { readonly argument: SearchableArgument; readonly score: number }[] {
    const language = this.#queries.languageOf(query);
    const terms = analyzerFor(language).terms(query);
    if (terms.length === 0) return [];
    const plain = plainly(terms);
    const asPair = (candidate: Candidate) => ({
      argument: this.#library.argumentAt(candidate),
      score: candidate.score,
    });
    if (this.#library.size < leastForFeedback) return retrieve(this.#library, plain, limit).map(asPair);
    const answers = retrieve(this.#library, plain, 3).map((candidate) => ({
      score: candidate.score,
      terms: analyzerFor(language).terms(this.#library.argumentAt(candidate).text),
    }));
    return retrieve(this.#library, withFeedback(terms, answers), limit).map(asPair);
  }

  /** The order by BM25F alone, without context, stand-ins and confidence: what the other answers start from. */
  rank(
    query: string,
    limit: number,
    mode: Exclude<SearchMode, 'sentence'> = 'search',
  ): readonly { readonly argument: SearchableArgument; readonly score: number }[] {
    const language = this.#queries.languageOf(query);
    const wanted =
      mode === 'typing'
        ? this.#queries.wanted(this.#queries.terms(query, language, mode), mode, undefined, language)
        : plainly(analyzerFor(language).terms(query));
    return retrieve(this.#library, wanted, limit).map((candidate) => ({
      argument: this.#library.argumentAt(candidate),
      score: candidate.score,
    }));
  }

  #everything(): Candidate[] {
    return Array.from(this.#library.places(), (place) => ({ ...place, score: 0 }));
  }
}

function emptySegment(): LiveSegment {
  return { segment: buildSegment('', 'en', []), buried: new Uint8Array(0) };
}

function hasConditions({ phrases, excluded, fields }: SearchQuery): boolean {
  return phrases.length + excluded.length + fields.length > 0;
}

/** Each word as it is. */
function plainly(terms: readonly Term[]): Wanted[] {
  return [...new Set(terms.map(({ stem }) => stem))].map((stem) => ({
    alternatives: [{ stem, weight: 1 }],
    importance: 1,
  }));
}
