import type { Evidence } from '../../src/core/search/evidence';
import { essaySets, origins, scenarioSets, type JudgedSentence } from './judgedSentences';
import { fitChoices, fitScale, logistic, oddsOf, type Sign, type Weights } from './logit';
import { reportHeldOut, showHeldOut, type Judged } from './reliability';

const folds = 4;
/** Its nature says what such evidence speaks for: a few hundred sentences must not teach otherwise. */
const against: ReadonlySet<string> = new Set<keyof Evidence>([
  'lone',
  'missingNames',
  'unknownNames',
  'unusedNames',
  'missingNumbers',
  'negationDiffers',
  'contradiction',
  'noneSame',
  'oneSame',
  'authorial',
]);
const eitherWay: ReadonlySet<string> = new Set<keyof Evidence>(['unsaid', 'queryLength', 'argumentLength']);

/**
 * Fits the weights of the sentence confidence on the libraries and essays for tuning, and says how weights do on those that they were
 * not fitted on. `--ridge=0.005`; `--show` names the most tempting wrong candidates and the least convincing right ones.
 */
export async function calibrate(options: readonly string[]): Promise<void> {
  const ridge = Number(options.find((option) => option.startsWith('--ridge='))?.slice(8) ?? 0.005);
  for (const withThesaurus of [true, false]) {
    console.log(`\n${withThesaurus ? 'With' : 'Without'} the thesaurus`);
    const sets = [...scenarioSets(withThesaurus), ...(await essaySets('tune', withThesaurus))];
    calibrateOn(sets, ridge, options.includes('--show'));
  }
}

function calibrateOn(sets: readonly JudgedSentence[][], ridge: number, show: boolean): void {
  const names = Object.keys(sets[0]?.[0]?.candidates[0]?.named ?? {}) as (keyof Evidence)[];
  const signs = names.map((name): Sign => (against.has(name) ? -1 : eitherWay.has(name) ? 0 : 1));
  const ofFold = (fold: number) => sets.filter((_, i) => i % folds === fold).flat();
  const notOfFold = (fold: number) => sets.filter((_, i) => i % folds !== fold).flat();
  const held = Array.from({ length: folds }, (_, fold) => {
    const weights = fitChoices(notOfFold(fold), ridge, signs);
    return ofFold(fold).map((sentence) => judged(sentence, weights));
  }).flat();
  const scale = fitScale(
    held.map(({ ranked: [best], weight }) => ({
      odds: best?.odds ?? -9,
      right: best?.right === true,
      weight,
    })),
  );
  const scaled = held.map((each) => ({
    ...each,
    ranked: each.ranked.map((candidate) => ({
      ...candidate,
      odds: scale.bias + scale.slope * candidate.odds,
    })),
  }));
  for (const origin of origins) {
    console.log(`\nHeld out: ${origin}`);
    reportHeldOut(
      scaled.filter((each) => each.origin === origin),
      logistic,
    );
  }
  if (show) showHeldOut(scaled);
  const weights = fitChoices(sets.flat(), ridge, signs);
  const round = (value: number) => Number(value.toFixed(2));
  console.log({
    bias: round(scale.bias + scale.slope * (weights.at(-1) ?? 0)),
    ...Object.fromEntries(
      names
        .map((name, i) => [name, round(scale.slope * (weights[i] ?? 0))])
        .filter(([, weight]) => weight !== 0),
    ),
  });
}

function judged(
  { candidates, ...sentence }: JudgedSentence,
  weights: Weights,
): Judged & Omit<JudgedSentence, 'candidates'> {
  const ranked = candidates
    .map(({ evidence, right, told }) => ({ odds: oddsOf(evidence, weights), right, told }))
    .sort((a, b) => b.odds - a.odds);
  return { ...sentence, ranked };
}
