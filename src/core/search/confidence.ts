import type { Evidence } from './evidence';
import type { Match, SearchMode } from './match';

/** From which confidence on a match is shown unasked. */
const shownUnasked: Readonly<Record<SearchMode, number>> = { typing: 0.5, sentence: 0.5, search: 0.5 };

/** Whether `match` may be shown to a student who did not ask: the one place that decides it. */
export function isConfident(match: Pick<Match, 'confidence'>, mode: SearchMode): boolean {
  return match.confidence >= shownUnasked[mode];
}

/**
 * How likely what is being typed is the beginning of this argument: it takes two words that tell something, the last of
 * them the one under the cursor, and little else typed that the argument lacks.
 */
export function typingConfidence(evidence: Evidence): number {
  const matched = evidence.queryStrengths.filter((strength) => strength > 0).length;
  const last = evidence.queryStrengths.at(-1) ?? 0;
  if (matched < 2 || last === 0) return 0.3 * evidence.queryCoverage;
  return logistic(-4 + 5 * evidence.queryCoverage + 0.3 * evidence.mass + 1.5 * (last - 0.8));
}

/** How likely a sentence of prose makes this argument. */
export function sentenceConfidence(evidence: Evidence): number {
  const few = evidence.plainWords < 2 ? -2 : 0;
  return logistic(
    -4.5 + few + 3.5 * evidence.queryCoverage + 4 * evidence.argumentCoverage + 0.15 * evidence.mass,
  );
}

function logistic(evidence: number): number {
  return 1 / (1 + Math.exp(-evidence));
}
