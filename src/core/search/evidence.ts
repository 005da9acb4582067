import type { Alignment } from './alignment';
import type { ComparedArgument, ComparedQuery } from './compared';
import type { MeaningEvidence } from './meaningEvidence';
import { distinct, halves, isFound, share, sum } from './shares';

const surroundingName = 0.7;
const surroundingWord = 0.25;
/** From here on a word stands for itself, not for another. */
const sameWord = 0.99;
/** From this mutual coverage on, a denial or another number turns an argument round rather than rewording it. */
const nearCopy = 0.5;

/** All that speaks for and against a match. */
export type Evidence = WordEvidence & MeaningEvidence;

/**
 * What the words of query and argument say for and against a match. Shares are weighed by how much each word tells, from 0 to 1; the rest is counted
 * and scaled to about 1.
 */
export interface WordEvidence {
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
  /** How much the ones that tell most and third most tell. */
  readonly bestPlain: number;
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
  /** Of the argument's words, names and numbers aside, the query has none as it is, or just one. */
  readonly noneSame: number;
  readonly oneSame: number;
  /** The query's author speaks, the argument's doesn't: what students say of their own essay is no argument of the notes. */
  readonly authorial: number;
  /** Logarithms of how many words tell something: a share of many is worth more than one of few. */
  readonly queryLength: number;
  readonly argumentLength: number;
}

export function evidenceOf(
  query: ComparedQuery,
  argument: ComparedArgument,
  aligned: Alignment,
): WordEvidence {
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
  const same = distinct(plainSaid.filter(({ strength }) => strength >= sameWord));
  const denied = query.manner.negated !== argument.manner.negated;
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
    noneSame: same.length === 0 ? 1 : 0,
    oneSame: same.length === 1 ? 1 : 0,
    authorial: query.manner.authorial && !argument.manner.authorial ? 1 : 0,
    queryLength: Math.log(1 + asked.length) / 3,
    argumentLength: Math.log(1 + said.length) / 3,
  };
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
