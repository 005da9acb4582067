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
import { isName, type QueryTerm } from './queryTerms';
import { rarity } from './ranking';
import type { SearchableArgument } from './searchableArgument';
import { TextMeanings } from './textMeanings';

const remembered = 4000;
/** How much the commonest words of running text lose of what they tell. */
const commonnessCosts = 0.85;

/** Prepares arguments and query terms for comparison; what was prepared is remembered until the library changes. */
export class Comparison {
  readonly #library: Library;
  readonly #lexicon: Lexicon;
  readonly #meanings: TextMeanings;
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
    this.#meanings = new TextMeanings(library, lexicon);
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
      this.#meanings.forget();
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
      meanings: new Lazy(() => this.#meanings.of(terms, surroundings, language)),
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
    const meanings = new Lazy(() => this.#meanings.of(words, [], language));
    return comparedQuery(asked, manner, contextNames, meanings);
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
