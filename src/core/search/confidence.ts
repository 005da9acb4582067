import type { Alignment } from './alignment';
import type { Evidence, WordEvidence } from './evidence';
import type { Match, SearchMode } from './match';

/** From which confidence on a match is shown unasked. */
const shownUnasked: Readonly<Record<SearchMode, number>> = { typing: 0.5, sentence: 0.6, search: 0.5 };

/** Whether `match` may be shown to a student who did not ask: the one place that decides it. */
export function isConfident(match: Pick<Match, 'confidence'>, mode: SearchMode): boolean {
  return match.confidence >= shownUnasked[mode];
}

/** What each piece of evidence weighs in the log-odds that a sentence makes an argument. */
export type EvidenceWeights<E = Evidence> = Readonly<Record<keyof E, number>> & { readonly bias: number };

/** Where the meanings of words are known: in English, once the thesaurus is there. */
export const sentenceWeights: EvidenceWeights = {
  bias: -3.29,
  queryCoverage: 1.12,
  argumentCoverage: -0.96,
  plainQueryCoverage: 0.61,
  plainArgumentCoverage: -1.54,
  mutual: 1.19,
  plainMutual: 2.6,
  plainMass: 1.21,
  bestPlain: 0.71,
  secondPlain: -2.25,
  thirdPlain: 1.49,
  lone: -0.63,
  unsaid: 2.08,
  nameMass: 1.49,
  missingNames: -0.59,
  unknownNames: -0.08,
  sharedNames: 0.77,
  unusedNames: -0.06,
  missingNumbers: -1.13,
  negationDiffers: -0.16,
  // Set by hand: sentences that copy an argument and turn it round are too rare in the libraries to be fitted.
  contradiction: -9,
  neighbours: 0.5,
  sameMass: -2.95,
  noneSame: -0.03,
  oneSame: -0.1,
  authorial: -1.83,
  queryLength: -0.25,
  argumentLength: -2.63,
  likeQueryCoverage: -0.53,
  likeArgumentCoverage: 0.44,
  likePlainQueryCoverage: -1.55,
  likePlainArgumentCoverage: 1.15,
  likeMutual: 0.67,
  likePlainMutual: 2.11,
  bestLike: 0.21,
  secondLike: 2.19,
  thirdLike: 5.41,
  likeWhole: 0.71,
  likeAround: 1.99,
  likeNamed: 1.76,
};

/** Where they are not. */
export const wordWeights: EvidenceWeights<WordEvidence> = {
  bias: -5.13,
  queryCoverage: 0.43,
  argumentCoverage: 2.78,
  plainQueryCoverage: 1.95,
  plainArgumentCoverage: 0.49,
  mutual: 2.15,
  plainMutual: -0.5,
  plainMass: 0.88,
  bestPlain: -0.12,
  secondPlain: -1.36,
  thirdPlain: 2.52,
  lone: -1.45,
  unsaid: 2.18,
  nameMass: 1.34,
  missingNames: -0.82,
  unknownNames: -0.39,
  sharedNames: 1.2,
  unusedNames: -0.29,
  missingNumbers: -1.35,
  negationDiffers: -0.23,
  // Set by hand: sentences that copy an argument and turn it round are too rare in the libraries to be fitted.
  contradiction: -9,
  neighbours: -0.73,
  sameMass: 0.5,
  noneSame: -0.12,
  oneSame: 0.22,
  authorial: -2.48,
  queryLength: 1.96,
  argumentLength: -0.78,
};

/** How likely a sentence of prose makes an argument. The weights are fitted so that the right one among a sentence's candidates,
 * or none, is chosen, and scaled to be right as often as they promise (`npm run bench -- calibrate`). */
export function sentenceConfidence(
  evidence: Evidence,
  weights: EvidenceWeights | EvidenceWeights<WordEvidence>,
): number {
  let logOdds = weights.bias;
  for (const name of Object.keys(weights) as (keyof typeof weights)[])
    if (name !== 'bias') logOdds += weights[name] * evidence[name];
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
