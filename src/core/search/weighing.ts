import { align, type Alignment } from './alignment';
import type { Term } from './analysis';
import type { ComparedArgument, ComparedQuery } from './compared';
import {
  isWorthWeighing,
  searchConfidence,
  sentenceConfidence,
  sentenceWeights,
  typingConfidence,
  wordWeights,
} from './confidence';
import { evidenceOf, type Evidence } from './evidence';
import { meaningEvidenceOf, noMeaning } from './meaningEvidence';
import type { Match, SearchMode } from './match';
import type { SearchableArgument } from './searchableArgument';

/** A match and what its confidence rests on, for calibration and for explaining a silence. */
export interface ExplainedMatch extends Match {
  readonly evidence: Evidence;
}

/**
 * Looks at a candidate word by word.
 *
 * @param bm25 what it scored when it was found
 * @param isUnasked whether it counts only if it may be shown unasked; undefined if a first look tells that it may not
 */
export function weigh(
  argument: SearchableArgument,
  bm25: number,
  compared: ComparedArgument,
  asked: ComparedQuery,
  mode: SearchMode,
  isUnasked: boolean,
): ExplainedMatch | undefined {
  const whole = align(asked, compared);
  if (isUnasked && mode === 'typing' && !isWorthWeighing(whole)) return undefined;
  const first = mode === 'typing' ? firstMatch(whole) : 0;
  const query = asked.from(first);
  const alignment = { ...whole, query: whole.query.slice(first) };
  const isKnown = mode === 'sentence' && query.meanings.value.around !== undefined;
  const evidence = {
    ...evidenceOf(query, compared, alignment),
    ...(isKnown ? meaningEvidenceOf(query, compared) : noMeaning),
  };
  const begins = beginsAlike(query, compared);
  const confidence =
    mode === 'sentence'
      ? sentenceConfidence(evidence, isKnown ? sentenceWeights : wordWeights)
      : mode === 'typing'
        ? typingConfidence(evidence, alignment, begins)
        : searchConfidence(evidence, alignment);
  return {
    argument,
    score: scoreOf(mode, bm25, evidence, begins, confidence),
    confidence,
    why: matchedWords(compared.terms, alignment.argument),
    queryWords: query.terms
      .filter((_, q) => (alignment.query[q] ?? 0) > 0)
      .map(({ term: { start, end } }) => ({ start, end })),
    evidence,
  };
}

/** What was typed before an argument begins says nothing about it: "By 1950 Stalin pass". */
function firstMatch({ query }: Alignment): number {
  return Math.max(
    0,
    query.findIndex((strength) => strength > 0),
  );
}

function beginsAlike({ terms }: ComparedQuery, argument: ComparedArgument): boolean {
  const [first] = terms;
  if (!first) return false;
  return (
    first.alternatives.has(argument.terms[0]?.stem ?? '') || first.alternatives.has(argument.handleOpening)
  );
}

function scoreOf(
  mode: SearchMode,
  bm25: number,
  evidence: Evidence,
  begins: boolean,
  confidence: number,
): number {
  if (mode === 'sentence') return confidence;
  if (mode === 'search') return bm25;
  // What is typed is more often the beginning of an argument than its middle.
  return bm25 * (0.5 + evidence.queryCoverage) * (begins ? 1.2 : 1);
}

function matchedWords(terms: readonly Term[], strengths: readonly number[]): string[] {
  return [...new Set(terms.filter((_, i) => (strengths[i] ?? 0) > 0).map(({ text }) => text))];
}
