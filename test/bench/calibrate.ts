import type { Evidence } from '../../src/core/search/evidence';
import { indexOf } from './scenarios';
import { readScenarios, type ScenarioLibrary } from './scenarioLibrary';
import { fitChoices, fitScale, logistic, oddsOf, type Choice, type Weights } from './logit';
import { reportHeldOut, showHeldOut, type Judged } from './reliability';

const folds = 4;

/** One sentence of a library with its candidates. */
export interface Sentence {
  readonly text: string;
  readonly silent: boolean;
  readonly candidates: readonly (Choice['candidates'][number] & {
    /** What the candidate says, and on what it rests. */
    readonly told: string;
  })[];
}

/**
 * Fits the weights of the sentence confidence on the tuning libraries, and says how weights do on libraries that they were
 * not fitted on. `--ridge=0.003`; `--show` names the most tempting wrong candidates and the least convincing right ones.
 */
export function calibrate(options: readonly string[]): void {
  const ridge = Number(options.find((option) => option.startsWith('--ridge='))?.slice(8) ?? 0.003);
  const names: (keyof Evidence)[] = [];
  const sets = readScenarios()
    .filter(({ use }) => use === 'tune')
    .map((library) => sentencesOf(library, names));
  const ofFold = (fold: number) => sets.filter((_, i) => i % folds === fold).flat();
  const notOfFold = (fold: number) => sets.filter((_, i) => i % folds !== fold).flat();
  const held = Array.from({ length: folds }, (_, fold) => {
    const weights = fitChoices(notOfFold(fold), ridge);
    return ofFold(fold).map((sentence) => judged(sentence, weights));
  }).flat();
  const scale = fitScale(
    held.map(({ ranked: [best] }) => ({ odds: best?.odds ?? -9, right: best?.right === true })),
  );
  const scaled = held.map((each) => ({
    ...each,
    ranked: each.ranked.map((candidate) => ({
      ...candidate,
      odds: scale.bias + scale.slope * candidate.odds,
    })),
  }));
  reportHeldOut(scaled, logistic);
  if (options.includes('--show')) showHeldOut(scaled);
  const weights = fitChoices(sets.flat(), ridge);
  const round = (value: number) => Number(value.toFixed(2));
  console.log({
    bias: round(scale.bias + scale.slope * (weights.at(-1) ?? 0)),
    ...Object.fromEntries(names.map((name, i) => [name, round(scale.slope * (weights[i] ?? 0))])),
  });
}

function judged({ text, silent, candidates }: Sentence, weights: Weights): Judged {
  const ranked = candidates
    .map(({ evidence, right, told }) => ({ odds: oddsOf(evidence, weights), right, told }))
    .sort((a, b) => b.odds - a.odds);
  return { text, silent, ranked };
}

function sentencesOf(library: ScenarioLibrary, names: (keyof Evidence)[]): Sentence[] {
  const index = indexOf(library);
  const sentences = [
    ...library.sentences,
    ...library.silent.map(({ text }) => ({ text, expect: [] as readonly string[] })),
  ];
  return sentences.map(({ text, expect }) => ({
    text,
    silent: expect.length === 0,
    candidates: index.explain(text, { mode: 'sentence', limit: 40 }).map(({ argument, evidence, why }) => {
      if (names.length === 0) names.push(...(Object.keys(evidence) as (keyof Evidence)[]));
      const features = Object.entries(evidence).filter(([, value]) => value !== 0);
      return {
        right: expect.includes(argument.id),
        told: `${argument.text}\n        [${why.join(', ')}] ${features.map(([name, value]) => `${name} ${Number(value).toFixed(2)}`).join(' ')}`,
        evidence: names.map((name) => evidence[name]),
      };
    }),
  }));
}
