import type { Alignment } from './alignment';
import type { Evidence, WordEvidence } from './evidence';
import type { Match, SearchMode } from './match';

/** From which confidence on a match is shown unasked. */
const shownUnasked: Readonly<Record<SearchMode, number>> = { typing: 0.5, sentence: 0.55, search: 0.5 };

/** Whether `match` may be shown to a student who did not ask: the one place that decides it. */
export function isConfident(match: Pick<Match, 'confidence'>, mode: SearchMode): boolean {
  return match.confidence >= shownUnasked[mode];
}

/** What each piece of evidence weighs in the log-odds that a sentence makes an argument. */
export type EvidenceWeights<E = Evidence> = Readonly<Record<keyof E, number>> & { readonly bias: number };

/** Where the meanings of words are known: in English, once the thesaurus is there. */
export const sentenceWeights: EvidenceWeights = {
  bias: -3.5,
  queryCoverage: 1.3,
  argumentCoverage: 0,
  plainQueryCoverage: 0,
  plainArgumentCoverage: 0,
  mutual: 0,
  plainMutual: 0.7,
  plainMass: 0,
  bestPlain: 0.72,
  thirdPlain: 0.52,
  lone: -0.37,
  unsaid: 2.09,
  nameMass: 1.52,
  missingNames: -0.53,
  unknownNames: -0.18,
  sharedNames: 0.69,
  unusedNames: -0.08,
  missingNumbers: -1.15,
  negationDiffers: -0.16,
  // Set by hand: sentences that copy an argument and turn it round are too rare in the libraries to be fitted.
  contradiction: -9,
  neighbours: 0.16,
  noneSame: 0,
  oneSame: -0.33,
  authorial: -1.93,
  queryLength: 0.25,
  argumentLength: -2.49,
  likePlainArgumentCoverage: 0.32,
  likePlainMutual: 2.32,
  secondLike: 0.38,
  thirdLike: 5.46,
  likeAround: 1.95,
  likeApart: 2.62,
};

/** Where they are not. */
export const wordWeights: EvidenceWeights<WordEvidence> = {
  bias: -5.63,
  queryCoverage: 0.15,
  argumentCoverage: 2.97,
  plainQueryCoverage: 2.03,
  plainArgumentCoverage: 0.51,
  mutual: 2.05,
  plainMutual: 0,
  plainMass: 0,
  bestPlain: 0.61,
  thirdPlain: 3.02,
  lone: -0.76,
  unsaid: 2.17,
  nameMass: 1.34,
  missingNames: -0.9,
  unknownNames: -0.49,
  sharedNames: 1.23,
  unusedNames: -0.32,
  missingNumbers: -1.41,
  negationDiffers: -0.24,
  // Set by hand: sentences that copy an argument and turn it round are too rare in the libraries to be fitted.
  contradiction: -9,
  neighbours: 0,
  noneSame: -0.3,
  oneSame: 0,
  authorial: -2.57,
  queryLength: 2.12,
  argumentLength: -0.95,
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
