import { analyzerFor } from './analysis';
import type { ArgumentTerm } from './compared';
import type { Language } from './language';
import type { Lexicon } from './lexicon';
import type { Library } from './library';
import { apartFrom, commonOf, sumOfMeanings, unknownMeanings, type Meaning, type Meanings } from './meaning';

/** What a word of the surroundings adds to what an argument means. */
const surroundingWeight = 0.2;
/** What the library's arguments have in common is told by so many of them. */
const sampled = 100;
/** How much the commonest words of running text lose of their share in what sets a text apart. */
const commonnessCosts = 0.5;

/** Tells what texts of the library, and queries about them, mean: in English, as far as the lexicon knows the words. */
export class TextMeanings {
  readonly #library: Library;
  readonly #lexicon: Lexicon;
  #common: { readonly direction: Float32Array | undefined } | undefined;

  constructor(library: Library, lexicon: Lexicon) {
    this.#library = library;
    this.#lexicon = lexicon;
  }

  /** To be called when the library or the lexicon has changed. */
  forget(): void {
    this.#common = undefined;
  }

  /** @param surroundings stems of what the text leans on */
  of(terms: readonly ArgumentTerm[], surroundings: readonly string[], language: Language): Meanings {
    if (language !== 'en') return unknownMeanings(terms.length);
    const words = terms.map(({ stem, isName, writing }) =>
      isName || writing === 'number' ? undefined : this.#lexicon.meaningOf(stem),
    );
    const distinct = new Map(terms.map(({ stem, tells }, i) => [stem, { weight: tells, meaning: words[i] }]));
    const leantOn = surroundings.map((stem) => ({
      meaning: this.#lexicon.meaningOf(stem),
      weight: surroundingWeight,
    }));
    const together = sumOfMeanings([...distinct.values()]);
    this.#common ??= { direction: this.#commonDirection() };
    return {
      words,
      around: leantOn.length > 0 ? sumOfMeanings(leantOn, together) : together,
      apart: apartFrom(this.#ofWords(terms), this.#common.direction),
    };
  }

  #commonDirection(): Float32Array | undefined {
    const analyzer = analyzerFor('en');
    return commonOf(
      this.#library.sample(sampled).flatMap((place) => {
        const { text } = this.#library.argumentAt(place);
        return this.#ofWords(analyzer.terms(text)) ?? [];
      }),
    );
  }

  /** Names included; rare in the library or not, words count nearly alike. */
  #ofWords(terms: readonly Pick<ArgumentTerm, 'stem' | 'writing'>[]): Meaning | undefined {
    const stems = new Set(terms.filter(({ writing }) => writing !== 'number').map(({ stem }) => stem));
    return sumOfMeanings(
      Array.from(stems, (stem) => ({
        meaning: this.#lexicon.meaningOf(stem),
        weight: 1 - commonnessCosts * this.#lexicon.commonness(stem),
      })),
    );
  }
}
