import { type ArgumentIndex, isConfident, type Match } from '../search/index';
import type { Span } from '../text/position';
import type { EssayDocument } from './essayDocument';
import type { Sentence } from './prose';

/** An argument that a sentence of the essay makes. */
export interface UsedArgument {
  /** Id in the library. */
  readonly argument: string;
  /** From the first to the last word of the sentence that the match rests on, in the essay. */
  readonly span: Span;
  readonly confidence: number;
  /** The words of the argument that the match rests on. */
  readonly why: readonly string[];
}

/** Matches of one sentence that are weighed. */
const MAX_MATCHES = 5;

/** The arguments that a sentence makes, as far as one can be confident of it; the best first, often none. */
export function argumentsUsedIn(
  essay: EssayDocument,
  sentence: Sentence,
  index: ArgumentIndex,
): readonly UsedArgument[] {
  const context = { paragraph: sentence.paragraph, heading: headingsOf(essay, sentence) };
  return index
    .search(sentence.words, { mode: 'sentence', limit: MAX_MATCHES, context })
    .filter((match) => isConfident(match, 'sentence') && match.queryWords.length > 0)
    .map((match) => ({
      argument: match.argument.id,
      span: matchedSpan(match.queryWords, sentence.span.start),
      confidence: match.confidence,
      why: match.why,
    }));
}

/** What a sentence stands under: its heading, and the question of the essay. */
export function headingsOf(essay: EssayDocument, { span }: Sentence): string {
  return `${essay.headingAbove(span.start) ?? ''} ${essay.question ?? ''}`;
}

/** Of the arguments that a sentence makes, the best one that the words around `offset` make. */
export function argumentUsedAt(used: readonly UsedArgument[], offset: number): UsedArgument | undefined {
  return used.find(({ span }) => span.start <= offset && offset <= span.end);
}

/** From the first to the last of the words that a match rests on, in the essay. */
export function matchedSpan(queryWords: Match['queryWords'], base: number): Span {
  const start = Math.min(...queryWords.map((word) => word.start));
  const end = Math.max(...queryWords.map((word) => word.end));
  return { start: base + start, end: base + end };
}
