import type { Span } from '../text/position';

/** How an essay uses an argument. `leftOut`: not at all, on purpose, as the student has said. */
export type Usage = 'cited' | 'uncited' | 'unused' | 'leftOut';

/** A sentence of the essay that makes an argument. */
export interface ArgumentUse {
  readonly span: Span;
  /** Whether a citation of the argument's source covers it. */
  readonly cited: boolean;
}

/**
 * What the essay does with an argument, by the places that make it. One that it uses is not left out, whatever was
 * decided before; one that is cited anywhere is cited.
 */
export function usageOf(uses: readonly ArgumentUse[] = [], isLeftOut = false): Usage {
  if (uses.some(({ cited }) => cited)) return 'cited';
  if (uses.length > 0) return 'uncited';
  return isLeftOut ? 'leftOut' : 'unused';
}
