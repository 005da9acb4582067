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
  bias: -3.3,
  queryCoverage: 0.59,
  argumentCoverage: -1.42,
  plainQueryCoverage: 0.91,
  plainArgumentCoverage: -1.33,
  mutual: 0.56,
  plainMutual: 2.91,
  plainMass: 1.24,
  bestPlain: 0.69,
  secondPlain: -2.2,
  thirdPlain: 1.53,
  lone: -0.63,
  unsaid: 2.06,
  nameMass: 1.48,
  missingNames: -0.58,
  unknownNames: -0.08,
  sharedNames: 0.79,
  unusedNames: -0.05,
  missingNumbers: -1.13,
  negationDiffers: -0.16,
  // Set by hand: sentences that copy an argument and turn it round are too rare in the libraries to be fitted.
  contradiction: -9,
  neighbours: 0.47,
  sameMass: -2.93,
  noneSame: -0.04,
  oneSame: -0.11,
  authorial: -1.83,
  queryLength: -0.18,
  argumentLength: -2.65,
  likeQueryCoverage: 0,
  likeArgumentCoverage: 0.91,
  likePlainQueryCoverage: -1.76,
  likePlainArgumentCoverage: 0.95,
  likeMutual: 1.24,
  likePlainMutual: 1.74,
  bestLike: 0.21,
  secondLike: 2.12,
  thirdLike: 5.26,
  likeWhole: 0.64,
  likeAround: 2,
  likeNamed: 1.78,
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
