import { analyzerFor } from './analysis';
import { Lazy } from '../util/lazy';
import {
  comparedQuery,
  type ArgumentTerm,
  type AskedTerm,
  type ComparedArgument,
  type ComparedQuery,
} from './compared';
import type { Language } from './language';
import type { Lexicon } from './lexicon';
import type { Library } from './library';
import { mannerOf, type Manner } from './manner';
import { sumOfMeanings, unknownMeanings, type Meanings } from './meaning';
import { isName, type QueryTerm } from './queryTerms';
import { rarity } from './ranking';
import type { SearchableArgument } from './searchableArgument';

const remembered = 4000;
/** How much the commonest words of running text lose of what they tell. */
const commonnessCosts = 0.85;
/** What a word of the surroundings adds to what an argument means. */
const surroundingWeight = 0.2;

/** Prepares arguments and query terms for comparison; what was prepared is remembered until the library changes. */
export class Comparison {
  readonly #library: Library;
  readonly #lexicon: Lexicon;
  /** By the language of the query, in which they are read, and id. */
  #arguments = new Map<string, ComparedArgument>();
  /** What fell out of `#arguments` last. */
  #olderArguments = new Map<string, ComparedArgument>();
  readonly #surroundings = new Map<string, readonly string[]>();
  readonly #told = new Map<string, number>();
  #version = -1;

  constructor(library: Library, lexicon: Lexicon) {
    this.#library = library;
    this.#lexicon = lexicon;
  }

  /** Forgets everything, as when the lexicon has changed. */
  reset(): void {
    this.#version = -1;
  }

  argument(argument: SearchableArgument, language: Language): ComparedArgument {
    this.#forgetOld();
    const key = `${language} ${argument.id}`;
    const known = this.#arguments.get(key);
    if (known) return known;
    const compared = this.#olderArguments.get(key) ?? this.#prepare(argument, language);
    this.#arguments.set(key, compared);
    return compared;
  }

  #forgetOld(): void {
    if (this.#version !== this.#library.version) {
      this.#told.clear();
      this.#olderArguments.clear();
      this.#arguments.clear();
      this.#version = this.#library.version;
    } else if (this.#arguments.size > remembered) {
      this.#olderArguments = this.#arguments;
      this.#arguments = new Map();
    }
  }

  #prepare(argument: SearchableArgument, language: Language): ComparedArgument {
    const analyzer = analyzerFor(language);
    const around = [argument.question ?? '', argument.parent ?? '', ...(argument.children ?? [])];
    const terms = analyzer.terms(argument.text).map((term): ArgumentTerm => ({
      ...term,
      isName: isName(term, this.#library, this.#lexicon),
      tells: this.#tells(term.stem),
    }));
    const surroundings = [...new Set(around.flatMap((text) => this.#stems(text, language)))];
    return {
      terms,
      surroundings,
      handleOpening: analyzer.terms(argument.handle)[0]?.stem ?? '',
      manner: mannerOf(argument.text),
      meanings: new Lazy(() => this.#meanings(terms, surroundings, language)),
    };
  }

  /** Arguments share their questions: these are cut into words once. */
  #stems(text: string, language: Language): readonly string[] {
    if (text === '') return [];
    const key = `${language}:${text}`;
    const known = this.#surroundings.get(key);
    if (known) return known;
    if (this.#surroundings.size > remembered) this.#surroundings.clear();
    const stems = analyzerFor(language)
      .terms(text)
      .map(({ stem }) => stem);
    this.#surroundings.set(key, stems);
    return stems;
  }

  query(
    terms: readonly QueryTerm[],
    manner: Manner,
    contextNames: ReadonlySet<string>,
    language: Language,
  ): ComparedQuery {
    this.#forgetOld();
    const asked = terms.map((term): AskedTerm => ({
      ...term,
      tells: this.#tells(term.term.stem),
      isKnown: this.#library.containing(term.term.stem) > 0,
    }));
    const words = asked.map(({ term, isName, tells }) => ({ ...term, isName, tells }));
    const meanings = new Lazy(() => this.#meanings(words, [], language));
    return comparedQuery(asked, manner, contextNames, meanings);
  }

  #meanings(terms: readonly ArgumentTerm[], surroundings: readonly string[], language: Language): Meanings {
    if (language !== 'en') return unknownMeanings(terms.length);
    const words = terms.map(({ stem, isName, writing }) =>
      isName || writing === 'number' ? undefined : this.#lexicon.meaningOf(stem),
    );
    const distinct = new Map(terms.map(({ stem, tells, writing }, i) => [stem, { stem, tells, writing, i }]));
    const together = sumOfMeanings(
      Array.from(distinct.values(), ({ tells, i }) => ({ meaning: words[i], weight: tells })),
    );
    const named = sumOfMeanings(
      Array.from(distinct.values(), ({ stem, tells, writing }) => ({
        meaning: writing === 'number' ? undefined : this.#lexicon.meaningOf(stem),
        weight: tells,
      })),
    );
    const leantOn = surroundings.map((stem) => ({
      meaning: this.#lexicon.meaningOf(stem),
      weight: surroundingWeight,
    }));
    const around = leantOn.length > 0 ? sumOfMeanings(leantOn, together) : together;
    return { words, together, named, around };
  }

  /** From 0 to 1: rare in the library, and rare in running text. */
  #tells(stem: string): number {
    const known = this.#told.get(stem);
    if (known !== undefined) return known;
    const { size } = this.#library;
    const rare = rarity(this.#library.containing(stem), size) / rarity(0.5, Math.max(size, 1));
    const tells = Math.min(1, rare) * (1 - commonnessCosts * this.#lexicon.commonness(stem));
    this.#told.set(stem, tells);
    return tells;
  }
}
