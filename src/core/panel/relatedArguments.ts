import type { QueryContext } from '../search/index';
import { type ArgumentIndex, isConfident } from '../search/index';
import type { ListedArgument } from './argumentList';

/** What the list relates to. */
export interface AskedSentence {
  readonly words: string;
  readonly context: QueryContext;
}

/** Most arguments that a sentence brings up, those loosely related included. */
const mostRelated = 20;
/** Confidence from which on an argument is worth a place among the loosely related. */
const looseConfidence = 0.08;

/**
 * The arguments that a sentence makes, as far as one can be confident of it, and those that are only loosely related to
 * it. Each best first; both may be empty.
 */
export function relatedArguments(
  index: ArgumentIndex,
  { words, context }: AskedSentence,
): { readonly fits: readonly ListedArgument[]; readonly loose: readonly ListedArgument[] } {
  const matches = index.search(words, { mode: 'sentence', limit: mostRelated, context });
  const listed = (wanted: boolean) =>
    matches
      .filter((match) => isConfident(match, 'sentence') === wanted && match.confidence >= looseConfidence)
      .map(({ argument: { id }, why }) => ({ id, why }));
  return { fits: listed(true), loose: listed(false) };
}
