import { ArgumentIndex, type SearchMode } from '../../src/core/search/index';
import { corpusFrom, queriesFor, zipfianCorpus, type KnownItem } from './corpus';
import { argumentsOf, perFile, thesaurus } from './ours';
import { flexSearch, fts5, miniSearch, type Peer, type Text } from './peers';

type Row = Record<string, number>;
const kinds = ['sentence', 'typing', 'typo'] as const;

/**
 * Time and memory at several sizes, against the peers in the same run. `--arguments 1000,10000,100000`, `--corpus FILE`
 * (one argument a line), `--queries N`, `--ours`.
 */
export async function speed(options: readonly string[]): Promise<void> {
  const value = (name: string) => (options.includes(name) ? options[options.indexOf(name) + 1] : undefined);
  const sizes = (value('--arguments') ?? '1000,10000,100000').split(',').map(Number);
  const file = value('--corpus');
  const queryCount = Number(value('--queries') ?? 200);
  for (const size of sizes) {
    const texts = file === undefined ? zipfianCorpus(size) : corpusFrom(file).slice(0, size);
    const queries = queriesFor(texts, queryCount);
    const rows: Record<string, Row> = {};
    rows['ours, as shipped'] = await measureOurs(texts, queries);
    say('ours, as shipped', rows);
    if (!options.includes('--ours'))
      for (const peer of [miniSearch(), flexSearch(), fts5()]) {
        rows[peer.name] = measurePeer(peer, texts, queries);
        say(peer.name, rows);
      }
    console.log(`\n${texts.length} arguments (ms; MB)`);
    console.table(transposed(rows));
    ratios(rows);
  }
}

/** A run takes minutes: each engine's figures are told as they come. */
function say(name: string, rows: Readonly<Record<string, Row>>): void {
  const figures = Object.entries(rows[name] ?? {}).map(([figure, value]) => `${figure} ${value.toFixed(3)}`);
  console.log(`${name}: ${figures.join(', ')}`);
}

async function measureOurs(
  texts: readonly Text[],
  queries: Record<(typeof kinds)[number], KnownItem[]>,
): Promise<Row> {
  const files = argumentsOf(texts);
  const memory = used();
  const blocks: number[] = [];
  const index = new ArgumentIndex({ language: 'en' });
  const build = time(() => {
    for (const [file, args] of files) blocks.push(time(() => index.update(file, args)));
    const slices = index.merge();
    for (;;) {
      const start = performance.now();
      const { done } = slices.next();
      blocks.push(performance.now() - start);
      if (done) break;
    }
  });
  blocks.sort((a, b) => a - b);
  const row: Row = {
    'cold build': build,
    'block p99': blocks[Math.floor(blocks.length * 0.99)] ?? 0,
    'block max': blocks.at(-1) ?? 0,
  };
  row['heap'] = used() - memory;
  index.thesaurus = thesaurus();
  for (const kind of kinds) {
    const mode: SearchMode = kind === 'typo' ? 'search' : kind;
    measureQueries(row, kind, queries[kind], (query) =>
      index.search(query, { mode }).map(({ argument }) => argument.id),
    );
    if (kind === 'sentence')
      measureQueries(row, 'ranking', queries[kind], (query) =>
        index.rank(query, 10).map(({ argument }) => argument.id),
      );
  }
  const [[changed, args] = ['', []]] = files;
  row['one change'] = median(
    Array.from({ length: 15 }, (_, i) =>
      time(() => {
        index.update(
          changed,
          args.map((each, j) => (j === 0 ? { ...each, text: `zzuniqueword${i} ${each.text}` } : each)),
        );
        index.search(`zzuniqueword${i}`, { mode: 'search' });
      }),
    ),
  );
  const snapshot = index.snapshot(new Map());
  row['snapshot'] = snapshot.length / 1e6;
  const { writeFileSync, readFileSync } = await import('node:fs');
  writeFileSync('out/bench.snapshot', snapshot);
  row['warm start'] = median(
    Array.from({ length: 5 }, () =>
      time(() => {
        const warm = new ArgumentIndex({ language: 'en' });
        warm.attach(readFileSync('out/bench.snapshot'));
        warm.search(queries.sentence[0]?.query ?? '', { mode: 'sentence' });
      }),
    ),
  );
  return row;
}

function measurePeer(
  peer: Peer,
  texts: readonly Text[],
  queries: Record<(typeof kinds)[number], KnownItem[]>,
): Row {
  const memory = used();
  const row: Row = { 'cold build': time(() => peer.add(texts)) };
  row['heap'] = used() - memory;
  for (const kind of kinds) {
    const some = peer.name.startsWith('SQLite') && kind === 'typo' ? [] : queries[kind];
    measureQueries(row, kind, some, (query) => peer.find(query, kind, 10));
  }
  const changed = texts.slice(0, perFile);
  const [first] = changed;
  if (first)
    row['one change'] = median(
      Array.from({ length: 5 }, (_, i) =>
        time(() => {
          peer.replace(first, { ...first, body: `zzuniqueword${i} ${first.body}` });
          for (const text of changed.slice(1)) peer.replace(text, text);
          peer.find(`zzuniqueword${i}`, 'sentence', 10);
        }),
      ),
    );
  const saved = peer.save();
  if (saved !== undefined)
    row['warm start'] = median(
      Array.from({ length: 3 }, () =>
        time(() => {
          peer.load(saved);
          peer.find(queries.sentence[0]?.query ?? '', 'sentence', 10);
        }),
      ),
    );
  return row;
}

function measureQueries(
  row: Row,
  name: string,
  items: readonly KnownItem[],
  find: (query: string) => readonly string[],
): void {
  if (items.length === 0) return;
  for (const { query } of items.slice(0, 20)) find(query);
  let reciprocal = 0;
  const times = items.map(({ query, id }) => {
    const start = performance.now();
    const found = find(query);
    const taken = performance.now() - start;
    const place = found.indexOf(id);
    if (place >= 0) reciprocal += 1 / (place + 1);
    return taken;
  });
  times.sort((a, b) => a - b);
  row[`${name} p95`] = times[Math.floor(times.length * 0.95)] ?? 0;
  row[`${name} MRR`] = reciprocal / items.length;
}

function ratios(rows: Record<string, Row>): void {
  const ours = rows['ours, as shipped'] ?? {};
  const mini = rows['minisearch, stemmed'];
  const flex = rows['flexsearch, stemmed'];
  if (!mini || !flex) return;
  const lines: [string, number, number, string][] = [
    [
      'sentence, ranking alone / flexsearch',
      (ours['ranking p95'] ?? 0) / (flex['sentence p95'] ?? 0),
      0.05,
      '≤',
    ],
    [
      'sentence, as shipped / flexsearch',
      (ours['sentence p95'] ?? 0) / (flex['sentence p95'] ?? 0),
      0.2,
      '≤',
    ],
    ['typing / minisearch', (ours['typing p95'] ?? 0) / (mini['typing p95'] ?? 0), 0.06, '≤'],
    ['typing MRR / minisearch', (ours['typing MRR'] ?? 0) / (mini['typing MRR'] ?? 0), 0.97, '≥'],
    ['one typo / minisearch', (ours['typo p95'] ?? 0) / (mini['typo p95'] ?? 0), 0.25, '≤'],
    ['one typo MRR / minisearch', (ours['typo MRR'] ?? 0) / (mini['typo MRR'] ?? 0), 0.97, '≥'],
    ['warm start / own cold build', (ours['warm start'] ?? 0) / (ours['cold build'] ?? 0), 0.08, '≤'],
    ['warm start / minisearch', (ours['warm start'] ?? 0) / (mini['warm start'] ?? 0), 0.1, '≤'],
    ['cold build / minisearch', (ours['cold build'] ?? 0) / (mini['cold build'] ?? 0), 0.6, '≤'],
    ['longest block p99, ms', ours['block p99'] ?? 0, 10, '≤'],
    ['one changed file / minisearch', (ours['one change'] ?? 0) / (mini['one change'] ?? 0), 1, '≤'],
    ['resident index / minisearch', (ours['heap'] ?? 0) / (mini['heap'] ?? 0), 0.35, '≤'],
  ];
  console.table(
    Object.fromEntries(
      lines.map(([name, ratio, goal, sign]) => [
        name,
        {
          ratio: Number(ratio.toFixed(3)),
          'to reach': `${sign} ${goal}`,
          reached: sign === '≤' ? ratio <= goal : ratio >= goal,
        },
      ]),
    ),
  );
}

/** Heap and buffers in MB, after a collection where `--expose-gc` allows it. */
function used(): number {
  for (let i = 0; i < 3; i++) (globalThis as { gc?: () => void }).gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

function time(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

function transposed(rows: Record<string, Row>): Record<string, Record<string, string>> {
  const names = new Set(Object.values(rows).flatMap((row) => Object.keys(row)));
  return Object.fromEntries(
    [...names].map((name) => [
      name,
      Object.fromEntries(Object.entries(rows).map(([peer, row]) => [peer, row[name]?.toFixed(3) ?? ''])),
    ]),
  );
}
