import type { SearchableArgument } from './searchableArgument';
import type { Language } from './language';
import type { Vocabulary } from './vocabulary';

/** The arguments of one file within a segment: `count` of them from `first` on. */
export interface SegmentFile {
  readonly file: string;
  readonly language: Language;
  readonly first: number;
  readonly count: number;
}

/** Gives the argument with a number within its segment; a segment from a snapshot decodes it only now. */
export type ArgumentSource = (argument: number) => SearchableArgument;

/**
 * An immutable part of the index, all flat: the postings of stem `s` are entries `postingStarts[s]` up to
 * `postingStarts[s + 1]` of `postingArguments` (ascending) and `postingWeights`. Replacing a file buries its arguments
 * here and brings them back in a new segment.
 */
export interface Segment {
  readonly files: readonly SegmentFile[];
  readonly size: number;
  readonly stems: Vocabulary;
  readonly postingStarts: Uint32Array;
  readonly postingArguments: Uint32Array;
  /** How often the argument's fields hold the stem, weighted by field (`fieldWeights`), in steps of 1 / `weightSteps`. */
  readonly postingWeights: Uint8Array;
  /** How each stem is written inside sentences: `writtenAsName`, `writtenPlain` and `writtenShort`, added up. */
  readonly stemWritings: Uint8Array;
  /** Weighted number of terms of each argument. */
  readonly lengths: Float32Array;
  /** Sum of `lengths`. */
  readonly totalLength: number;
  /** Every word of the texts, folded but not stemmed: what half-typed and mistyped words are compared with. */
  readonly words: Vocabulary;
  /** The stem of each word. */
  readonly wordStems: Uint32Array;
  readonly argumentAt: ArgumentSource;
}

export const weightSteps = 16;
export const writtenAsName = 1;
export const writtenPlain = 2;
export const writtenShort = 4;
