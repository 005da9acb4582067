import type { Alignment } from './alignment';
import type { Evidence } from './evidence';
import type { Match, SearchMode } from './match';

/** From which confidence on a match is shown unasked. */
const shownUnasked: Readonly<Record<SearchMode, number>> = { typing: 0.5, sentence: 0.6, search: 0.5 };

/** Whether `match` may be shown to a student who did not ask: the one place that decides it. */
export function isConfident(match: Pick<Match, 'confidence'>, mode: SearchMode): boolean {
  return match.confidence >= shownUnasked[mode];
}

/** What each piece of evidence weighs in the log-odds that a sentence makes an argument. */
export type EvidenceWeights = Readonly<Record<keyof Evidence, number>> & { readonly bias: number };

export const sentenceWeights: EvidenceWeights = {
  bias: -4.87,
  queryCoverage: 0.66,
  argumentCoverage: 0.33,
  plainQueryCoverage: 0.23,
  plainArgumentCoverage: 0.17,
  mutual: 0.67,
  plainMutual: 0.55,
  plainMass: 0.24,
  bestPlain: 0.09,
  secondPlain: -0.4,
  thirdPlain: 0.58,
  lone: -0.51,
  unsaid: 2.84,
  nameMass: 0.91,
  missingNames: -0.74,
  unknownNames: -0.15,
  sharedNames: 0.77,
  unusedNames: -0.21,
  missingNumbers: -1.43,
  negationDiffers: -0.07,
  // Set by hand: sentences that copy an argument and turn it round are too rare in the libraries to be fitted.
  contradiction: -9,
  neighbours: 0.13,
  likeQueryCoverage: 0.71,
  likeArgumentCoverage: 0.73,
  likePlainQueryCoverage: 0.42,
  likePlainArgumentCoverage: 0.72,
  likeMutual: 0.84,
  likePlainMutual: 0.9,
  bestLike: 0.13,
  secondLike: 1.31,
  thirdLike: 1.04,
  likeWhole: 2.21,
  likeAround: 1.96,
};

/** How likely a sentence of prose makes an argument. The weights are fitted so that the right one among a sentence's candidates,
 * or none, is chosen, and scaled to be right as often as they promise (`npm run bench -- calibrate`). */
export function sentenceConfidence(evidence: Evidence, weights: EvidenceWeights = sentenceWeights): number {
  let logOdds = weights.bias;
  for (const name of Object.keys(evidence) as (keyof Evidence)[]) logOdds += weights[name] * evidence[name];
  return logistic(logOdds);
}

/**
 * How likely what is being typed is the beginning of this argument: it takes two words that tell something, the last of
 * them the one under the cursor, and little else typed that the argument lacks. Names alone must tell a lot, and so must
 * words from the middle of an argument.
 *
 * @param begins whether what is typed begins as the argument or its handle does
 */
export function typingConfidence(evidence: Evidence, alignment: Alignment, begins: boolean): number {
  if (!isWorthWeighing(alignment)) return 0.3 * evidence.queryCoverage;
  const last = alignment.query.at(-1) ?? 0;
  return logistic(wordsLogOdds(evidence) + 1.5 * (last - 0.8) + (begins ? 0.3 : -1.2));
}

/** Whether what is typed can be clear at all: two of its words are matched, the last of them the one under the cursor. */
export function isWorthWeighing({ query }: Alignment): boolean {
  return (query.at(-1) ?? 0) > 0 && matchedTerms(query) >= 2;
}

/** How likely an argument is what words in a search box ask for: as in typing, but every word is finished. */
export function searchConfidence(evidence: Evidence, { query }: Alignment): number {
  if (matchedTerms(query) < 2) return 0.3 * evidence.queryCoverage;
  return logistic(wordsLogOdds(evidence));
}

function matchedTerms(strengths: readonly number[]): number {
  return strengths.filter((strength) => strength > 0).length;
}

function wordsLogOdds({ queryCoverage, plainMass, nameMass, bestPlain }: Evidence): number {
  return -4.2 + 4 * queryCoverage + 1.2 * (2 * plainMass + nameMass) - (bestPlain === 0 ? 1 : 0);
}

function logistic(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
