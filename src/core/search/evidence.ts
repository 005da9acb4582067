import type { Term } from './analysis';
import type { QueryTerm } from './queryTerms';

/** What a match rests on: which words of query and argument stand for each other, and how much these tell. */
export interface Evidence {
  /** How well each query term is matched, from 0 to 1, in the order of the query. */
  readonly queryStrengths: readonly number[];
  /** How well each of the argument's terms is matched, in the order of the argument. */
  readonly argumentStrengths: readonly number[];
  /** Share of what the query tells that the argument holds; weighed by rarity. */
  readonly queryCoverage: number;
  /** Share of what the argument tells that the query holds. */
  readonly argumentCoverage: number;
  /** Sum of the rarities of what matched, common words of the library counting little. */
  readonly mass: number;
  /** Number of different words matched that are no names. */
  readonly plainWords: number;
}

/** @param rarityOf how much a stem tells in this library */
export function evidenceOf(
  query: readonly QueryTerm[],
  argument: readonly Term[],
  rarityOf: (stem: string) => number,
): Evidence {
  const queryStrengths = query.map(() => 0);
  const argumentStrengths = argument.map(() => 0);
  query.forEach(({ alternatives }, q) => {
    argument.forEach(({ stem }, a) => {
      const strength = alternatives.get(stem) ?? 0;
      queryStrengths[q] = Math.max(queryStrengths[q] ?? 0, strength);
      argumentStrengths[a] = Math.max(argumentStrengths[a] ?? 0, strength);
    });
  });
  const ofQuery = weighed(
    query.map(({ term }) => term.stem),
    queryStrengths,
    rarityOf,
  );
  const ofArgument = weighed(
    argument.map(({ stem }) => stem),
    argumentStrengths,
    rarityOf,
  );
  const plain = argument.filter(
    ({ writing }, a) => (writing === 'plain' || writing === 'opening') && (argumentStrengths[a] ?? 0) > 0.4,
  );
  return {
    queryStrengths,
    argumentStrengths,
    queryCoverage: ofQuery.share,
    argumentCoverage: ofArgument.share,
    mass: ofArgument.matched,
    plainWords: new Set(plain.map(({ stem }) => stem)).size,
  };
}

/** Sums over distinct stems: a word that comes twice tells no more than once. */
function weighed(
  stems: readonly string[],
  strengths: readonly number[],
  rarityOf: (stem: string) => number,
): { readonly matched: number; readonly share: number } {
  const best = new Map<string, number>();
  stems.forEach((stem, i) => best.set(stem, Math.max(best.get(stem) ?? 0, strengths[i] ?? 0)));
  let matched = 0;
  let all = 0;
  for (const [stem, strength] of best) {
    matched += strength * rarityOf(stem);
    all += rarityOf(stem);
  }
  return { matched, share: all > 0 ? matched / all : 0 };
}
