import type { Term } from './analysis';
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
  readonly negated: boolean;
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
  readonly negated: boolean;
}

export function comparedQuery(
  terms: readonly AskedTerm[],
  negated: boolean,
  contextNames: ReadonlySet<string>,
): ComparedQuery {
  const standIns = new Map<string, { readonly term: number; readonly strength: number }[]>();
  terms.forEach(({ alternatives }, term) => {
    for (const [stem, strength] of alternatives) {
      const list = standIns.get(stem);
      if (list) list.push({ term, strength });
      else standIns.set(stem, [{ term, strength }]);
    }
  });
  return { terms, standIns, contextNames, negated };
}

/** Which words of query and argument stand for each other, and how well, from 0 to 1. */
export interface Alignment {
  /** For each term of the query. */
  readonly query: readonly number[];
  /** For each term of the argument. */
  readonly argument: readonly number[];
}

/** From here on a related word is counted as found. */
const found = 0.2;
const surroundingName = 0.7;
/** From this mutual coverage on, a denial or another number turns an argument round rather than rewording it. */
const nearCopy = 0.5;
const surroundingWord = 0.25;

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

/**
 * What speaks for and against a match. Shares are weighed by how much each word tells, from 0 to 1; the rest is counted
 * and scaled to about 1.
 */
export interface Evidence {
  /** Share of the query that the argument holds; what only its surroundings hold counts in part. */
  readonly queryCoverage: number;
  readonly argumentCoverage: number;
  /** The same without names. */
  readonly plainQueryCoverage: number;
  readonly plainArgumentCoverage: number;
  /** Geometric mean of the two coverages: both must be there. */
  readonly mutual: number;
  readonly plainMutual: number;
  /** How much the matched words that are no names tell together. */
  readonly plainMass: number;
  /** How much the ones that tell most tell. */
  readonly bestPlain: number;
  readonly secondPlain: number;
  readonly thirdPlain: number;
  /** At most one word that is no name matches. */
  readonly lone: number;
  /** How much the query's words tell, names aside, that the argument lacks. */
  readonly unsaid: number;
  /** How much the matched names and numbers tell together. */
  readonly nameMass: number;
  /** Names of the query that the argument and its surroundings lack, though other arguments have them. */
  readonly missingNames: number;
  /** Names of the query that the whole library lacks. */
  readonly unknownNames: number;
  readonly sharedNames: number;
  /** Names of the argument that the query lacks. */
  readonly unusedNames: number;
  /** Numbers of the query that the argument lacks. */
  readonly missingNumbers: number;
  /** One of the two denies, the other doesn't. */
  readonly negationDiffers: number;
  /** How much two near copies have in common although one denies, or gives another number than the other. */
  readonly contradiction: number;
  /** Pairs of words that stand next to each other in both. */
  readonly neighbours: number;
}

export function evidenceOf(query: ComparedQuery, argument: ComparedArgument, aligned: Alignment): Evidence {
  const around = surroundingStrengths(query, argument);
  const asked = query.terms.map(({ term, isName, isKnown, tells }, q) => ({
    stem: term.stem,
    tells,
    isName,
    isKnown,
    isNumber: term.writing === 'number',
    strength: Math.max(
      aligned.query[q] ?? 0,
      (around[q] ?? 0) * (isName ? surroundingName : surroundingWord),
    ),
  }));
  const said = argument.terms.map(({ stem, tells, isName, writing }, a) => ({
    stem,
    tells,
    isName,
    isNumber: writing === 'number',
    strength: aligned.argument[a] ?? 0,
  }));
  const plainAsked = asked.filter(({ isName, isNumber }) => !isName && !isNumber);
  const plainSaid = said.filter(({ isName, isNumber }) => !isName && !isNumber);
  const plainFound = distinct(plainSaid.filter(isFound));
  const names = distinct(asked.filter(({ isName }) => isName));
  const numbers = asked.filter(({ isNumber }) => isNumber);
  const matched = said.filter(isFound);
  const best = plainFound.map(({ tells, strength }) => strength * tells).sort((a, b) => b - a);
  const leant = said.filter(({ stem, strength }) => !isFound({ strength }) && query.contextNames.has(stem));
  const denied = query.negated !== argument.negated;
  const numbersClash =
    numbers.some(({ strength }) => strength < 1) &&
    said.some(({ isNumber, strength }) => isNumber && strength < 1);
  const queryCoverage = share(asked);
  const argumentCoverage = share(said);
  const mutual = Math.sqrt(queryCoverage * argumentCoverage);
  const plainQueryCoverage = share(plainAsked);
  const plainArgumentCoverage = share(plainSaid);
  return {
    queryCoverage,
    argumentCoverage,
    plainQueryCoverage,
    plainArgumentCoverage,
    mutual,
    plainMutual: Math.sqrt(plainQueryCoverage * plainArgumentCoverage),
    plainMass: Math.min(1.5, sum(plainFound) / 2),
    bestPlain: best[0] ?? 0,
    secondPlain: best[1] ?? 0,
    thirdPlain: best[2] ?? 0,
    lone: best.length <= 1 ? 1 : 0,
    unsaid: Math.min(
      1.5,
      sum(distinct(plainAsked).map((word) => ({ ...word, strength: 1 - word.strength }))) / 4,
    ),
    nameMass: Math.min(
      1.5,
      sum(distinct(matched.filter(({ isName, isNumber }) => isName || isNumber))) +
        sum(leant.map((word) => ({ ...word, strength: 0.5 }))),
    ),
    missingNames: halves(names.filter((name) => !isFound(name) && name.isKnown)),
    unknownNames: halves(names.filter((name) => !isFound(name) && !name.isKnown)),
    sharedNames: Math.min(1, halves(names.filter(isFound))),
    unusedNames: halves(distinct(said.filter((word) => word.isName && !isFound(word)))),
    missingNumbers: numbers.some(({ strength }) => strength < 1) ? 1 : 0,
    negationDiffers: denied ? 1 : 0,
    contradiction: (denied || numbersClash) && mutual >= nearCopy ? mutual : 0,
    neighbours: Math.min(1, neighbours(query, argument) / 2),
  };
}

interface Weighed {
  readonly stem: string;
  readonly tells: number;
  readonly strength: number;
}

const isFound = ({ strength }: { readonly strength: number }): boolean => strength >= found;

const halves = (words: readonly unknown[]): number => Math.min(3, words.length) / 2;

function sum(words: readonly Weighed[]): number {
  return words.reduce((total, { tells, strength }) => total + strength * tells, 0);
}

/** A word that comes twice tells no more than once. */
function distinct<T extends Weighed>(words: readonly T[]): T[] {
  const best = new Map<string, T>();
  for (const word of words)
    if (word.strength >= (best.get(word.stem)?.strength ?? 0)) best.set(word.stem, word);
  return [...best.values()];
}

function share(words: readonly Weighed[]): number {
  let matched = 0;
  let all = 0;
  for (const { tells, strength } of distinct(words)) {
    matched += strength * tells;
    all += tells;
  }
  return all > 0 ? matched / all : 0;
}

/** 1 for each term of the query that what the argument leans on holds. */
function surroundingStrengths(query: ComparedQuery, argument: ComparedArgument): number[] {
  const strengths = query.terms.map(() => 0);
  for (const stem of argument.surroundings)
    for (const { term, strength } of query.standIns.get(stem) ?? []) if (strength > 0.5) strengths[term] = 1;
  return strengths;
}

function neighbours(query: ComparedQuery, argument: ComparedArgument): number {
  let pairs = 0;
  const places = argument.terms.map(
    ({ stem }) => query.standIns.get(stem)?.filter(({ strength }) => strength >= 0.5) ?? [],
  );
  for (let a = 0; a + 1 < places.length; a++)
    if (places[a]?.some(({ term }) => places[a + 1]?.some((next) => next.term === term + 1))) pairs++;
  return pairs;
}
