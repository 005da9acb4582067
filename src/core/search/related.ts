import type { Term } from './analysis';
import type { Wanted } from './retrieval';

/** How many of the best arguments feed back, how many of their terms, and how much the query itself keeps counting. */
const feedbackArguments = 3;
const feedbackTerms = 40;
const originalWeight = 0.4;

/** Below this many arguments, feedback brings in chance. */
export const leastForFeedback = 300;

/**
 * The query with what the best answers to it have in common (RM3: Abdul-Jaleel et al., "UMass at TREC 2004: Novelty and
 * HARD"): terms by their share in each answer, answers weighed by their scores.
 */
export function withFeedback(
  query: readonly Term[],
  answers: readonly { readonly score: number; readonly terms: readonly Term[] }[],
): Wanted[] {
  const best = answers.slice(0, feedbackArguments);
  const scores = best.reduce((sum, { score }) => sum + score, 0);
  const shares = new Map<string, number>();
  for (const { score, terms } of best)
    for (const { stem } of terms)
      shares.set(stem, (shares.get(stem) ?? 0) + score / Math.max(scores, Number.MIN_VALUE) / terms.length);
  const expansion = [...shares].sort((a, b) => b[1] - a[1]).slice(0, feedbackTerms);
  const all = expansion.reduce((sum, [, share]) => sum + share, 0);
  const importance = new Map<string, number>();
  for (const { stem } of query)
    importance.set(stem, (importance.get(stem) ?? 0) + originalWeight / query.length);
  for (const [stem, share] of expansion)
    importance.set(stem, (importance.get(stem) ?? 0) + ((1 - originalWeight) * share) / all);
  return Array.from(importance, ([stem, weight]) => ({
    alternatives: [{ stem, weight: 1 }],
    importance: weight,
  }));
}
