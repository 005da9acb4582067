/** One weight for each piece of evidence, then the bias. */
export type Weights = Float64Array;

/** What a sentence can be matched with; none right means that silence is. */
export interface Choice {
  /** How much it counts among the others. */
  readonly weight: number;
  readonly candidates: readonly { readonly right: boolean; readonly evidence: readonly number[] }[];
}

const steps = 500;
const rate = 0.2;
const momentum = 0.9;

export const logistic = (odds: number): number => 1 / (1 + Math.exp(-odds));

export function oddsOf(evidence: readonly number[], weights: Weights): number {
  return evidence.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), weights[evidence.length] ?? 0);
}

/**
 * A conditional logit (McFadden, "Conditional logit analysis of qualitative choice behavior", 1974): a sentence makes one of
 * its candidates or, with odds of 1, none. Gradient descent with a ridge penalty on all weights but the bias.
 */
export function fitChoices(choices: readonly Choice[], ridge: number): Weights {
  const width = choices.flatMap(({ candidates }) => candidates)[0]?.evidence.length ?? 0;
  const weights = new Float64Array(width + 1);
  const velocity = new Float64Array(width + 1);
  const all = choices.reduce((sum, { weight }) => sum + weight, 0);
  for (let step = 0; step < steps; step++) {
    const gradient = new Float64Array(width + 1);
    for (const choice of choices) addGradient(gradient, choice, weights);
    for (let i = 0; i <= width; i++) {
      const pull = i < width ? ridge * (weights[i] ?? 0) : 0;
      velocity[i] = momentum * (velocity[i] ?? 0) - rate * ((gradient[i] ?? 0) / Math.max(1, all) + pull);
      weights[i] = (weights[i] ?? 0) + (velocity[i] ?? 0);
    }
  }
  return weights;
}

function addGradient(gradient: Float64Array, { candidates, weight }: Choice, weights: Weights): void {
  const odds = candidates.map(({ evidence }) => Math.exp(oddsOf(evidence, weights)));
  const all = odds.reduce((sum, each) => sum + each, 1);
  const right = odds.reduce((sum, each, i) => sum + (candidates[i]?.right ? each : 0), 0);
  candidates.forEach((candidate, i) => {
    const promised = (odds[i] ?? 0) / all;
    const due = candidate.right && right > 0 ? (odds[i] ?? 0) / right : 0;
    const excess = weight * (promised - due);
    candidate.evidence.forEach((value, j) => (gradient[j] = (gradient[j] ?? 0) + excess * value));
    const last = gradient.length - 1;
    gradient[last] = (gradient[last] ?? 0) + excess;
  });
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
