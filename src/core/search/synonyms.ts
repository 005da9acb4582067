import { analyzerFor } from './analysis';

/** Groups of words or names that the user wants to be taken as the same. */
export type SynonymGroups = readonly (readonly string[])[];

const sameByUser = 0.9;

/**
 * For each stem, those that the user's groups let stand for it, with weights. The words of one name don't stand for each
 * other, and each of several carries only its part: `GDR` is found by `German Democratic Republic`, not by `German` alone.
 */
export function ownSynonyms(groups: SynonymGroups): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const own = new Map<string, Map<string, number>>();
  for (const group of groups) {
    const names = group.map((name) => [
      ...new Set(
        analyzerFor('en')
          .terms(name)
          .map(({ stem }) => stem),
      ),
    ]);
    for (const name of names)
      for (const other of names) {
        if (name === other) continue;
        const weight = sameByUser / Math.sqrt(Math.max(name.length, other.length));
        for (const from of name) for (const to of other) if (from !== to) link(own, from, to, weight);
      }
  }
  return own;
}

function link(own: Map<string, Map<string, number>>, from: string, to: string, weight: number): void {
  const links = own.get(from) ?? new Map<string, number>();
  links.set(to, Math.max(weight, links.get(to) ?? 0));
  own.set(from, links);
}
