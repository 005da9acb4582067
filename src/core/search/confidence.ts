import type { Alignment, Evidence } from './evidence';
import type { Match, SearchMode } from './match';

/** From which confidence on a match is shown unasked. */
const shownUnasked: Readonly<Record<SearchMode, number>> = { typing: 0.5, sentence: 0.33, search: 0.5 };

/** Whether `match` may be shown to a student who did not ask: the one place that decides it. */
export function isConfident(match: Pick<Match, 'confidence'>, mode: SearchMode): boolean {
  return match.confidence >= shownUnasked[mode];
}

/** What each piece of evidence weighs in the log-odds that a sentence makes an argument. */
export type EvidenceWeights = Readonly<Record<keyof Evidence, number>> & { readonly bias: number };

export const sentenceWeights: EvidenceWeights = {
  bias: -3.98,
  queryCoverage: 1.26,
  argumentCoverage: 1.3,
  plainQueryCoverage: 1.37,
  plainArgumentCoverage: 1.29,
  plainMass: 1.64,
  bestPlain: 1.54,
  secondPlain: 1.33,
  thirdPlain: 0.35,
  mutual: 1.3,
  plainMutual: 1.47,
  nameMass: 1.95,
  missingNames: -1.12,
  unknownNames: -0.3,
  sharedNames: 0.04,
  unusedNames: -0.89,
  missingNumbers: -1.52,
  sharedNumbers: 0.05,
  negationDiffers: -0.73,
  opposites: 0.31,
  handle: -0.23,
  literal: 0.11,
  neighbours: 0.18,
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

/** How likely an argument is what words in a search box ask for: as in typing, but every word is finished. */
export function searchConfidence(evidence: Evidence, { query }: Alignment): number {
  const matched = query.filter((strength) => strength > 0).length;
  if (matched < 2) return 0.3 * evidence.queryCoverage;
  return logistic(-4 + 5 * evidence.queryCoverage + evidence.plainMass);
}

function logistic(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
