/** What was measured of one engine, by name; times in milliseconds, sizes in megabytes. */
export type Row = Record<string, number>;

/** All engines at one size of the library. */
export interface SizeRows {
  /** Number of arguments. */
  readonly size: number;
  /** How many postings a query's words have, on average. */
  readonly postings: number;
  readonly rows: Readonly<Record<string, Row>>;
}

interface Goal {
  readonly name: string;
  readonly value: number;
  readonly sign: '≤' | '≥';
  readonly goal: number;
}

type Verdicts = Record<string, { ratio: number; 'to reach': string; reached: boolean }>;

/** The figures beside what they are to reach. */
export function ratioTable(rows: Readonly<Record<string, Row>>): Verdicts {
  const of = (engine: string) => (figure: string) => rows[engine]?.[figure] ?? NaN;
  const [ours, mini, flex] = [of('ours'), of('minisearch'), of('flexsearch')];
  const ratio = (name: string, value: number, goal: number): Goal => ({ name, value, sign: '≤', goal });
  return verdicts([
    ratio('sentence, ranking alone / flexsearch', ours('sentence ranking p95') / flex('sentence p95'), 0.05),
    ratio('sentence, as shipped / flexsearch', ours('sentence p95') / flex('sentence p95'), 0.2),
    ratio('typing, ranking alone / minisearch', ours('typing ranking p95') / mini('typing p95'), 0.025),
    ratio('typing, as shipped / minisearch', ours('typing p95') / mini('typing p95'), 0.06),
    {
      name: 'typing MRR / minisearch',
      value: ours('typing MRR') / mini('typing MRR'),
      sign: '≥',
      goal: 0.97,
    },
    ratio('one typo / minisearch', ours('typo p95') / mini('typo p95'), 0.25),
    {
      name: 'one typo MRR / minisearch',
      value: ours('typo MRR') / mini('typo MRR'),
      sign: '≥',
      goal: 0.97,
    },
    ratio('warm start / own cold build', ours('warm start') / ours('cold build'), 0.08),
    ratio('warm start / minisearch', ours('warm start') / mini('warm start'), 0.1),
    ratio('cold build / minisearch', ours('cold build') / mini('cold build'), 0.6),
    ratio('longest block p99, ms', ours('block p99'), 10),
    ratio('one changed file / minisearch', ours('one change') / mini('one change'), 1),
    ratio('resident index / minisearch', ours('heap') / mini('heap'), 0.35),
  ]);
}

/** How time and memory grow from each size to the next, beside what they may grow by. */
export function growthTable(measured: readonly SizeRows[]): Verdicts {
  return verdicts(
    measured.slice(1).flatMap((large, i): Goal[] => {
      const small = measured[i];
      const grown = (figure: string) =>
        (large.rows['ours']?.[figure] ?? NaN) / (small?.rows['ours']?.[figure] ?? NaN);
      const from = `${small?.size} to ${large.size}`;
      const larger = (factor: number) => Number(factor.toFixed(1));
      return [
        {
          name: `${from}: time of a ranking, by postings`,
          value: grown('sentence ranking mean'),
          sign: '≤',
          goal: larger(large.postings / (small?.postings ?? NaN)),
        },
        {
          name: `${from}: resident index, by arguments`,
          value: grown('heap'),
          sign: '≤',
          goal: larger(large.size / (small?.size ?? NaN)),
        },
      ];
    }),
  );
}

function verdicts(goals: readonly Goal[]): Verdicts {
  return Object.fromEntries(
    goals.map(({ name, value, sign, goal }) => [
      name,
      {
        ratio: Number(value.toFixed(3)),
        'to reach': `${sign} ${goal}`,
        reached: sign === '≤' ? value <= goal : value >= goal,
      },
    ]),
  );
}

/** One column an engine. */
export function transposed(rows: Readonly<Record<string, Row>>): Record<string, Record<string, string>> {
  const names = new Set(Object.values(rows).flatMap((row) => Object.keys(row)));
  return Object.fromEntries(
    [...names].map((name) => [
      name,
      Object.fromEntries(Object.entries(rows).map(([engine, row]) => [engine, row[name]?.toFixed(3) ?? ''])),
    ]),
  );
}
