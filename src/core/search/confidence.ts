import type { Alignment, Evidence } from './evidence';
import type { Match, SearchMode } from './match';

/** From which confidence on a match is shown unasked. */
const shownUnasked: Readonly<Record<SearchMode, number>> = { typing: 0.5, sentence: 0.5, search: 0.5 };

/** Whether `match` may be shown to a student who did not ask: the one place that decides it. */
export function isConfident(match: Pick<Match, 'confidence'>, mode: SearchMode): boolean {
  return match.confidence >= shownUnasked[mode];
}

/** What each piece of evidence weighs in the log-odds that a sentence makes an argument. */
export type EvidenceWeights = Readonly<Record<keyof Evidence, number>> & { readonly bias: number };

export const sentenceWeights: EvidenceWeights = {
  bias: -4.5,
  queryCoverage: 3.5,
  argumentCoverage: 4,
  plainQueryCoverage: 0,
  plainArgumentCoverage: 0,
  plainMass: 1,
  bestPlain: 0,
  secondPlain: 0,
  thirdPlain: 0,
  mutual: 0,
  plainMutual: 0,
  nameMass: 0,
  unknownNames: -0.5,
  missingNames: -0.5,
  sharedNames: 0,
  unusedNames: 0,
  missingNumbers: -1,
  sharedNumbers: 0,
  negationDiffers: -0.3,
  opposites: -0.3,
  handle: 1,
  literal: 0,
  neighbours: 0.5,
};

/** How likely a sentence of prose makes an argument: a logistic regression over the evidence. */
export function sentenceConfidence(evidence: Evidence, weights: EvidenceWeights = sentenceWeights): number {
  let logOdds = weights.bias;
  for (const name of Object.keys(evidence) as (keyof Evidence)[]) logOdds += weights[name] * evidence[name];
  return logistic(logOdds);
}

/**
 * How likely what is being typed is the beginning of this argument: it takes two words that tell something, the last of
 * them the one under the cursor, and little else typed that the argument lacks.
 */
export function typingConfidence(evidence: Evidence, { query }: Alignment): number {
  const matched = query.filter((strength) => strength > 0).length;
  const last = query.at(-1) ?? 0;
  if (matched < 2 || last === 0) return 0.3 * evidence.queryCoverage;
  return logistic(-4 + 5 * evidence.queryCoverage + evidence.plainMass + 1.5 * (last - 0.8));
}

function logistic(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
