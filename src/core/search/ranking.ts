import { weightSteps } from './segment';

/**
 * Parameters of BM25 as the textbooks give them (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25
 * and Beyond", 2009). Tuning them did not carry over to unseen collections.
 */
export const k1 = 1.2;
export const b = 0.75;
const k3 = 8;

/** How much a term tells: `ln(1 + (N − n + 0.5) / (n + 0.5))` for a term in `n` of `N` arguments; never negative. */
export function rarity(containing: number, all: number): number {
  return Math.log(1 + Math.max(0, all - containing + 0.5) / (containing + 0.5));
}

/** What a word that stands `times` times in the query counts: BM25's `(k3 + 1) · times / (k3 + times)`. */
export function repetition(times: number): number {
  return ((k3 + 1) * times) / (k3 + times);
}

/** How an argument's length dampens its frequencies: BM25's `k1 · (1 − b + b · length / average)`, in weight steps. */
export function lengthNorms(lengths: Float32Array, averageLength: number): Float32Array {
  return lengths.map((length) => weightSteps * k1 * (1 - b + (b * length) / averageLength));
}
