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
  bias: -4.73,
  queryCoverage: 0.53,
  argumentCoverage: 0.45,
  plainQueryCoverage: 0.3,
  plainArgumentCoverage: 0.35,
  mutual: 0.61,
  plainMutual: 0.59,
  plainMass: 0.3,
  bestPlain: -0.12,
  secondPlain: 0.05,
  thirdPlain: 0.46,
  lone: -0.35,
  unsaid: 2.76,
  nameMass: 0.94,
  missingNames: -1.09,
  unknownNames: -0.31,
  sharedNames: 0.76,
  unusedNames: -0.3,
  missingNumbers: -1.58,
  negationDiffers: 0.02,
  // Set by hand: sentences that copy an argument and turn it round are too rare in the libraries to be fitted.
  contradiction: -9,
  neighbours: 0.22,
  likeQueryCoverage: 0.53,
  likeArgumentCoverage: 0.76,
  likePlainQueryCoverage: 0.57,
  likePlainArgumentCoverage: 0.77,
  likeMutual: 0.74,
  likePlainMutual: 0.93,
  bestLike: 0.51,
  secondLike: 1.62,
  thirdLike: 0.79,
  likeWhole: 2.16,
  likeAround: 1.91,
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
