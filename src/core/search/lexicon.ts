import { isKnownName, otherNames } from './names';
import { meaningOf, type Meaning } from './meaning';
import { ownSynonyms, type SynonymGroups } from './synonyms';
import type { RelatedStem, Thesaurus } from './thesaurus';

const rememberedWords = 5000;

/** Stems of words that count: they say as little as figures do, and stand beside anything. */
const counts = new Set(
  'one two three four five six seven eight nine ten eleven twelv thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenti thirti forti fifti sixti seventi eighti nineti hundr thousand million billion dozen half'.split(
    ' ',
  ),
);

/**
 * What is known about words besides the library: names of states, the user's own synonyms, and, for English and once it
 * is there, the thesaurus.
 */
export class Lexicon {
  #own: ReadonlyMap<string, ReadonlyMap<string, number>> = new Map();
  #thesaurus: Thesaurus | undefined;
  readonly #related = new Map<string, ReadonlyMap<string, number>>();
  readonly #meanings = new Map<string, Meaning | undefined>();

  /** @param synonyms as `ownSynonyms` takes them */
  constructor(synonyms: SynonymGroups = [], thesaurus?: Thesaurus) {
    this.synonyms = synonyms;
    this.#thesaurus = thesaurus;
  }

  set synonyms(groups: SynonymGroups) {
    this.#own = ownSynonyms(groups);
    this.#related.clear();
  }

  set thesaurus(thesaurus: Thesaurus | undefined) {
    this.#thesaurus = thesaurus;
    this.#related.clear();
    this.#meanings.clear();
  }

  /** Every stem that may stand for `stem` and how well, from 0 to 1. */
  related(stem: string): ReadonlyMap<string, number> {
    return remembered(this.#related, stem, () => this.#findRelated(stem));
  }

  /** What a word means, as far as the thesaurus knows it. */
  meaningOf(stem: string): Meaning | undefined {
    return remembered(this.#meanings, stem, () => {
      const direction = this.#thesaurus?.directionOf(stem);
      return direction && meaningOf(direction);
    });
  }

  #findRelated(stem: string): ReadonlyMap<string, number> {
    const links = new Map<string, number>();
    const raise = ({ stem: other, weight }: RelatedStem): void => {
      if (other !== stem && weight > (links.get(other) ?? 0)) links.set(other, weight);
    };
    this.#thesaurus?.relatedTo(stem).forEach(raise);
    otherNames(stem).forEach(raise);
    for (const [other, weight] of this.#own.get(stem) ?? []) raise({ stem: other, weight });
    return links;
  }

  /** The same without the thesaurus: other names for one thing, which a search box takes as the thing itself. */
  otherNames(stem: string): ReadonlyMap<string, number> {
    const names = new Map(otherNames(stem).map(({ stem: other, weight }) => [other, weight]));
    for (const [other, weight] of this.#own.get(stem) ?? [])
      names.set(other, Math.max(weight, names.get(other) ?? 0));
    return names;
  }

  /** From 0 for a word that is rare in running text to 1 for a very common one. */
  commonness(stem: string): number {
    if (isKnownName(stem)) return 0.5;
    if (counts.has(stem)) return 1;
    return this.#thesaurus?.isPerson(stem) ? 0 : Math.min(1, this.#thesaurus?.commonness(stem) ?? 0);
  }

  /** Whether the thesaurus, where there is one, has this word. */
  isWord(stem: string): boolean {
    return this.#thesaurus?.commonness(stem) !== undefined;
  }

  /** Whether a capitalised word at the beginning of a sentence is a name rather than any word. */
  isName(stem: string): boolean {
    if (isKnownName(stem)) return true;
    if (!this.#thesaurus) return false;
    return this.#thesaurus.isPerson(stem) || this.#thesaurus.commonness(stem) === undefined;
  }
}

function remembered<T>(known: Map<string, T>, word: string, find: () => T): T {
  const before = known.get(word);
  if (before !== undefined || known.has(word)) return before as T;
  if (known.size >= rememberedWords) known.clear();
  const found = find();
  known.set(word, found);
  return found;
}
