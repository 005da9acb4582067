/** One weight for each piece of evidence, then the bias. */
export type Weights = Float64Array;

/** What a sentence can be matched with; none right means that silence is. */
export interface Choice {
  /** How much it counts among the others. */
  readonly weight: number;
  readonly candidates: readonly { readonly right: boolean; readonly evidence: readonly number[] }[];
}

/** 1: only for a match; −1: only against it; 0: for or against. */
export type Sign = -1 | 0 | 1;

const steps = 1000;
const rate = 0.2;
const momentum = 0.9;

export const logistic = (odds: number): number => 1 / (1 + Math.exp(-odds));

export function oddsOf(evidence: readonly number[], weights: Weights): number {
  return evidence.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), weights[evidence.length] ?? 0);
}

/** Choices one after the other in flat arrays, each piece of evidence divided by how much it varies. */
interface Packed {
  readonly width: number;
  /** Standard deviations by which the evidence was divided. */
  readonly scales: Float64Array;
  readonly evidence: Float64Array;
  readonly right: Uint8Array;
  /** Where the candidates of each choice begin. */
  readonly starts: Uint32Array;
  readonly weights: Float64Array;
}

function pack(choices: readonly Choice[]): Packed {
  const candidates = choices.flatMap((choice) => choice.candidates);
  const width = candidates[0]?.evidence.length ?? 0;
  const scales = Float64Array.from({ length: width }, (_, i) => {
    const values = candidates.map(({ evidence }) => evidence[i] ?? 0);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) || 1;
  });
  const starts = new Uint32Array(choices.length + 1);
  choices.forEach((choice, i) => (starts[i + 1] = (starts[i] ?? 0) + choice.candidates.length));
  return {
    width,
    scales,
    evidence: Float64Array.from(
      candidates.flatMap(({ evidence }) => evidence.map((value, i) => value / (scales[i] ?? 1))),
    ),
    right: Uint8Array.from(candidates, ({ right }) => (right ? 1 : 0)),
    starts,
    weights: Float64Array.from(choices, ({ weight }) => weight),
  };
}

/**
 * A conditional logit (McFadden, "Conditional logit analysis of qualitative choice behavior", 1974): a sentence makes one of
 * its candidates or, with odds of 1, none. Gradient descent with a ridge penalty on all weights but the bias, where each
 * piece of evidence counts by how much it varies.
 *
 * @param signs what each piece of evidence may speak for
 */
export function fitChoices(choices: readonly Choice[], ridge: number, signs: readonly Sign[]): Weights {
  const packed = pack(choices);
  const { width, scales } = packed;
  const weights = new Float64Array(width + 1);
  const velocity = new Float64Array(width + 1);
  const all = packed.weights.reduce((sum, weight) => sum + weight, 0);
  for (let step = 0; step < steps; step++) {
    const gradient = gradientOf(packed, weights);
    for (let i = 0; i <= width; i++) {
      const pull = i < width ? ridge * (weights[i] ?? 0) : 0;
      velocity[i] = momentum * (velocity[i] ?? 0) - rate * ((gradient[i] ?? 0) / Math.max(1, all) + pull);
      const weight = (weights[i] ?? 0) + (velocity[i] ?? 0);
      const isAgainst = weight * (signs[i] ?? 0) < 0;
      if (isAgainst) velocity[i] = 0;
      weights[i] = isAgainst ? 0 : weight;
    }
  }
  return weights.map((weight, i) => weight / (scales[i] ?? 1));
}

function gradientOf(
  { width, evidence, right, starts, weights: due }: Packed,
  weights: Weights,
): Float64Array {
  const gradient = new Float64Array(width + 1);
  const odds = new Float64Array(right.length);
  for (let choice = 0; choice < due.length; choice++) {
    const first = starts[choice] ?? 0;
    const end = starts[choice + 1] ?? 0;
    let all = 1;
    let ofRight = 0;
    for (let candidate = first; candidate < end; candidate++) {
      let logOdds = weights[width] ?? 0;
      for (let i = 0, at = candidate * width; i < width; i++, at++)
        logOdds += (weights[i] ?? 0) * (evidence[at] ?? 0);
      const here = Math.exp(logOdds);
      odds[candidate] = here;
      all += here;
      if (right[candidate]) ofRight += here;
    }
    for (let candidate = first; candidate < end; candidate++) {
      const here = odds[candidate] ?? 0;
      const owed = right[candidate] ? here / ofRight : 0;
      const excess = (due[choice] ?? 0) * (here / all - owed);
      for (let i = 0, at = candidate * width; i < width; i++, at++)
        gradient[i] = (gradient[i] ?? 0) + excess * (evidence[at] ?? 0);
      gradient[width] = (gradient[width] ?? 0) + excess;
    }
  }
  return gradient;
}

/**
 * The line that turns the odds of the best candidates into honest ones (Platt, "Probabilistic outputs for support vector
 * machines", 1999).
 */
export function fitScale(
  best: readonly { readonly odds: number; readonly right: boolean; readonly weight: number }[],
): {
  readonly bias: number;
  readonly slope: number;
} {
  const all = best.reduce((sum, { weight }) => sum + weight, 0);
  let bias = 0;
  let slope = 1;
  for (let step = 0; step < 4 * steps; step++) {
    let ofBias = 0;
    let ofSlope = 0;
    for (const { odds, right, weight } of best) {
      const error = (weight / all) * (logistic(bias + slope * odds) - (right ? 1 : 0));
      ofBias += error;
      ofSlope += error * odds;
    }
    bias -= rate * ofBias;
    slope -= rate * ofSlope;
  }
  return { bias, slope };
}
