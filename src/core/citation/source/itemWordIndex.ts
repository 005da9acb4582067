import type { CslItem } from '../cslItem';
import { isTelling, type ItemWords, itemWords, type SaidWords, yearIn } from './evidence';
import { foldWord, isSpellingDrift } from './words';

/** Finds the items that the words of a label may mean, without weighing all of a large bibliography. */
export class ItemWordIndex {
  readonly #byKey = new Map<string, CslItem>();
  readonly #byFoldedKey = new Map<string, CslItem[]>();
  readonly #byWord = new Map<string, Set<ItemWords>>();
  /** Its words by length. */
  readonly #vocabulary = new Map<number, { readonly word: string; readonly letters: number }[]>();
  /** Items with a title that no telling word gives away, such as “Reading Notes”. */
  readonly #plain = new Set<ItemWords>();
  readonly #order = new Map<ItemWords, number>();

  add(item: CslItem): void {
    const words = itemWords(item);
    this.#order.set(words, this.#order.size);
    this.#byKey.set(item.id, item);
    this.#byFoldedKey.set(words.citekey, [...(this.#byFoldedKey.get(words.citekey) ?? []), item]);
    for (const word of [...words.surnames.flat(), ...words.givenNames, ...words.title]) {
      const known = this.#byWord.get(word);
      if (known) known.add(words);
      else {
        this.#byWord.set(word, new Set([words]));
        const alike = this.#vocabulary.get(word.length) ?? [];
        this.#vocabulary.set(word.length, alike);
        alike.push({ word, letters: lettersOf(word) });
      }
    }
    if (words.mainTitles.some((title) => !title.split(' ').some(isTelling))) this.#plain.add(words);
  }

  /** The item with a citekey, or the only one whose citekey differs in case and accents alone. */
  itemOf(citekey: string): CslItem | undefined {
    const exact = this.#byKey.get(citekey);
    if (exact) return exact;
    const folded = this.#byFoldedKey.get(foldWord(citekey)) ?? [];
    return folded.length === 1 ? folded[0] : undefined;
  }

  /** Every item that could explain all of `said`, and some more, in the bibliography's order. */
  withWords({ telling }: SaidWords): readonly ItemWords[] {
    // An initial fits names of which it is not a word, and a year needs none: neither can rule an item out.
    const deciding = [...telling].filter((word) => word.length > 1 && yearIn(word) === undefined);
    const [fewest] = deciding.map((word) => this.#having(word)).sort((a, b) => a.size - b.size);
    const found = fewest ?? new Set([...telling].flatMap((word) => [...this.#having(word)]));
    for (const words of this.#plain) found.add(words);
    return [...found].sort((a, b) => (this.#order.get(a) ?? 0) - (this.#order.get(b) ?? 0));
  }

  /** The items that have `word`, or one that may be a slip of it. */
  #having(word: string): Set<ItemWords> {
    const found = new Set(this.#byWord.get(word));
    const letters = lettersOf(word);
    for (let length = word.length - 2; length <= word.length + 2; length++) {
      for (const known of this.#vocabulary.get(length) ?? []) {
        if (!mayBeSlip(letters, known.letters) || !isSpellingDrift(word, known.word)) continue;
        for (const words of this.#byWord.get(known.word) ?? []) found.add(words);
      }
    }
    return found;
  }
}

/** Which letters a word has, a bit for each of 32 classes. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) & 31);
  return letters;
}

/** Two edits change four letters at most, so words whose letters differ more are no slips of each other. */
function mayBeSlip(a: number, b: number): boolean {
  let difference = a ^ b;
  for (let count = 0; difference !== 0; difference &= difference - 1) if (++count > 4) return false;
  return true;
}
