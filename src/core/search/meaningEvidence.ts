import type { ComparedArgument, ComparedQuery } from './compared';
import { cosine, likeness } from './meaning';
import { share, type Weighed } from './shares';

/**
 * What the meanings of the words say for a match: as in `WordEvidence`, where words also stand for each other as far as
 * their directions in the space of words agree.
 */
export interface MeaningEvidence {
  readonly likePlainArgumentCoverage: number;
  /** Geometric mean of this coverage and the query's. */
  readonly likePlainMutual: number;
  /** How much the query's words that find their like tell together with the like: the second and the third of those that tell most. */
  readonly secondLike: number;
  readonly thirdLike: number;
  /** Cosine of query and argument as wholes, with what the argument leans on. */
  readonly likeAround: number;
  /** Cosine of what sets both apart from the library as a whole, names included. */
  readonly likeApart: number;
}

export const noMeaning: MeaningEvidence = {
  likePlainArgumentCoverage: 0,
  likePlainMutual: 0,
  secondLike: 0,
  thirdLike: 0,
  likeAround: 0,
  likeApart: 0,
};

export function meaningEvidenceOf(query: ComparedQuery, argument: ComparedArgument): MeaningEvidence {
  const asked = query.meanings.value;
  const said = argument.meanings.value;
  const strengths = strengthsOf(query, argument);
  const width = query.terms.length;
  const inArgument = argument.terms.map(({ stem, isName, writing, tells }, a): Word => {
    let strength = 0;
    for (let q = 0; q < width; q++) strength = Math.max(strength, strengths[a * width + q] ?? 0);
    return { stem, tells, strength, isPlain: !isName && writing !== 'number' };
  });
  const told = new Map<string, number>();
  const inQuery = query.terms.map(({ term: { stem, writing }, isName, tells }, q): Word => {
    const isPlain = !isName && writing !== 'number';
    let strength = 0;
    let most = 0;
    for (let a = 0; a < inArgument.length; a++) {
      const here = strengths[a * width + q] ?? 0;
      strength = Math.max(strength, here);
      most = Math.max(most, here * Math.min(tells, inArgument[a]?.tells ?? 0));
    }
    if (isPlain) told.set(stem, Math.max(most, told.get(stem) ?? 0));
    return { stem, tells, strength, isPlain };
  });
  const likePlainQueryCoverage = share(inQuery.filter(({ isPlain }) => isPlain));
  const likePlainArgumentCoverage = share(inArgument.filter(({ isPlain }) => isPlain));
  const [, secondLike = 0, thirdLike = 0] = [...told.values()].sort((x, y) => y - x);
  return {
    likePlainArgumentCoverage,
    likePlainMutual: Math.sqrt(likePlainQueryCoverage * likePlainArgumentCoverage),
    secondLike,
    thirdLike,
    likeAround: cosine(asked.around, said.around),
    likeApart: cosine(asked.apart, said.apart),
  };
}

interface Word extends Weighed {
  readonly isPlain: boolean;
}

/** How well each term of the query (columns) stands for each of the argument (rows). */
function strengthsOf(query: ComparedQuery, argument: ComparedArgument): Float64Array {
  const width = query.terms.length;
  const strengths = new Float64Array(width * argument.terms.length);
  const asked = query.meanings.value.words;
  const said = argument.meanings.value.words;
  argument.terms.forEach(({ stem }, a) => {
    const start = a * width;
    const meaning = said[a];
    if (meaning) for (let q = 0; q < width; q++) strengths[start + q] = likeness(asked[q], meaning);
    for (const { term, strength } of query.standIns.get(stem) ?? [])
      strengths[start + term] = Math.max(strength, strengths[start + term] ?? 0);
  });
  return strengths;
}
