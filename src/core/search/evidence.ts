import type { Term } from './analysis';
import type { QueryTerm } from './queryTerms';

/** A word of the argument, as far as matching goes. */
export interface ArgumentTerm extends Term {
  readonly isName: boolean;
}

/** What is compared with the query: an argument's words, and those of what it leans on. */
export interface ComparedArgument {
  readonly terms: readonly ArgumentTerm[];
  /** Stems of the question, the parent and the children. */
  readonly surroundings: ReadonlySet<string>;
  /** Stems of the handle, where the notes give one in quotation marks. */
  readonly handle: readonly string[];
  readonly negated: boolean;
}

export interface ComparedQuery {
  readonly terms: readonly QueryTerm[];
  readonly negated: boolean;
}

/** Which words of query and argument stand for each other, and how well, from 0 to 1. */
export interface Alignment {
  /** For each term of the query. */
  readonly query: readonly number[];
  /** For each term of the argument. */
  readonly argument: readonly number[];
}

/**
 * What speaks for and against a match. Shares are weighed by how much each word tells, from 0 to 1; the rest is counted
 * and scaled to about 1.
 */
export interface Evidence {
  /** Share of the query that the argument holds; a name that only its surroundings hold counts in part. */
  readonly queryCoverage: number;
  readonly argumentCoverage: number;
  /** The same without names. */
  readonly plainQueryCoverage: number;
  readonly plainArgumentCoverage: number;
  /** How much the matched words that are no names tell together. */
  readonly plainMass: number;
  /** How much the ones that tell most tell. */
  readonly bestPlain: number;
  readonly secondPlain: number;
  readonly thirdPlain: number;
  /** Geometric mean of the two coverages: both must be there. */
  readonly mutual: number;
  readonly plainMutual: number;
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
  readonly sharedNumbers: number;
  /** One of the two denies, the other doesn't. */
  readonly negationDiffers: number;
  /** Words whose opposite stands in the argument. */
  readonly opposites: number;
  /** Share of the handle that the query holds. */
  readonly handle: number;
  /** Share of the matched words that are matched by the same word, not by a related one. */
  readonly literal: number;
  /** Pairs of words that stand next to each other in both. */
  readonly neighbours: number;
}

const surroundingName = 0.7;
const surroundingWord = 0.25;
/** From here on a related word is counted as found. */
const found = 0.3;

export function align(query: readonly QueryTerm[], argument: readonly Term[]): Alignment {
  const ofQuery = query.map(() => 0);
  const ofArgument = argument.map(() => 0);
  query.forEach(({ alternatives }, q) => {
    argument.forEach(({ stem }, a) => {
      const strength = alternatives.get(stem) ?? 0;
      ofQuery[q] = Math.max(ofQuery[q] ?? 0, strength);
      ofArgument[a] = Math.max(ofArgument[a] ?? 0, strength);
    });
  });
  return { query: ofQuery, argument: ofArgument };
}

/** @param tells how much a stem tells, from 0 to 1 */
export function evidenceOf(
  query: ComparedQuery,
  argument: ComparedArgument,
  { query: ofQuery, argument: ofArgument }: Alignment,
  tells: (stem: string) => number,
  isKnown: (stem: string) => boolean,
): Evidence {
  const asked = query.terms.map(({ term, isName, alternatives }, q) => ({
    stem: term.stem,
    isName,
    isNumber: term.writing === 'number',
    strength: Math.max(
      ofQuery[q] ?? 0,
      [...argument.surroundings].some((stem) => (alternatives.get(stem) ?? 0) > 0.5)
        ? isName
          ? surroundingName
          : surroundingWord
        : 0,
    ),
  }));
  const said = argument.terms.map(({ stem, isName, writing }, a) => ({
    stem,
    isName,
    isNumber: writing === 'number',
    strength: ofArgument[a] ?? 0,
  }));
  const plainSaid = said.filter(({ isName, isNumber }) => !isName && !isNumber);
  const plainFound = plainSaid.filter(({ strength }) => strength >= found);
  const names = distinct(asked.filter(({ isName }) => isName));
  const numbers = distinct(asked.filter(({ isNumber }) => isNumber));
  const matched = said.filter(({ strength }) => strength >= found);
  const stems = new Set(argument.terms.map(({ stem }) => stem));
  const sum = (words: readonly Weighed[]) =>
    distinct(words).reduce((total, { stem, strength }) => total + strength * tells(stem), 0);
  const best = distinct(plainFound)
    .map(({ stem, strength }) => strength * tells(stem))
    .sort((a, b) => b - a);
  return {
    queryCoverage: share(asked, tells),
    argumentCoverage: share(said, tells),
    plainQueryCoverage: share(
      asked.filter(({ isName }) => !isName),
      tells,
    ),
    plainArgumentCoverage: share(plainSaid, tells),
    plainMass: Math.min(1.5, sum(plainFound) / 2),
    bestPlain: best[0] ?? 0,
    secondPlain: best[1] ?? 0,
    thirdPlain: best[2] ?? 0,
    mutual: Math.sqrt(share(asked, tells) * share(said, tells)),
    plainMutual: Math.sqrt(
      share(
        asked.filter(({ isName }) => !isName),
        tells,
      ) * share(plainSaid, tells),
    ),
    nameMass: Math.min(
      1.5,
      sum(said.filter(({ isName, isNumber, strength }) => (isName || isNumber) && strength >= found)),
    ),
    missingNames:
      Math.min(3, names.filter(({ strength, stem }) => strength < found && isKnown(stem)).length) / 2,
    unknownNames:
      Math.min(3, names.filter(({ strength, stem }) => strength < found && !isKnown(stem)).length) / 2,
    sharedNames: Math.min(2, names.filter(({ strength }) => strength >= found).length) / 2,
    unusedNames:
      Math.min(3, distinct(said.filter(({ isName, strength }) => isName && strength < found)).length) / 2,
    missingNumbers: numbers.some(({ strength }) => strength < 1) ? 1 : 0,
    sharedNumbers: numbers.some(({ strength }) => strength === 1) ? 1 : 0,
    negationDiffers: query.negated === argument.negated ? 0 : 1,
    opposites: query.terms.some(({ opposites }) => [...opposites].some((stem) => stems.has(stem))) ? 1 : 0,
    handle:
      argument.handle.length === 0
        ? 0
        : argument.handle.filter((stem) => matched.some((word) => word.stem === stem)).length /
          argument.handle.length,
    literal:
      matched.length === 0 ? 0 : matched.filter(({ strength }) => strength >= 0.9).length / matched.length,
    neighbours: Math.min(2, neighbours(query.terms, argument.terms)) / 2,
  };
}

interface Weighed {
  readonly stem: string;
  readonly strength: number;
}

function distinct<T extends Weighed>(words: readonly T[]): T[] {
  const best = new Map<string, T>();
  for (const word of words)
    if (word.strength >= (best.get(word.stem)?.strength ?? 0)) best.set(word.stem, word);
  return [...best.values()];
}

function share(words: readonly Weighed[], tells: (stem: string) => number): number {
  let matched = 0;
  let all = 0;
  for (const { stem, strength } of distinct(words)) {
    matched += strength * tells(stem);
    all += tells(stem);
  }
  return all > 0 ? matched / all : 0;
}

function neighbours(query: readonly QueryTerm[], argument: readonly Term[]): number {
  let pairs = 0;
  for (let q = 0; q + 1 < query.length; q++)
    for (let a = 0; a + 1 < argument.length; a++)
      if (
        (query[q]?.alternatives.get(argument[a]?.stem ?? '') ?? 0) >= 0.5 &&
        (query[q + 1]?.alternatives.get(argument[a + 1]?.stem ?? '') ?? 0) >= 0.5
      )
        pairs++;
  return pairs;
}
