import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SearchMode } from '../../src/core/search/index';
import { ourAnswer, ourIndex } from './ours';
import { flexSearch, fts5, miniSearch, type Text } from './peers';

interface Collection {
  readonly name: string;
  readonly docs: readonly (Text & { readonly source: string })[];
  readonly queries: readonly { readonly id: string; readonly text: string }[];
  readonly qrels: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly excludeSelf?: boolean;
}

type Finder = (query: string, limit: number) => readonly string[];

/** nDCG@10 and average precision over judged collections, against the peers. `--collections DIR`. */
export function quality(options: readonly string[]): void {
  const folder = options[options.indexOf('--collections') + 1];
  if (!options.includes('--collections') || folder === undefined)
    throw new Error('Say where they are: --collections DIR');
  const only = options.includes('--ours');
  const rows: Record<string, Record<string, number>> = {};
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const collection = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Collection;
    const row: Record<string, number> = {};
    const index = ourIndex(collection.docs);
    for (const mode of ['search', 'sentence'] as SearchMode[])
      row[`ours, ${mode}`] = mean(
        collection,
        (query, limit) => ourAnswer(index, query, mode, limit),
        ndcg,
        10,
      );
    if (!only)
      for (const [name, peer] of Object.entries({
        minisearch: miniSearch(),
        'SQLite FTS5': fts5(),
        flexsearch: flexSearch(),
      })) {
        peer.add(collection.docs);
        row[name] = mean(collection, (query, limit) => peer.find(query, 'sentence', limit), ndcg, 10);
      }
    row['plain MAP'] = mean(
      collection,
      (query, limit) => ourAnswer(index, query, 'search', limit),
      precision,
      1000,
    );
    row['related MAP'] = mean(
      collection,
      (query, limit) => index.related(query, limit).map(({ argument }) => argument.id),
      precision,
      1000,
    );
    rows[collection.name] = row;
  }
  const names = Object.keys(Object.values(rows)[0] ?? {});
  const means = Object.fromEntries(
    names.map((name) => [
      name,
      Object.values(rows).reduce((sum, row) => sum + (row[name] ?? 0), 0) / Object.keys(rows).length,
    ]),
  );
  rows['mean'] = means;
  console.table(Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, rounded(row)])));
  const ours = means['ours, search'] ?? 0;
  console.log(`ours / minisearch ${ratio(ours, means['minisearch'])} (to reach 1.030)`);
  console.log(`ours − FTS5 ${(ours - (means['SQLite FTS5'] ?? NaN)).toFixed(3)} (to reach −0.005)`);
  console.log(`related / plain MAP ${ratio(means['related MAP'] ?? 0, means['plain MAP'])} (to reach 1.070)`);
}

const ratio = (a: number, b: number | undefined) => (a / (b ?? NaN)).toFixed(3);
const rounded = (row: Record<string, number>) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value.toFixed(3))]));

type Measure = (found: readonly string[], grades: Readonly<Record<string, number>>) => number;

function mean(
  { queries, qrels, excludeSelf }: Collection,
  find: Finder,
  measure: Measure,
  limit: number,
): number {
  const judged = queries.filter(({ id }) => Object.values(qrels[id] ?? {}).some((grade) => grade > 0));
  const sum = judged.reduce((total, { id, text }) => {
    const found = find(text, limit + 1).filter((doc) => !excludeSelf || doc !== id);
    return total + measure(found.slice(0, limit), qrels[id] ?? {});
  }, 0);
  return sum / judged.length;
}

/** Normalized discounted cumulative gain at 10 (Järvelin and Kekäläinen, 2002), gain = 2^grade − 1. */
function ndcg(found: readonly string[], grades: Readonly<Record<string, number>>): number {
  const discounted = (gains: readonly number[]) =>
    gains.slice(0, 10).reduce((sum, grade, i) => sum + (2 ** grade - 1) / Math.log2(i + 2), 0);
  const ideal = discounted(Object.values(grades).sort((a, b) => b - a));
  return ideal > 0 ? discounted(found.map((id) => grades[id] ?? 0)) / ideal : 0;
}

function precision(found: readonly string[], grades: Readonly<Record<string, number>>): number {
  let hits = 0;
  let sum = 0;
  found.forEach((id, i) => {
    if ((grades[id] ?? 0) > 0) sum += ++hits / (i + 1);
  });
  return sum / Object.values(grades).filter((grade) => grade > 0).length;
}
