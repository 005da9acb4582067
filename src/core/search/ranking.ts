/**
 * Parameters of BM25 as the textbooks give them (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25
 * and Beyond", 2009). Tuning them did not carry over to unseen collections.
 */
export const k1 = 1.2;
export const b = 0.75;

/** How much a term tells: `ln(1 + (N − n + 0.5) / (n + 0.5))` for a term in `n` of `N` arguments; never negative. */
export function rarity(containing: number, all: number): number {
  return Math.log(1 + (all - containing + 0.5) / (containing + 0.5));
}

/** BM25's saturation of a term's weighted frequency in an argument of `length`; from 0 up to `k1 + 1`. */
export function saturation(frequency: number, length: number, averageLength: number): number {
  return (frequency * (k1 + 1)) / (frequency + k1 * (1 - b + (b * length) / averageLength));
}
