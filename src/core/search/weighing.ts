import { align, type Alignment } from './alignment';
import type { Term } from './analysis';
import { comparedQuery, type ComparedArgument, type ComparedQuery } from './compared';
import { isWorthWeighing, searchConfidence, sentenceConfidence, typingConfidence } from './confidence';
import { evidenceOf, type Evidence } from './evidence';
import { meaningEvidenceOf, noMeaning } from './meaningEvidence';
import type { Match, SearchMode } from './match';
import type { SearchableArgument } from './searchableArgument';

/** A match and what its confidence rests on, for calibration and for explaining a silence. */
export interface ExplainedMatch extends Match {
  readonly evidence: Evidence;
}

/** Looks at a candidate word by word. @param bm25 what it scored when it was found */
export function weigh(
  argument: SearchableArgument,
  bm25: number,
  compared: ComparedArgument,
  asked: ComparedQuery,
  mode: SearchMode,
): ExplainedMatch {
  const query = mode === 'typing' ? fromFirstMatch(asked, compared) : asked;
  const alignment = align(query, compared);
  const evidence = {
    ...evidenceOf(query, compared, alignment),
    ...(mode === 'sentence' ? meaningEvidenceOf(query, compared) : noMeaning),
  };
  const begins = beginsAlike(query, compared);
  const confidence = confidenceOf(mode, evidence, alignment, begins);
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

/** Whether a match with this argument may turn out confident, as far as a first look tells. */
export function mayBeConfident(argument: ComparedArgument, asked: ComparedQuery, mode: SearchMode): boolean {
  return mode !== 'typing' || isWorthWeighing(align(asked, argument));
}

/** What was typed before an argument begins says nothing about it: "By 1950 Stalin pass". */
function fromFirstMatch(query: ComparedQuery, argument: ComparedArgument): ComparedQuery {
  const first = align(query, argument).query.findIndex((strength) => strength > 0);
  return first <= 0
    ? query
    : comparedQuery(query.terms.slice(first), query.manner, query.contextNames, query.meanings);
}

function beginsAlike({ terms }: ComparedQuery, argument: ComparedArgument): boolean {
  const [first] = terms;
  if (!first) return false;
  return (
    first.alternatives.has(argument.terms[0]?.stem ?? '') || first.alternatives.has(argument.handleOpening)
  );
}

function confidenceOf(mode: SearchMode, evidence: Evidence, alignment: Alignment, begins: boolean): number {
  if (mode === 'sentence') return sentenceConfidence(evidence);
  return mode === 'typing'
    ? typingConfidence(evidence, alignment, begins)
    : searchConfidence(evidence, alignment);
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
