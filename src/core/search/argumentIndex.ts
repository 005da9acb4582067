import { analyzerFor, languageOf, type Term } from './analysis';
import { sentenceConfidence, typingConfidence } from './confidence';
import { align, evidenceOf, type Alignment, type ComparedArgument, type Evidence } from './evidence';
import type { Language } from './language';
import { Lexicon } from './lexicon';
import { Library } from './library';
import type { Match, SearchMode, SearchOptions } from './match';
import { isNegated } from './negation';
import { finishedTerm, isName, proseTerm, unfinishedTerm, type QueryTerm } from './queryTerms';
import { rarity } from './ranking';
import { retrieve, type Candidate } from './retrieval';
import type { SearchableArgument } from './searchableArgument';
import { buildSegment } from './segmentBuilder';
import type { Thesaurus } from './thesaurus';

const candidatesWeighed = 40;

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
  readonly #language: Language | undefined;

  constructor({ language, synonyms }: ArgumentIndexOptions = {}) {
    this.#language = language;
    this.#lexicon = new Lexicon(synonyms);
  }

  /** Number of arguments. */
  get size(): number {
    return this.#library.size;
  }

  /** Loaded lazily; sentences are understood less well without it. */
  set thesaurus(thesaurus: Thesaurus | undefined) {
    this.#lexicon.thesaurus = thesaurus;
  }

  /** Replaces what is known of `file`. */
  update(file: string, args: readonly SearchableArgument[]): void {
    this.#library.remove(file);
    const language = this.#language ?? languageOf(args.map(({ text }) => text)) ?? 'en';
    this.#library.add(buildSegment(file, language, args));
  }

  remove(file: string): void {
    this.#library.remove(file);
  }

  /** The arguments that fit `query` best, best first. */
  search(query: string, options: SearchOptions): readonly Match[] {
    return this.explain(query, options).map(({ evidence: _, ...match }) => match);
  }

  /** As `search`, with the evidence for each match. */
  explain(query: string, { mode, limit = 10 }: SearchOptions): readonly ExplainedMatch[] {
    const language = this.#language ?? languageOf([query]) ?? this.#library.mainLanguage;
    const terms = this.#queryTerms(query, language, mode);
    if (terms.length === 0) return [];
    const wanted = distinct(terms).map(({ term, alternatives }) => ({
      alternatives: Array.from(alternatives, ([stem, weight]) => ({ stem, weight })),
      importance: mode === 'sentence' ? 1 - 0.5 * this.#lexicon.commonness(term.stem) : 1,
    }));
    const candidates = retrieve(this.#library, wanted, Math.max(candidatesWeighed, limit));
    const compared = { terms, negated: isNegated(query) };
    return candidates
      .map((candidate) => this.#match(candidate, compared, language, mode))
      .sort((a, b) => b.score - a.score)
      .slice(0, limit);
  }

  #queryTerms(query: string, language: Language, mode: SearchMode): QueryTerm[] {
    const terms = analyzerFor(language).terms(query);
    const last = terms.at(-1);
    const unfinished = mode === 'typing' && last && query.trimEnd().length === last.end ? last : undefined;
    return terms.map((term) => {
      if (mode === 'sentence') return proseTerm(term, this.#library, this.#lexicon);
      return term === unfinished
        ? unfinishedTerm(term, this.#library, this.#lexicon)
        : finishedTerm(term, this.#library, this.#lexicon);
    });
  }

  #match(
    candidate: Candidate,
    query: { readonly terms: readonly QueryTerm[]; readonly negated: boolean },
    language: Language,
    mode: SearchMode,
  ): ExplainedMatch {
    const argument = this.#library.argumentAt(candidate);
    const compared = this.#compared(argument, language);
    const alignment = align(query.terms, compared.terms);
    const evidence = evidenceOf(
      query,
      compared,
      alignment,
      (stem) => this.#tells(stem),
      (stem) => this.#library.containing(stem) > 0,
    );
    const confidence =
      mode === 'typing' ? typingConfidence(evidence, alignment) : sentenceConfidence(evidence);
    const score =
      mode === 'typing'
        ? candidate.score * (0.5 + evidence.queryCoverage) * opening(alignment)
        : mode === 'sentence'
          ? confidence
          : candidate.score;
    return {
      argument,
      score,
      confidence,
      why: matchedWords(compared.terms, alignment.argument),
      queryWords: query.terms
        .filter((_, q) => (alignment.query[q] ?? 0) > 0)
        .map(({ term: { start, end } }) => ({ start, end })),
      evidence,
    };
  }

  #compared(argument: SearchableArgument, language: Language): ComparedArgument {
    const analyzer = analyzerFor(language);
    const around = [argument.question ?? '', argument.parent ?? '', ...(argument.children ?? [])];
    return {
      terms: analyzer
        .terms(argument.text)
        .map((term) => ({ ...term, isName: isName(term, this.#library, this.#lexicon) })),
      surroundings: new Set(around.flatMap((text) => analyzer.terms(text)).map(({ stem }) => stem)),
      handle: analyzer.terms(argument.handle).map(({ stem }) => stem),
      negated: isNegated(argument.text),
    };
  }

  /** From 0 to 1: rare in the library, and rare in running text. */
  #tells(stem: string): number {
    const { size } = this.#library;
    const rare = rarity(this.#library.containing(stem), size) / rarity(0.5, Math.max(size, 1));
    return Math.min(1, rare) * (1 - 0.7 * this.#lexicon.commonness(stem));
  }
}

/** What is typed is more often the beginning of an argument than its middle. */
function opening({ argument }: Alignment): number {
  return argument.findIndex((strength) => strength > 0) === 0 ? 1.2 : 1;
}

function matchedWords(terms: readonly Term[], strengths: readonly number[]): string[] {
  return [...new Set(terms.filter((_, i) => (strengths[i] ?? 0) > 0).map(({ text }) => text))];
}

function distinct(terms: readonly QueryTerm[]): QueryTerm[] {
  return [...new Map(terms.map((term) => [term.term.stem, term])).values()];
}
