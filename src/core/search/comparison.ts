import { analyzerFor } from './analysis';
import type { ArgumentTerm, AskedTerm, ComparedArgument } from './compared';
import type { Language } from './language';
import type { Lexicon } from './lexicon';
import type { Library } from './library';
import { isNegated } from './negation';
import { isName, type QueryTerm } from './queryTerms';
import { rarity } from './ranking';
import type { SearchableArgument } from './searchableArgument';

const remembered = 4000;
/** How much the commonest words of running text lose of what they tell. */
const commonnessCosts = 0.85;

/** Prepares arguments and query terms for comparison; what was prepared is remembered until the library changes. */
export class Comparison {
  readonly #library: Library;
  readonly #lexicon: Lexicon;
  readonly #arguments = new Map<string, ComparedArgument>();
  readonly #surroundings = new Map<string, readonly string[]>();
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
    if (this.#version !== this.#library.version) this.#arguments.clear();
    this.#version = this.#library.version;
    const known = this.#arguments.get(argument.id);
    if (known) return known;
    const analyzer = analyzerFor(language);
    const around = [argument.question ?? '', argument.parent ?? '', ...(argument.children ?? [])];
    const compared = {
      terms: analyzer.terms(argument.text).map((term): ArgumentTerm => ({
        ...term,
        isName: isName(term, this.#library, this.#lexicon),
        tells: this.#tells(term.stem),
      })),
      surroundings: [...new Set(around.flatMap((text) => this.#stems(text, language)))],
      handleOpening: analyzer.terms(argument.handle)[0]?.stem ?? '',
      negated: isNegated(argument.text),
    };
    this.#arguments.set(argument.id, compared);
    if (this.#arguments.size > remembered) this.#forgetOldest();
    return compared;
  }

  /** A half goes: a keystroke must not pay for everything that was compared so far. */
  #forgetOldest(): void {
    let left = remembered / 2;
    for (const id of this.#arguments.keys()) {
      if (left-- <= 0) break;
      this.#arguments.delete(id);
    }
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

  asked(term: QueryTerm): AskedTerm {
    const isKnown = this.#library.containing(term.term.stem) > 0;
    return { ...term, tells: this.#tells(term.term.stem), isKnown };
  }

  /** From 0 to 1: rare in the library, and rare in running text. */
  #tells(stem: string): number {
    const { size } = this.#library;
    const rare = rarity(this.#library.containing(stem), size) / rarity(0.5, Math.max(size, 1));
    return Math.min(1, rare) * (1 - commonnessCosts * this.#lexicon.commonness(stem));
  }
}
