import type { Library, LiveSegment, Place } from './library';
import { rarity, saturation } from './ranking';
import { weightSteps } from './segment';

/** Something the query asks for: a word, or one of the words that may stand for it. */
export interface Wanted {
  /** Each with its weight from 0 to 1; an argument counts the best that it holds. */
  readonly alternatives: readonly { readonly stem: string; readonly weight: number }[];
  /** How much it counts among what the query asks for; usually 1. */
  readonly importance: number;
}

/** An argument that holds something of what is wanted. */
export interface Candidate extends Place {
  /** BM25F over what is wanted. */
  readonly score: number;
}

/** The `limit` arguments that score best for what is `wanted`, best first; ties in the order of the library. */
export function retrieve(library: Library, wanted: readonly Wanted[], limit: number): Candidate[] {
  const weighed = wanted.map(({ alternatives, importance }) =>
    alternatives
      .map(({ stem, weight }) => {
        const containing = library.containing(stem);
        return { stem, containing, weight: weight * importance * rarity(containing, library.size) };
      })
      .filter(({ containing }) => containing > 0),
  );
  const found: Candidate[] = [];
  for (const segment of library.segments) {
    const scores = scoreSegment(segment, weighed, library.averageLength);
    collect(found, segment, scores, limit);
  }
  return found;
}

interface Weighed {
  readonly stem: string;
  readonly weight: number;
}

function scoreSegment(
  { segment, buried }: LiveSegment,
  wanted: readonly (readonly Weighed[])[],
  averageLength: number,
): Float32Array {
  const scores = new Float32Array(segment.size);
  const best = new Float32Array(segment.size);
  const { postingStarts, postingArguments, postingWeights, lengths } = segment;
  for (const alternatives of wanted) {
    if (alternatives.length > 1) best.fill(0);
    for (const { stem, weight } of alternatives) {
      const number = segment.stems.find(stem);
      if (number < 0) continue;
      const end = postingStarts[number + 1] ?? 0;
      for (let i = postingStarts[number] ?? 0; i < end; i++) {
        const argument = postingArguments[i] ?? 0;
        if (buried[argument]) continue;
        const frequency = (postingWeights[i] ?? 0) / weightSteps;
        const gain = weight * saturation(frequency, lengths[argument] ?? 0, averageLength);
        const before = alternatives.length > 1 ? (best[argument] ?? 0) : 0;
        if (gain <= before) continue;
        scores[argument] = (scores[argument] ?? 0) + gain - before;
        best[argument] = gain;
      }
    }
  }
  return scores;
}

function collect(found: Candidate[], segment: LiveSegment, scores: Float32Array, limit: number): void {
  for (let argument = 0; argument < scores.length; argument++) {
    const score = scores[argument] ?? 0;
    const worst = found.length < limit ? 0 : (found[found.length - 1]?.score ?? 0);
    if (score <= worst) continue;
    let place = found.length;
    while (place > 0 && (found[place - 1]?.score ?? 0) < score) place--;
    found.splice(place, 0, { segment, argument, score });
    if (found.length > limit) found.pop();
  }
}
