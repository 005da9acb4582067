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
}

/** Matches of one sentence that are weighed. */
const MAX_MATCHES = 5;

/** The arguments that a sentence makes, as far as one can be confident of it; the best first, often none. */
export function argumentsUsedIn(
  essay: EssayDocument,
  sentence: Sentence,
  index: ArgumentIndex,
): readonly UsedArgument[] {
  const context = { paragraph: sentence.paragraph, heading: essay.headingAbove(sentence.span.start) };
  return index
    .search(sentence.words, { mode: 'sentence', limit: MAX_MATCHES, context })
    .filter((match) => isConfident(match, 'sentence') && match.queryWords.length > 0)
    .map((match) => ({
      argument: match.argument.id,
      span: matchedSpan(match.queryWords, sentence.span.start),
      confidence: match.confidence,
    }));
}

/** The best argument that the words around `offset` make. */
export function argumentUsedAt(
  essay: EssayDocument,
  offset: number,
  index: ArgumentIndex,
): UsedArgument | undefined {
  const sentence = essay.sentenceAt(offset);
  if (!sentence) return undefined;
  return argumentsUsedIn(essay, sentence, index).find(
    ({ span }) => span.start <= offset && offset <= span.end,
  );
}

/** From the first to the last of the words that a match rests on, in the essay. */
export function matchedSpan(queryWords: Match['queryWords'], base: number): Span {
  const start = Math.min(...queryWords.map((word) => word.start));
  const end = Math.max(...queryWords.map((word) => word.end));
  return { start: base + start, end: base + end };
}
