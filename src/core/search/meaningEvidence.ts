import type { ComparedArgument, ComparedQuery } from './compared';
import { cosine, likeness, type Meaning } from './meaning';
import { share, type Weighed } from './shares';

/**
 * What the meanings of the words say for a match: as in `WordEvidence`, where words also stand for each other as far as
 * their directions in the space of words agree.
 */
export interface MeaningEvidence {
  readonly likeQueryCoverage: number;
  readonly likeArgumentCoverage: number;
  readonly likePlainQueryCoverage: number;
  readonly likePlainArgumentCoverage: number;
  /** Geometric means of the coverages. */
  readonly likeMutual: number;
  readonly likePlainMutual: number;
  /** How much the query's words that find their like, and the like, tell. */
  readonly bestLike: number;
  readonly secondLike: number;
  readonly thirdLike: number;
  /** Cosine of query and argument as wholes, and with what the argument leans on. */
  readonly likeWhole: number;
  readonly likeAround: number;
}

export const noMeaning: MeaningEvidence = {
  likeQueryCoverage: 0,
  likeArgumentCoverage: 0,
  likePlainQueryCoverage: 0,
  likePlainArgumentCoverage: 0,
  likeMutual: 0,
  likePlainMutual: 0,
  bestLike: 0,
  secondLike: 0,
  thirdLike: 0,
  likeWhole: 0,
  likeAround: 0,
};

export function meaningEvidenceOf(query: ComparedQuery, argument: ComparedArgument): MeaningEvidence {
  const asked = query.meanings.value;
  const said = argument.meanings.value;
  const ofQuery = new Float64Array(query.terms.length);
  const ofArgument = new Float64Array(argument.terms.length);
  const told = new Map<string, number>();
  query.terms.forEach(({ term, alternatives, isName, tells }, q) => {
    const isPlain = !isName && term.writing !== 'number';
    argument.terms.forEach(({ stem, tells: tellsThere }, a) => {
      const strength = Math.max(
        alternatives.get(stem) ?? 0,
        likeness(similarity(asked.words[q], said.words[a])),
      );
      ofQuery[q] = Math.max(ofQuery[q] ?? 0, strength);
      ofArgument[a] = Math.max(ofArgument[a] ?? 0, strength);
      const both = strength * Math.min(tells, tellsThere);
      if (isPlain && both > (told.get(term.stem) ?? 0)) told.set(term.stem, both);
    });
  });
  const inQuery = query.terms.map(({ term, isName, tells }, q): Word => {
    const isPlain = !isName && term.writing !== 'number';
    return { stem: term.stem, tells, strength: ofQuery[q] ?? 0, isPlain };
  });
  const inArgument = argument.terms.map(({ stem, isName, writing, tells }, a): Word => {
    const isPlain = !isName && writing !== 'number';
    return { stem, tells, strength: ofArgument[a] ?? 0, isPlain };
  });
  const [likeQueryCoverage, likePlainQueryCoverage] = coverages(inQuery);
  const [likeArgumentCoverage, likePlainArgumentCoverage] = coverages(inArgument);
  const [bestLike = 0, secondLike = 0, thirdLike = 0] = [...told.values()].sort((x, y) => y - x);
  return {
    likeQueryCoverage,
    likeArgumentCoverage,
    likePlainQueryCoverage,
    likePlainArgumentCoverage,
    likeMutual: Math.sqrt(likeQueryCoverage * likeArgumentCoverage),
    likePlainMutual: Math.sqrt(likePlainQueryCoverage * likePlainArgumentCoverage),
    bestLike,
    secondLike,
    thirdLike,
    likeWhole: cosine(asked.together, said.together),
    likeAround: cosine(asked.together, said.around),
  };
}

interface Word extends Weighed {
  readonly isPlain: boolean;
}

function coverages(words: readonly Word[]): readonly [all: number, plain: number] {
  return [share(words), share(words.filter(({ isPlain }) => isPlain))];
}

/** The same few words meet again and again in one query and its candidates. */
const similarities = new WeakMap<Meaning, WeakMap<Meaning, number>>();

function similarity(a: Meaning | undefined, b: Meaning | undefined): number {
  if (!a || !b) return 0;
  let known = similarities.get(a);
  if (!known) similarities.set(a, (known = new WeakMap()));
  let found = known.get(b);
  if (found === undefined) known.set(b, (found = cosine(a, b)));
  return found;
}
