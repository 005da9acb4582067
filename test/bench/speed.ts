import { readFileSync, writeFileSync } from 'node:fs';
import { ArgumentIndex, type SearchMode } from '../../src/core/search/index';
import { corpusFrom, postingsOf, queriesFor, zipfianCorpus, type KnownItem } from './corpus';
import { argumentsOf, perFile, thesaurus } from './ours';
import { flexSearch, fts5, miniSearch, type Peer, type Text } from './peers';
import { growthTable, ratioTable, transposed, type Row, type SizeRows } from './speedTables';

type Queries = Record<'sentence' | 'typing' | 'typo', readonly KnownItem[]>;

/** Each query's and build's best of so many rounds: what else the machine does at the time falls out. */
const rounds = 3;
const changes = 5;
const starts = 5;

/**
 * Time and memory at several sizes, against the peers in the same run. `--arguments 1000,10000,100000`, `--corpus FILE`
 * (one argument a line), `--queries N`, `--ours`.
 */
export function speed(options: readonly string[]): void {
  const value = (name: string) => (options.includes(name) ? options[options.indexOf(name) + 1] : undefined);
  const sizes = (value('--arguments') ?? '1000,10000,100000').split(',').map(Number);
  const file = value('--corpus');
  const queryCount = Number(value('--queries') ?? 100);
  const measured: SizeRows[] = [];
  for (const size of sizes) {
    const texts = file === undefined ? zipfianCorpus(size) : corpusFrom(file).slice(0, size);
    const queries = queriesFor(texts, queryCount);
    const rows: Record<string, Row> = {};
    const tell = (name: string, row: Row) => {
      rows[name] = row;
      console.log(
        `${texts.length} arguments: ${name} measured after ${Math.round(performance.now() / 1000)} s`,
      );
    };
    tell('ours', measureOurs(texts, queries));
    if (!options.includes('--ours')) {
      tell('minisearch', measureMiniSearch(texts, queries));
      tell('flexsearch', measurePeer(flexSearch, texts, queries, ['sentence', 'typing', 'typo']).row);
      tell('SQLite FTS5', measurePeer(fts5, texts, queries, ['sentence', 'typing']).row);
    }
    measured.push({ size: texts.length, postings: postingsOf(texts, queries.sentence), rows });
    console.log(`\n${texts.length} arguments (ms; MB)`);
    console.table(transposed(rows));
    if (rows['minisearch']) console.table(ratioTable(rows));
  }
  if (measured.length > 1) console.table(growthTable(measured));
}

function measureOurs(texts: readonly Text[], queries: Queries): Row {
  const files = argumentsOf(texts);
  const row: Row = {};
  let blocks: number[] = [];
  const index = measureBuilds(
    row,
    () => new ArgumentIndex({ language: 'en' }),
    (built) => {
      blocks = [];
      for (const [file, args] of files) blocks.push(time(() => built.update(file, args)));
      const slices = built.merge();
      for (let done = false; !done;) blocks.push(time(() => (done = slices.next().done === true)));
    },
  );
  blocks.sort((a, b) => a - b);
  row['block p99'] = blocks[Math.floor(blocks.length * 0.99)] ?? 0;
  row['block max'] = blocks.at(-1) ?? 0;
  const search = (mode: SearchMode) => (query: string) =>
    index.search(query, { mode }).map(({ argument }) => argument.id);
  const rank = (mode: 'search' | 'typing') => (query: string) =>
    index.rank(query, 10, mode).map(({ argument }) => argument.id);
  // What was prepared for comparison in the last round must not help in the next.
  const forget = () => (index.thesaurus = thesaurus());
  measureQueries(row, 'sentence', queries.sentence, search('sentence'), forget);
  measureQueries(row, 'sentence ranking', queries.sentence, rank('search'), forget);
  measureQueries(row, 'typing', queries.typing, search('typing'), forget);
  measureQueries(row, 'typing ranking', queries.typing, rank('typing'), forget);
  measureQueries(row, 'typo', queries.typo, search('search'), forget);
  const [[changed, args] = ['', []]] = files;
  const changedTo = (i: number) =>
    args.map((each, j) => (j === 0 ? { ...each, text: `zzuniqueword${i} ${each.text}` } : each));
  row['one change'] = medianTime(3 * changes, (i) => {
    index.update(changed, changedTo(i));
    index.search(`zzuniqueword${i}`, { mode: 'search' });
  });
  const snapshot = index.snapshot(new Map());
  row['snapshot'] = snapshot.length / 1e6;
  writeFileSync('out/bench.snapshot', snapshot);
  row['warm start'] = medianTime(starts, () => {
    const warm = new ArgumentIndex({ language: 'en' });
    warm.attach(readFileSync('out/bench.snapshot'));
    warm.search(queries.sentence[0]?.query ?? '', { mode: 'sentence' });
  });
  return row;
}

function measurePeer<P extends Peer>(
  make: () => P,
  texts: readonly Text[],
  queries: Queries,
  kinds: readonly (keyof Queries)[],
): { readonly row: Row; readonly peer: P } {
  const row: Row = {};
  const peer = measureBuilds(row, make, (built) => built.add(texts));
  for (const kind of kinds) measureQueries(row, kind, queries[kind], (query) => peer.find(query, kind, 10));
  return { row, peer };
}

/** Builds an index from nothing, `rounds` times: the time of the quickest, the memory of the last, which is returned. */
function measureBuilds<T>(row: Row, make: () => T, build: (index: T) => void): T {
  const times: number[] = [];
  const built = (): T => {
    const index = make();
    times.push(time(() => build(index)));
    return index;
  };
  for (let round = 1; round < rounds; round++) built();
  const memory = used();
  const index = built();
  row['heap'] = used() - memory;
  row['cold build'] = Math.min(...times);
  return index;
}

/** With what ours is compared in besides: a changed file, and the start from what was saved. */
function measureMiniSearch(texts: readonly Text[], queries: Queries): Row {
  const { row, peer } = measurePeer(miniSearch, texts, queries, ['sentence', 'typing', 'typo']);
  const changed = texts.slice(0, perFile);
  row['one change'] = medianTime(changes, (i) => {
    changed.forEach((text, j) =>
      peer.replace(j === 0 ? { ...text, body: `zzuniqueword${i} ${text.body}` } : text),
    );
    peer.find(`zzuniqueword${i}`, 'sentence', 10);
  });
  const saved = peer.save();
  row['warm start'] = medianTime(starts, () => {
    peer.load(saved);
    peer.find(queries.sentence[0]?.query ?? '', 'sentence', 10);
  });
  return row;
}

function measureQueries(
  row: Row,
  name: string,
  items: readonly KnownItem[],
  find: (query: string) => readonly string[],
  forget: () => void = () => {},
): void {
  const times = items.map(() => Infinity);
  let reciprocal = 0;
  for (let round = 0; round < rounds; round++) {
    forget();
    items.forEach(({ query, id }, i) => {
      let found: readonly string[] = [];
      times[i] = Math.min(
        times[i] ?? 0,
        time(() => (found = find(query))),
      );
      const place = found.indexOf(id);
      if (round === 0 && place >= 0) reciprocal += 1 / (place + 1);
    });
  }
  times.sort((a, b) => a - b);
  row[`${name} p95`] = times[Math.floor(times.length * 0.95)] ?? 0;
  row[`${name} mean`] = times.reduce((sum, each) => sum + each, 0) / times.length;
  row[`${name} MRR`] = reciprocal / items.length;
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

function medianTime(times: number, work: (i: number) => void): number {
  const taken = Array.from({ length: times }, (_, i) => time(() => work(i)));
  return taken.sort((a, b) => a - b)[times >> 1] ?? 0;
}
