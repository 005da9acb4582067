import type { Span } from '../text/position';
import type { SearchableArgument } from './searchableArgument';

/**
 * `typing`: the query's last word is unfinished. `sentence`: a sentence of prose. `search`: words in a search box, with
 * the query language.
 */
export type SearchMode = 'typing' | 'sentence' | 'search';

/** An argument that was found. */
export interface Match {
  readonly argument: SearchableArgument;
  /** What the list is ordered by; comparable within one answer only. */
  readonly score: number;
  /** How likely the argument is what the student means, from 0 to 1; comparable everywhere. */
  readonly confidence: number;
  /** The words of the argument's text that the match rests on, as written there. */
  readonly why: readonly string[];
  /** The words of the query that matched, as offsets into the query, in order. */
  readonly queryWords: readonly Span[];
}

/** What stands around the query in the essay. */
export interface QueryContext {
  /** The text of the paragraph before the query. */
  readonly paragraph?: string;
  readonly heading?: string;
}

export interface SearchOptions {
  readonly mode: SearchMode;
  /** 10 by default. */
  readonly limit?: number;
  /** Only what may be shown unasked; what can't be is not weighed to the end. */
  readonly isUnasked?: boolean;
  readonly context?: QueryContext;
  /** Whether the essay uses an argument already, for `used:no` in a search. */
  readonly isUsed?: (argument: SearchableArgument) => boolean;
}
