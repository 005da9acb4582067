/** A sentence with its candidates, best first, by weights that were fitted without its library. */
export interface Judged {
  readonly text: string;
  readonly silent: boolean;
  readonly ranked: readonly { readonly odds: number; readonly right: boolean; readonly told: string }[];
}

/** So many false alarms in a hundred sentences that make no argument are looked at. */
const alarmRates = [0, 2, 4, 6.7, 10];

/** How often the right argument comes first, what each confidence is worth, and what silence costs. */
export function reportHeldOut(held: readonly Judged[], logistic: (odds: number) => number): void {
  reliability(held, logistic);
  const silent = held.filter((each) => each.silent);
  const speaking = held.filter((each) => !each.silent);
  const within = (limit: number) =>
    share(speaking, ({ ranked }) => ranked.slice(0, limit).some(({ right }) => right)).toFixed(3);
  console.log(
    `held out: ${speaking.length} sentences, @1 ${within(1)} @3 ${within(3)} @5 ${within(5)}; ${silent.length} silent`,
  );
  const best = (each: Judged) => each.ranked[0]?.odds ?? -Infinity;
  const alarms = silent.map(best).sort((a, b) => b - a);
  for (const rate of alarmRates) {
    const threshold = alarms[Math.floor((rate * silent.length) / 100)] ?? -Infinity;
    const shown = speaking.filter((each) => best(each) > threshold);
    const right = shown.filter(({ ranked }) => ranked[0]?.right).length;
    console.log(
      `${rate} false alarms in 100: confidence above ${logistic(threshold).toFixed(2)}, right ${(right / speaking.length).toFixed(2)}, wrong ${((shown.length - right) / speaking.length).toFixed(2)}`,
    );
  }
}

/** How often the best match of a sentence is right, by what its confidence promised. */
function reliability(held: readonly Judged[], logistic: (odds: number) => number): void {
  const tops = held.map(({ ranked: [best] }) => ({
    confidence: logistic(best?.odds ?? -Infinity),
    right: best?.right === true,
  }));
  console.table(
    Array.from({ length: 10 }, (_, i) => {
      const inside = tops.filter(({ confidence }) => Math.min(9, Math.floor(10 * confidence)) === i);
      const promised = inside.reduce((sum, { confidence }) => sum + confidence, 0) / inside.length;
      return {
        'confidence from': i / 10,
        sentences: inside.length,
        promised: promised.toFixed(2),
        right: share(inside, ({ right }) => right).toFixed(2),
      };
    }),
  );
}

/** The most tempting wrong candidates of silent sentences and the least convincing right ones. */
export function showHeldOut(held: readonly Judged[]): void {
  const all = held.flatMap(({ text, silent, ranked }) => ranked.map((each) => ({ ...each, text, silent })));
  const wrong = all.filter(({ silent }) => silent).sort((a, b) => b.odds - a.odds);
  const right = all.filter((each) => each.right).sort((a, b) => a.odds - b.odds);
  for (const each of [...wrong.slice(0, 20), ...right.slice(0, 40)])
    console.log(
      `${each.right ? 'RIGHT' : 'WRONG'} ${each.odds.toFixed(1)} ${each.text}\n        ${each.told}`,
    );
}

function share<T>(all: readonly T[], holds: (each: T) => boolean): number {
  return all.filter(holds).length / all.length;
}
