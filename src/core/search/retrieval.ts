import { BestCandidates, type Candidate } from './bestCandidates';
import type { Library } from './library';
import { k1, rarity } from './ranking';
import { SegmentScorer } from './segmentScorer';

/** Something the query asks for: a word, or one of the words that may stand for it. */
export interface Wanted {
  /** Each with its weight from 0 to 1; an argument counts the best that it holds. */
  readonly alternatives: readonly { readonly stem: string; readonly weight: number }[];
  /** All alternatives are forms of one word that isn't finished: it is as rare as they are together. */
  readonly areOneWord?: boolean;
  /** How much it counts among what the query asks for; usually 1. */
  readonly importance: number;
}

/** A weak stand-in that is in more than this share of all arguments tells too little to be looked up. */
const commonStandIn = 0.02;
const weakStandIn = 0.5;

/**
 * The `limit` arguments that score best for what is `wanted`, best first; ties in the order of the library. Terms are
 * taken one at a time, those that can give most first; once what is left can't lift an argument that has nothing yet
 * among the best, only those that still can get there are looked up (Turtle and Flood, "Query evaluation: strategies and
 * optimizations", 1995).
 */
export function retrieve(library: Library, wanted: readonly Wanted[], limit: number): Candidate[] {
  const weighed = wanted
    .map(({ alternatives, importance, areOneWord = false }) => {
      const together = areOneWord
        ? Math.min(
            library.size,
            alternatives.reduce((sum, { stem }) => sum + library.containing(stem), 0),
          )
        : undefined;
      return alternatives
        .map(({ stem, weight }) => {
          const { containing, ranges } = library.placesOf(stem);
          const idle = weight < weakStandIn && containing > commonStandIn * library.size + 20;
          return {
            ranges,
            containing: idle ? 0 : containing,
            weight: weight * importance * rarity(together ?? containing, library.size),
          };
        })
        .filter(({ containing }) => containing > 0);
    })
    .filter((alternatives) => alternatives.length > 0)
    .map((alternatives) => ({
      alternatives,
      most: Math.max(...alternatives.map(({ weight }) => weight)) * (k1 + 1),
    }))
    .sort((x, y) => y.most - x.most);
  const best = new BestCandidates(limit);
  library.segments.forEach((live, at) => new SegmentScorer(library, live, at).score(weighed, best));
  return best.sorted();
}
