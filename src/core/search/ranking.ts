import { weightSteps } from './segment';

/**
 * Parameters of BM25 as the textbooks give them (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25
 * and Beyond", 2009). Tuning them did not carry over to unseen collections.
 */
export const k1 = 1.2;
export const b = 0.75;
const k3 = 8;

/**
 * How much a term tells: `ln(1 + (N − n + 0.5) / (n + 0.5))` for a term in `n` of `N` arguments; always more than nothing.
 * `n` may count arguments that are gone, and so exceed `N`.
 */
export function rarity(containing: number, all: number): number {
  const present = Math.min(containing, all);
  return Math.log(1 + (all - present + 0.5) / (present + 0.5));
}

/** What a word that stands `times` times in the query counts: BM25's `(k3 + 1) · times / (k3 + times)`. */
export function repetition(times: number): number {
  return ((k3 + 1) * times) / (k3 + times);
}

/** How an argument's length dampens its frequencies: BM25's `k1 · (1 − b + b · length / average)`, in weight steps. */
export function lengthNorms(lengths: Float32Array, averageLength: number): Float32Array {
  return lengths.map((length) => weightSteps * k1 * (1 - b + (b * length) / averageLength));
}
