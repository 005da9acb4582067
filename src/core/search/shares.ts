/** A word of the query or the argument, weighed. */
export interface Weighed {
  readonly stem: string;
  readonly tells: number;
  readonly strength: number;
}

/** From here on a related word is counted as found. */
const found = 0.2;

export const isFound = ({ strength }: { readonly strength: number }): boolean => strength >= found;

/** A count up to 3, scaled to about 1. */
export const halves = (words: readonly unknown[]): number => Math.min(3, words.length) / 2;

/** How much `words` tell together, as far as they are matched. */
export function sum(words: readonly Weighed[]): number {
  return words.reduce((total, { tells, strength }) => total + strength * tells, 0);
}

/** A word that comes twice tells no more than once. */
export function distinct<T extends Weighed>(words: readonly T[]): T[] {
  const best = new Map<string, T>();
  for (const word of words)
    if (word.strength >= (best.get(word.stem)?.strength ?? 0)) best.set(word.stem, word);
  return [...best.values()];
}

/** Matched part of what `words` tell, from 0 to 1. */
export function share(words: readonly Weighed[]): number {
  let matched = 0;
  let all = 0;
  for (const { tells, strength } of distinct(words)) {
    matched += strength * tells;
    all += tells;
  }
  return all > 0 ? matched / all : 0;
}
