import { isNegated } from '../search/manner';
import type { Span } from '../text/position';

const BOUNDARY =
  /[,;:()–—]|\s(?=(?:but|although|though|while|whereas|because|since|unless|if|when|who|which|aber|obwohl|weil|während|mais|quoique|parce)\b)/gu;
/** Fewer words than these beside a denied clause state nothing of their own. */
const LEAST_WORDS = 5;

/**
 * The clauses of a sentence that deny something, where others beside them do not: what they deny need not be what the
 * sentence states. Empty if the sentence denies nothing, or has nothing else to say.
 *
 * @param words of the sentence
 */
export function deniedClauses(words: string): readonly Span[] {
  if (!isNegated(words)) return [];
  const clauses: Span[] = [];
  let start = 0;
  for (const { index, 0: mark } of words.matchAll(BOUNDARY)) {
    clauses.push({ start, end: index });
    start = index + mark.length;
  }
  clauses.push({ start, end: words.length });
  const denied = clauses.filter((clause) => isNegated(words.slice(clause.start, clause.end)));
  const rest = without(words, denied).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return rest >= LEAST_WORDS ? denied : [];
}

/** `words` with the clauses blanked out, as long as before. */
export function without(words: string, clauses: readonly Span[]): string {
  return clauses.reduce(
    (left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end),
    words,
  );
}
