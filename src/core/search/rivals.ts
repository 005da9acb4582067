/** How much of the odds of the strongest rival counts; all of it would silence two notes that make the same argument. */
const rivalry = 0.5;

/**
 * Matches of one sentence, best first, each less confident the closer the next one comes: where several arguments fit about
 * alike, none of them is clear. A weaker match never becomes the more confident one. (A choice between the match, its rival
 * and none: McFadden, "Conditional logit analysis of qualitative choice behavior", 1974.)
 */
export function amongRivals<T extends { readonly confidence: number }>(ranked: readonly T[]): T[] {
  let least = 1;
  return ranked.map((match, i) => {
    const odds = oddsOf(match.confidence);
    const rival = oddsOf(ranked[i + 1]?.confidence ?? 0);
    least = Math.min(least, odds / (1 + odds + rivalry * rival));
    return { ...match, confidence: least };
  });
}

function oddsOf(confidence: number): number {
  return confidence / Math.max(Number.EPSILON, 1 - confidence);
}
