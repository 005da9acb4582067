import type { ComparedArgument, ComparedQuery } from './compared';

/** Which words of query and argument stand for each other, and how well, from 0 to 1. */
export interface Alignment {
  /** For each term of the query. */
  readonly query: readonly number[];
  /** For each term of the argument. */
  readonly argument: readonly number[];
}

export function align(query: ComparedQuery, argument: ComparedArgument): Alignment {
  const ofQuery = query.terms.map(() => 0);
  const ofArgument = argument.terms.map(({ stem }) => {
    let best = 0;
    for (const { term, strength } of query.standIns.get(stem) ?? []) {
      best = Math.max(best, strength);
      ofQuery[term] = Math.max(ofQuery[term] ?? 0, strength);
    }
    return best;
  });
  return { query: ofQuery, argument: ofArgument };
}
