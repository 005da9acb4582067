import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { getHeapSnapshot, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Milliseconds until what was put off while there was typing has been done, and given its memory back. */
const REST = 3000;

/** Megabytes that are in use once the typing rests and nothing is left that could be collected. */
export async function settledHeap(): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, REST));
  for (let round = 0; round < 3; round++) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}

interface Snapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly [readonly string[], ...unknown[]];
    };
  };
  readonly nodes: readonly number[];
  readonly strings: readonly string[];
}

/**
 * How many objects there are of each class that the built extension defines; none if it is minified, which takes the names.
 * @param dist the folder with its files
 */
export async function ownObjects(dist: string): Promise<ReadonlyMap<string, number>> {
  const own = new Set(
    readdirSync(dist, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.mjs'))
      .flatMap((file) => [
        ...readFileSync(join(dist, file), 'utf8').matchAll(/\bclass _?([A-Z]\w+)|\b([A-Z]\w+) = class\b/g),
      ])
      .map(([, declared, assigned = '']) => declared ?? assigned),
  );
  if (!own.has('EssayDocument')) return new Map();
  const { snapshot, nodes, strings } = JSON.parse(await text(getHeapSnapshot())) as Snapshot;
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [typeAt, nameAt] = [fields.indexOf('type'), fields.indexOf('name')];
  const object = types[0].indexOf('object');
  const counts = new Map<string, number>();
  for (let at = 0; at < nodes.length; at += fields.length) {
    if (nodes[at + typeAt] !== object) continue;
    const name = strings[nodes[at + nameAt] ?? 0] ?? '';
    if (own.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/** The least-squares slope of `values`, one for each step of `x`. */
export function slope(points: readonly { readonly x: number; readonly y: number }[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const x0 = mean(points.map(({ x }) => x));
  const y0 = mean(points.map(({ y }) => y));
  const covariance = points.reduce((sum, { x, y }) => sum + (x - x0) * (y - y0), 0);
  return covariance / points.reduce((sum, { x }) => sum + (x - x0) ** 2, 0);
}
