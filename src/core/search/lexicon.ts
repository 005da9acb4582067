import { analyzerFor } from './analysis';
import { isKnownName, otherNames } from './names';
import type { RelatedStem, Thesaurus } from './thesaurus';

const userSynonym = 0.9;

/**
 * What is known about words besides the library: names of states, the user's own synonyms, and, for English and once it
 * is there, the thesaurus.
 */
export class Lexicon {
  readonly #own = new Map<string, Set<string>>();
  #thesaurus: Thesaurus | undefined;

  /** @param synonyms groups of words that the user wants to be taken as the same */
  constructor(synonyms: readonly (readonly string[])[] = [], thesaurus?: Thesaurus) {
    this.#thesaurus = thesaurus;
    for (const group of synonyms) {
      const stems = group.flatMap((word) => analyzerFor('en').terms(word)).map(({ stem }) => stem);
      for (const stem of stems) this.#own.set(stem, new Set([...(this.#own.get(stem) ?? []), ...stems]));
    }
  }

  set thesaurus(thesaurus: Thesaurus | undefined) {
    this.#thesaurus = thesaurus;
  }

  /** Every stem that may stand for `stem` and how well, from 0 to 1. */
  related(stem: string): ReadonlyMap<string, number> {
    const links = new Map<string, number>();
    const raise = ({ stem: other, weight }: RelatedStem): void => {
      if (other !== stem && weight > (links.get(other) ?? 0)) links.set(other, weight);
    };
    this.#thesaurus?.relatedTo(stem).forEach(raise);
    otherNames(stem).forEach(raise);
    for (const other of this.#own.get(stem) ?? []) raise({ stem: other, weight: userSynonym });
    return links;
  }

  /** From 0 for a word that is rare in running text to 1 for a very common one. */
  commonness(stem: string): number {
    if (isKnownName(stem)) return 0.5;
    return this.#thesaurus?.isPerson(stem) ? 0 : Math.min(1, this.#thesaurus?.commonness(stem) ?? 0);
  }

  /** Whether a capitalised word at the beginning of a sentence is a name rather than any word. */
  isName(stem: string): boolean {
    if (isKnownName(stem)) return true;
    if (!this.#thesaurus) return false;
    return this.#thesaurus.isPerson(stem) || this.#thesaurus.commonness(stem) === undefined;
  }
}
