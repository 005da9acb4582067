import type { Term } from './analysis';
import type { Lazy } from '../util/lazy';
import type { Manner } from './manner';
import type { Meanings } from './meaning';
import type { QueryTerm } from './queryTerms';

/** A word of the argument, as far as matching goes. */
export interface ArgumentTerm extends Term {
  readonly isName: boolean;
  /** How much it tells, from 0 to 1: rare in the library, and rare in running text. */
  readonly tells: number;
}

/** What is compared with the query: an argument's words, and those of what it leans on. */
export interface ComparedArgument {
  readonly terms: readonly ArgumentTerm[];
  /** Stems of the question, the parent and the children. */
  readonly surroundings: readonly string[];
  /** Stem with which the handle begins; empty without one. */
  readonly handleOpening: string;
  readonly manner: Manner;
  /** Worked out when it is first asked for. */
  readonly meanings: Lazy<Meanings>;
}

/** A word of the query, as far as matching goes. */
export interface AskedTerm extends QueryTerm {
  readonly tells: number;
  /** Whether any argument of the library holds it. */
  readonly isKnown: boolean;
}

export interface ComparedQuery {
  readonly terms: readonly AskedTerm[];
  /** For each stem of any alternative: which terms it stands for, and how well. */
  readonly standIns: ReadonlyMap<string, readonly { readonly term: number; readonly strength: number }[]>;
  /** Names that the sentence leans on without saying them, from the paragraph before it. */
  readonly contextNames: ReadonlySet<string>;
  readonly manner: Manner;
  /** Worked out when it is first asked for. */
  readonly meanings: Lazy<Meanings>;
  /** The same query without its first words, `first` of them. */
  readonly from: (first: number) => ComparedQuery;
}

export function comparedQuery(
  terms: readonly AskedTerm[],
  manner: Manner,
  contextNames: ReadonlySet<string>,
  meanings: Lazy<Meanings>,
): ComparedQuery {
  const standIns = new Map<string, { readonly term: number; readonly strength: number }[]>();
  terms.forEach(({ alternatives }, term) => {
    for (const [stem, strength] of alternatives) {
      const list = standIns.get(stem);
      if (list) list.push({ term, strength });
      else standIns.set(stem, [{ term, strength }]);
    }
  });
  const shorter = new Map<number, ComparedQuery>();
  const from = (first: number): ComparedQuery => {
    if (first === 0) return query;
    const known = shorter.get(first) ?? comparedQuery(terms.slice(first), manner, contextNames, meanings);
    shorter.set(first, known);
    return known;
  };
  const query: ComparedQuery = { terms, standIns, contextNames, manner, meanings, from };
  return query;
}
