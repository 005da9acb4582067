import type { Vocabulary } from './vocabulary';

const longestWord = 40;

/** How many slips are forgiven in a word of `length` letters: none under 4, one up to 7, two in longer ones, none in what is no word. */
export function forgivenSlips(length: number): number {
  if (length < 4 || length > longestWord) return 0;
  return length < 8 ? 1 : 2;
}

/**
 * Calls `visit` for each term within `slips` insertions, deletions, substitutions or swaps of neighbours (optimal
 * string alignment) of `word`; with `asPrefix`, of which a beginning is. One row of the distance table is kept for each
 * letter of the current term, and neighbours in the sorted list share the rows of the letters they share; where a row
 * exceeds `slips` everywhere, all terms with that beginning are passed over.
 */
export function findSimilar(
  vocabulary: Vocabulary,
  word: string,
  slips: number,
  asPrefix: boolean,
  visit: (term: number, distance: number) => void,
): void {
  const { units, starts, size } = vocabulary;
  const table = new DistanceTable(word, slips);
  let rowsOf = 0;
  let depth = 0;
  let dead = false;
  let best = Infinity;
  for (let term = 0; term < size; term++) {
    const start = starts[term] ?? 0;
    const length = (starts[term + 1] ?? 0) - start;
    const most = Math.min(depth, length);
    let shared = 0;
    while (shared < most && units[start + shared] === units[rowsOf + shared]) shared++;
    if (!dead || shared < depth) {
      rowsOf = start;
      depth = shared;
      dead = false;
      best = asPrefix ? table.bestUpTo(depth) : Infinity;
      const end = Math.min(length, word.length + slips);
      while (depth < end && !dead) {
        dead = table.addRow(depth, units[start + depth] ?? 0, units[start + depth - 1] ?? 0) > slips;
        depth++;
        if (asPrefix) best = Math.min(best, table.distanceAt(depth));
      }
      if (!asPrefix && depth === length) best = table.distanceAt(depth);
    }
    if (best <= slips) visit(term, best);
  }
}

/** Distances between the beginnings of a term (rows) and of the word (columns). */
class DistanceTable {
  readonly #letters: readonly number[];
  readonly #width: number;
  readonly #cells: Uint8Array;

  constructor(word: string, slips: number) {
    this.#letters = Array.from({ length: word.length }, (_, i) => word.charCodeAt(i));
    this.#width = word.length + 1;
    this.#cells = new Uint8Array((word.length + slips + 1) * this.#width);
    for (let i = 0; i < this.#width; i++) this.#cells[i] = i;
  }

  /** Fills the row after `depth` letters, for the term's next `letter`; returns the least distance in it. */
  addRow(depth: number, letter: number, letterBefore: number): number {
    const cells = this.#cells;
    const above = depth * this.#width;
    const row = above + this.#width;
    let least = (cells[row] = depth + 1);
    for (let i = 1; i < this.#width; i++) {
      const substituted = (cells[above + i - 1] ?? 0) + (this.#letters[i - 1] === letter ? 0 : 1);
      let cost = Math.min(substituted, (cells[above + i] ?? 0) + 1, (cells[row + i - 1] ?? 0) + 1);
      if (depth > 0 && i > 1 && this.#letters[i - 2] === letter && this.#letters[i - 1] === letterBefore)
        cost = Math.min(cost, (cells[above - this.#width + i - 2] ?? 0) + 1);
      cells[row + i] = cost;
      if (cost < least) least = cost;
    }
    return least;
  }

  /** The distance of the whole word from the term's first `depth` letters. */
  distanceAt(depth: number): number {
    return this.#cells[depth * this.#width + this.#width - 1] ?? Infinity;
  }

  bestUpTo(depth: number): number {
    let best = Infinity;
    for (let i = 0; i <= depth; i++) best = Math.min(best, this.distanceAt(i));
    return best;
  }
}
