import { finish, type Steps } from '../util/steps';
import { analyzerFor, languageOf, type Term } from './analysis';
import { Comparison } from './comparison';
import { searchConfidence, sentenceConfidence, typingConfidence } from './confidence';
import {
  align,
  comparedQuery,
  evidenceOf,
  type Alignment,
  type ComparedArgument,
  type ComparedQuery,
  type Evidence,
} from './evidence';
import type { Language } from './language';
import { Lexicon } from './lexicon';
import { Library, type LiveSegment } from './library';
import type { Match, QueryContext, SearchMode, SearchOptions } from './match';
import { isNegated } from './negation';
import { meetsConditions, parseSearch, type SearchQuery } from './queryLanguage';
import { finishedTerm, isName, proseTerm, unfinishedTerm, type QueryTerm } from './queryTerms';
import { repetition } from './ranking';
import { leastForFeedback, withFeedback } from './related';
import { retrieve, type Candidate, type Wanted } from './retrieval';
import type { SearchableArgument } from './searchableArgument';
import { buildSegment } from './segmentBuilder';
import { decodeSnapshotSteps, encodeSnapshotSteps } from './snapshot';
import type { Segment } from './segment';
import type { Thesaurus } from './thesaurus';

/** How many of the best by BM25F are looked at word by word. */
const weighedCandidates = 30;
/** How many are looked through for those that meet a search's conditions. */
const filteredCandidates = 2000;
/** Of what is typed, so many words up to the cursor may be the beginning of an argument. */
const typedTerms = 6;
/** What comes after so many terms of a sentence or a pasted passage is left out. */
const mostTerms = 300;
/** So many arguments become a segment at a time: a few milliseconds. */
const builtAtOnce = 200;
/** A file's language is told by so many of its arguments. */
const detectedFrom = 500;
/** What the paragraph's names and the heading count beside the sentence. */
const contextImportance = 0.1;

export interface ArgumentIndexOptions {
  /** The language of all notes; without it, each file's is detected. */
  readonly language?: Language;
  /** Groups of words that are to be taken as the same. */
  readonly synonyms?: readonly (readonly string[])[];
}

/** A match and what its confidence rests on, for calibration and for explaining a silence. */
export interface ExplainedMatch extends Match {
  readonly evidence: Evidence;
}

/** The arguments of the library, found by words. A file is searchable as soon as `update` returns. */
export class ArgumentIndex {
  readonly #library = new Library();
  readonly #lexicon: Lexicon;
  readonly #comparison: Comparison;
  readonly #language: Language | undefined;

  constructor({ language, synonyms }: ArgumentIndexOptions = {}) {
    this.#language = language;
    this.#lexicon = new Lexicon(synonyms);
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
  }

  /** Replaces what is known of `file`. */
  update(file: string, args: readonly SearchableArgument[]): void {
    finish(this.updateSteps(file, args));
  }

  /** The same, with breaks; it takes effect at the end, all at once. */
  *updateSteps(file: string, args: readonly SearchableArgument[]): Steps<void> {
    const opening = args.slice(0, detectedFrom).map(({ text }) => text);
    const language = this.#language ?? languageOf(opening) ?? 'en';
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

  /** As `search`, with the evidence for each match. */
  explain(query: string, options: SearchOptions): readonly ExplainedMatch[] {
    const { mode, limit = 10, context, isUsed } = options;
    const parsed = mode === 'search' ? parseSearch(query) : undefined;
    const conditions = parsed && hasConditions(parsed) ? parsed : undefined;
    const words = parsed?.words ?? query;
    const language = this.#languageOf(words);
    const terms = this.#queryTerms(words, language, mode);
    const meets = ({ segment, argument }: Candidate) =>
      conditions === undefined ||
      meetsConditions(conditions, this.#library.argumentAt({ segment, argument }), isUsed);
    const wanted = terms.length > 0 ? this.#wanted(terms, mode, context, language) : [];
    const size = Math.max(conditions ? filteredCandidates : weighedCandidates, limit);
    const candidates =
      terms.length > 0 ? retrieve(this.#library, wanted, size) : conditions ? this.#everything() : [];
    const compared = comparedQuery(
      terms.map((term) => this.#comparison.asked(term)),
      isNegated(words),
      this.#contextNames(context, language),
    );
    return candidates
      .filter(meets)
      .slice(0, Math.max(weighedCandidates, limit))
      .map((candidate) => this.#match(candidate, compared, language, mode))
      .sort((a, b) => b.score - a.score)
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
    const language = this.#languageOf(query);
    const terms = analyzerFor(language).terms(query);
    if (terms.length === 0) return [];
    const plain = distinctStems(terms).map((stem) => ({
      alternatives: [{ stem, weight: 1 }],
      importance: 1,
    }));
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
  ): readonly { readonly argument: SearchableArgument; readonly score: number }[] {
    const terms = analyzerFor(this.#languageOf(query)).terms(query);
    const wanted = distinctStems(terms).map((stem) => ({
      alternatives: [{ stem, weight: 1 }],
      importance: 1,
    }));
    return retrieve(this.#library, wanted, limit).map((candidate) => ({
      argument: this.#library.argumentAt(candidate),
      score: candidate.score,
    }));
  }

  #languageOf(query: string): Language {
    return this.#language ?? languageOf([query]) ?? this.#library.mainLanguage;
  }

  #queryTerms(query: string, language: Language, mode: SearchMode): QueryTerm[] {
    const all = analyzerFor(language).terms(query);
    const terms = mode === 'typing' ? all.slice(-typedTerms) : all.slice(0, mostTerms);
    const last = terms.at(-1);
    const unfinished = mode !== 'sentence' && query.trimEnd().length === last?.end ? last : undefined;
    return terms.map((term) => {
      if (mode === 'sentence') return proseTerm(term, this.#library, this.#lexicon);
      const open = term === unfinished && (mode === 'typing' || this.#library.containing(term.stem) === 0);
      return open
        ? unfinishedTerm(term, this.#library, this.#lexicon)
        : finishedTerm(term, this.#library, this.#lexicon);
    });
  }

  #wanted(
    terms: readonly QueryTerm[],
    mode: SearchMode,
    context: QueryContext | undefined,
    language: Language,
  ): Wanted[] {
    const times = new Map<string, number>();
    for (const { term } of terms) times.set(term.stem, (times.get(term.stem) ?? 0) + 1);
    const wanted = [...new Map(terms.map((term) => [term.term.stem, term])).values()].map(
      ({ term, alternatives }) => ({
        alternatives: Array.from(alternatives, ([stem, weight]) => ({ stem, weight })),
        importance:
          repetition(times.get(term.stem) ?? 1) *
          (mode === 'sentence' ? 1 - 0.5 * this.#lexicon.commonness(term.stem) : 1),
      }),
    );
    const heading = analyzerFor(language).terms(context?.heading ?? '');
    const around = new Set([...this.#contextNames(context, language), ...heading.map(({ stem }) => stem)]);
    for (const stem of around)
      wanted.push({ alternatives: [{ stem, weight: 1 }], importance: contextImportance });
    return wanted;
  }

  #contextNames(context: QueryContext | undefined, language: Language): ReadonlySet<string> {
    const terms = analyzerFor(language).terms(context?.paragraph ?? '');
    return new Set(
      terms.filter((term) => isName(term, this.#library, this.#lexicon)).map(({ stem }) => stem),
    );
  }

  #everything(): Candidate[] {
    return Array.from(this.#library.places(), (place) => ({ ...place, score: 0 }));
  }

  #match(candidate: Candidate, asked: ComparedQuery, language: Language, mode: SearchMode): ExplainedMatch {
    const argument = this.#library.argumentAt(candidate);
    const compared = this.#comparison.argument(argument, language);
    const query = mode === 'typing' ? fromFirstMatch(asked, compared) : asked;
    const alignment = align(query, compared);
    const evidence = evidenceOf(query, compared, alignment);
    const begins = beginsAlike(query, compared);
    const confidence = confidenceOf(mode, evidence, alignment, begins);
    return {
      argument,
      score: scoreOf(mode, candidate, evidence, begins, confidence),
      confidence,
      why: matchedWords(compared.terms, alignment.argument),
      queryWords: query.terms
        .filter((_, q) => (alignment.query[q] ?? 0) > 0)
        .map(({ term: { start, end } }) => ({ start, end })),
      evidence,
    };
  }
}

/** What was typed before an argument begins says nothing about it: "By 1950 Stalin pass". */
function fromFirstMatch(query: ComparedQuery, argument: ComparedArgument): ComparedQuery {
  const first = align(query, argument).query.findIndex((strength) => strength > 0);
  return first <= 0 ? query : comparedQuery(query.terms.slice(first), query.negated, query.contextNames);
}

function beginsAlike({ terms }: ComparedQuery, argument: ComparedArgument): boolean {
  const [first] = terms;
  if (!first) return false;
  return (
    first.alternatives.has(argument.terms[0]?.stem ?? '') || first.alternatives.has(argument.handleOpening)
  );
}

function emptySegment(): LiveSegment {
  return { segment: buildSegment('', 'en', []), buried: new Uint8Array(0) };
}

function confidenceOf(mode: SearchMode, evidence: Evidence, alignment: Alignment, begins: boolean): number {
  if (mode === 'sentence') return sentenceConfidence(evidence);
  return mode === 'typing'
    ? typingConfidence(evidence, alignment, begins)
    : searchConfidence(evidence, alignment);
}

function scoreOf(
  mode: SearchMode,
  { score }: Candidate,
  evidence: Evidence,
  begins: boolean,
  confidence: number,
): number {
  if (mode === 'sentence') return confidence;
  if (mode === 'search') return score;
  // What is typed is more often the beginning of an argument than its middle.
  return score * (0.5 + evidence.queryCoverage) * (begins ? 1.2 : 1);
}

function hasConditions({ phrases, excluded, fields }: SearchQuery): boolean {
  return phrases.length + excluded.length + fields.length > 0;
}

function distinctStems(terms: readonly Term[]): string[] {
  return [...new Set(terms.map(({ stem }) => stem))];
}

function matchedWords(terms: readonly Term[], strengths: readonly number[]): string[] {
  return [...new Set(terms.filter((_, i) => (strengths[i] ?? 0) > 0).map(({ text }) => text))];
}
