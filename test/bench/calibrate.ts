import type { Evidence } from '../../src/core/search/evidence';
import { indexOf } from './scenarios';
import { readScenarios, type ScenarioLibrary } from './scenarioLibrary';

/** One sentence and one of its candidates. */
interface Pair {
  readonly sentence: number;
  readonly right: boolean;
  readonly silent: boolean;
  readonly evidence: readonly number[];
  readonly told: string;
}

/**
 * Fits the weights of the sentence confidence on the tuning libraries by logistic regression (gradient descent, ridge
 * penalty), and says how weights fitted without a library do on that library.
 */
export function calibrate(options: readonly string[]): void {
  const libraries = readScenarios().filter(({ use }) => use === 'tune');
  const names: (keyof Evidence)[] = [];
  const sets = libraries.map((library) => pairsOf(library, names));
  const dropped = new Set((options.find((o) => o.startsWith('--drop=')) ?? '').slice(7).split(','));
  const kept = names.map((name) => !dropped.has(name));
  const ridge = Number((options.find((o) => o.startsWith('--ridge=')) ?? '--ridge=0.003').slice(8));
  const held = sets.flatMap((set, i) => {
    const others = sets.filter((_, j) => j !== i).flat();
    const weights = fit(others, kept, ridge);
    return set.map((pair) => ({ pair, library: i, odds: oddsOf(pair.evidence, weights) }));
  });
  report(held);
  if (options.includes('--show')) show(held);
  const weights = fit(sets.flat(), kept, ridge);
  console.log({
    bias: weights[names.length],
    ...Object.fromEntries(names.map((name, i) => [name, Number((weights[i] ?? 0).toFixed(2))])),
  });
}

function pairsOf(library: ScenarioLibrary, names: (keyof Evidence)[]): Pair[] {
  const index = indexOf(library);
  const sentences = [
    ...library.sentences,
    ...library.silent.map(({ text }) => ({ text, expect: [] as readonly string[] })),
  ];
  return sentences.flatMap(({ text, expect }, sentence) =>
    index.explain(text, { mode: 'sentence', limit: 40 }).map(({ argument, evidence, why }) => {
      if (names.length === 0) names.push(...(Object.keys(evidence) as (keyof Evidence)[]));
      return {
        sentence,
        right: expect.includes(argument.id),
        silent: expect.length === 0,
        told: `${text}\n        ${argument.text}\n        [${why.join(', ')}] ${Object.entries(evidence)
          .filter(([, value]) => value !== 0)
          .map(([name, value]) => `${name} ${Number(value).toFixed(2)}`)
          .join(' ')}`,
        evidence: names.map((name) => evidence[name]),
      };
    }),
  );
}

function oddsOf(evidence: readonly number[], weights: Float64Array): number {
  return evidence.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), weights[evidence.length] ?? 0);
}

function fit(pairs: readonly Pair[], kept: readonly boolean[], ridge: number): Float64Array {
  const width = pairs[0]?.evidence.length ?? 0;
  const weights = new Float64Array(width + 1);
  const velocity = new Float64Array(width + 1);
  for (let step = 0; step < 3000; step++) {
    const gradient = new Float64Array(width + 1);
    for (const { evidence, right } of pairs) {
      const error = 1 / (1 + Math.exp(-oddsOf(evidence, weights))) - (right ? 1 : 0);
      evidence.forEach((value, i) => (gradient[i] = (gradient[i] ?? 0) + error * value));
      gradient[width] = (gradient[width] ?? 0) + error;
    }
    for (let i = 0; i <= width; i++) {
      const pull = i < width ? ridge * (weights[i] ?? 0) : 0;
      velocity[i] = 0.9 * (velocity[i] ?? 0) - 0.5 * ((gradient[i] ?? 0) / pairs.length + pull);
      if (i === width || kept[i]) weights[i] = (weights[i] ?? 0) + (velocity[i] ?? 0);
    }
  }
  return weights;
}

interface Scored {
  readonly pair: Pair;
  readonly library: number;
  readonly odds: number;
}

function report(held: readonly Scored[]): void {
  const groups = new Map<string, Scored[]>();
  for (const scored of held) {
    const key = `${scored.library}:${scored.pair.sentence}`;
    groups.set(
      key,
      [...(groups.get(key) ?? []), scored].sort((a, b) => b.odds - a.odds),
    );
  }
  const bySentence = [...groups.values()];
  reliability(bySentence);
  const silent = bySentence.filter((group) => group[0]?.pair.silent);
  const speaking = bySentence.filter((group) => !group[0]?.pair.silent);
  const at = (limit: number) =>
    (
      speaking.filter((group) => group.slice(0, limit).some(({ pair }) => pair.right)).length /
      speaking.length
    ).toFixed(3);
  console.log(
    `held out: ${speaking.length} sentences, @1 ${at(1)} @3 ${at(3)} @5 ${at(5)}; ${silent.length} silent`,
  );
  const tops = [...silent.map((group) => group[0]?.odds ?? -99)].sort((a, b) => b - a);
  for (const alarms of [0, 1, 2, 3, 4, 6]) {
    const threshold = tops[alarms] ?? -99;
    const shown = speaking.filter((group) => (group[0]?.odds ?? -99) > threshold);
    const right = shown.filter((group) => group[0]?.pair.right).length;
    console.log(
      `${alarms} false alarms: p > ${(1 / (1 + Math.exp(-threshold))).toFixed(2)}, right ${(right / speaking.length).toFixed(2)}, wrong ${shown.length - right}`,
    );
  }
}

/** How often the best match of a sentence is right, by what its confidence promised. */
function reliability(bySentence: readonly (readonly Scored[])[]): void {
  const bins = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
  const rows = bins.map((from) => {
    const inside = bySentence
      .map(([best]) => ({ p: 1 / (1 + Math.exp(-(best?.odds ?? 0))), right: best?.pair.right === true }))
      .filter(({ p }) => p >= from && p < from + 0.1);
    const mean = inside.reduce((sum, { p }) => sum + p, 0) / Math.max(1, inside.length);
    const right = inside.filter((each) => each.right).length / Math.max(1, inside.length);
    return {
      'confidence from': from,
      sentences: inside.length,
      promised: mean.toFixed(2),
      right: right.toFixed(2),
    };
  });
  console.table(rows);
}

/** The most tempting wrong candidates and the least convincing right ones. */
function show(held: readonly Scored[]): void {
  const wrong = held.filter(({ pair }) => pair.silent).sort((a, b) => b.odds - a.odds);
  const right = held.filter(({ pair }) => pair.right).sort((a, b) => a.odds - b.odds);
  for (const { odds, pair } of [...wrong.slice(0, 14), ...right.slice(0, 40)])
    console.log(`${pair.right ? 'RIGHT' : 'WRONG'} ${odds.toFixed(1)} ${pair.told}`);
}
