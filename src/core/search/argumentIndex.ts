import { analyzerFor, languageOf, type Term } from './analysis';
import { sentenceConfidence, typingConfidence } from './confidence';
import { evidenceOf, type Evidence } from './evidence';
import type { Language } from './language';
import { Library } from './library';
import type { Match, SearchOptions } from './match';
import { finishedTerm, unfinishedTerm, type QueryTerm } from './queryTerms';
import { rarity } from './ranking';
import { retrieve, type Candidate } from './retrieval';
import type { SearchableArgument } from './searchableArgument';
import { buildSegment } from './segmentBuilder';

const candidatesWeighed = 40;

/** The arguments of the library, found by words. A file is searchable as soon as `update` returns. */
export class ArgumentIndex {
  readonly #library = new Library();

  /** Number of arguments. */
  get size(): number {
    return this.#library.size;
  }

  /** Replaces what is known of `file`. */
  update(file: string, args: readonly SearchableArgument[]): void {
    this.#library.remove(file);
    const language = languageOf(args.map(({ text }) => text)) ?? 'en';
    this.#library.add(buildSegment(file, language, args));
  }

  remove(file: string): void {
    this.#library.remove(file);
  }

  /** The arguments that fit `query` best, best first. */
  search(query: string, options: SearchOptions): readonly Match[] {
    const language = languageOf([query]) ?? this.#library.mainLanguage;
    const terms = this.#queryTerms(query, language, options);
    if (terms.length === 0) return [];
    const wanted = distinct(terms).map(({ alternatives }) => ({
      alternatives: Array.from(alternatives, ([stem, weight]) => ({ stem, weight })),
      importance: 1,
    }));
    const candidates = retrieve(this.#library, wanted, Math.max(candidatesWeighed, options.limit ?? 10));
    return candidates
      .map((candidate) => this.#match(candidate, terms, language, options))
      .sort((a, b) => b.score - a.score)
      .slice(0, options.limit ?? 10);
  }

  #queryTerms(query: string, language: Language, { mode }: SearchOptions): QueryTerm[] {
    const terms = analyzerFor(language).terms(query);
    const last = terms.at(-1);
    const unfinished = mode === 'typing' && last && query.trimEnd().length === last.end ? last : undefined;
    return terms.map((term) =>
      term === unfinished
        ? unfinishedTerm(term, this.#library)
        : finishedTerm(term, this.#library, mode !== 'sentence'),
    );
  }

  #match(
    candidate: Candidate,
    query: readonly QueryTerm[],
    language: Language,
    { mode }: SearchOptions,
  ): Match {
    const argument = this.#library.argumentAt(candidate);
    const terms = analyzerFor(language).terms(argument.text);
    const evidence = evidenceOf(query, terms, (stem) =>
      rarity(this.#library.containing(stem), this.#library.size),
    );
    const confidence = mode === 'typing' ? typingConfidence(evidence) : sentenceConfidence(evidence);
    return {
      argument,
      score:
        candidate.score * (mode === 'typing' ? 0.5 + evidence.queryCoverage : 1) * opening(evidence, mode),
      confidence,
      why: matchedWords(terms, evidence.argumentStrengths),
      queryWords: query
        .filter((_, q) => (evidence.queryStrengths[q] ?? 0) > 0)
        .map(({ term: { start, end } }) => ({ start, end })),
    };
  }
}

/** What is typed is more often the beginning of an argument than its middle. */
function opening({ argumentStrengths }: Evidence, mode: SearchOptions['mode']): number {
  const first = argumentStrengths.findIndex((strength) => strength > 0);
  return mode === 'typing' && first === 0 ? 1.2 : 1;
}

function matchedWords(terms: readonly Term[], strengths: readonly number[]): string[] {
  return [...new Set(terms.filter((_, i) => (strengths[i] ?? 0) > 0).map(({ text }) => text))];
}

function distinct(terms: readonly QueryTerm[]): QueryTerm[] {
  return [...new Map(terms.map((term) => [term.term.stem, term])).values()];
}
