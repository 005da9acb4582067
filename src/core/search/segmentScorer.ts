import type { BestScores, BestCandidates } from './bestCandidates';
import type { Library, LiveSegment } from './library';
import { k1 } from './ranking';

/** A list of postings this many times as long as the arguments still in play is searched for each, not read. */
const searchedAbove = 12;

/** A stem that is looked up. */
export interface Weighed {
  /** Where its postings are, as in `StemPlaces`. */
  readonly ranges: Uint32Array;
  /** Rarity, weight and importance together: BM25 gives at most `k1 + 1` times this. */
  readonly weight: number;
}

/** One of the things a query asks for. */
export interface WeighedGroup {
  readonly alternatives: readonly Weighed[];
  /** The most that it can give. */
  readonly most: number;
}

/** The postings of a stem in this segment, and what each gives at most. */
interface Postings {
  readonly start: number;
  readonly end: number;
  readonly scale: number;
}

/** Scratch space for the largest segment so far; a query runs to its end before the next one. */
let scores = new Float32Array(0);
let groupBest = new Float32Array(0);
let touched = new Uint32Array(0);

function reserve(size: number): void {
  if (scores.length >= size) return;
  scores = new Float32Array(size);
  groupBest = new Float32Array(size);
  touched = new Uint32Array(size);
}

/** Scores the arguments of one segment, one thing that is asked for after the other. */
export class SegmentScorer {
  readonly #live: LiveSegment;
  readonly #at: number;
  readonly #norms: Float32Array;
  #touchedCount = 0;

  /** @param at the segment's place among those of the library */
  constructor(library: Library, live: LiveSegment, at: number) {
    this.#live = live;
    this.#at = at;
    this.#norms = library.normsOf(live);
  }

  score(wanted: readonly WeighedGroup[], best: BestCandidates): void {
    reserve(this.#live.segment.size);
    let left = wanted.reduce((sum, { most }) => sum + most, 0);
    let closed = false;
    for (const { alternatives, most } of wanted) {
      const lists = this.#postingsOf(alternatives);
      const postings = lists.reduce((sum, { start, end }) => sum + end - start, 0);
      if (this.#touchedCount > best.limit && 2 * postings > this.#touchedCount)
        closed = this.#dropHopeless(best, left) || closed;
      const [only] = lists;
      if (closed && postings > searchedAbove * this.#touchedCount) this.#addToTouched(lists);
      else if (lists.length === 1 && only) this.#add(only);
      else this.#addBest(lists);
      left -= most;
    }
    this.#collect(best);
  }

  /** Of those alternatives that the segment holds. */
  #postingsOf(alternatives: readonly Weighed[]): Postings[] {
    const lists: Postings[] = [];
    for (const { ranges, weight } of alternatives) {
      const start = ranges[2 * this.#at] ?? 0;
      const end = ranges[2 * this.#at + 1] ?? 0;
      if (start < end) lists.push({ start, end, scale: weight * (k1 + 1) });
    }
    return lists;
  }

  #add({ start, end, scale }: Postings): void {
    const { postingArguments, postingWeights } = this.#live.segment;
    const norms = this.#norms;
    let count = this.#touchedCount;
    for (let i = start; i < end; i++) {
      const argument = postingArguments[i] ?? 0;
      const frequency = postingWeights[i] ?? 0;
      const before = scores[argument] ?? 0;
      if (before === 0) touched[count++] = argument;
      scores[argument] = before + (scale * frequency) / (frequency + (norms[argument] ?? 0));
    }
    this.#touchedCount = count;
  }

  /** Adds, for each argument, what the best of the alternatives gives. */
  #addBest(lists: readonly Postings[]): void {
    const { postingArguments, postingWeights } = this.#live.segment;
    for (const { start, end, scale } of lists) {
      for (let i = start; i < end; i++) {
        const argument = postingArguments[i] ?? 0;
        const frequency = postingWeights[i] ?? 0;
        const gain = (scale * frequency) / (frequency + (this.#norms[argument] ?? 0));
        const before = groupBest[argument] ?? 0;
        if (gain <= before) continue;
        const score = scores[argument] ?? 0;
        if (score === 0) touched[this.#touchedCount++] = argument;
        scores[argument] = score + gain - before;
        groupBest[argument] = gain;
      }
    }
    for (const { start, end } of lists)
      for (let i = start; i < end; i++) groupBest[postingArguments[i] ?? 0] = 0;
  }

  /** The same, only for arguments that have something already; long lists are searched, not read. */
  #addToTouched(lists: readonly Postings[]): void {
    const { postingArguments, postingWeights } = this.#live.segment;
    for (let t = 0; t < this.#touchedCount; t++) {
      const argument = touched[t] ?? 0;
      let best = 0;
      for (const { start, end, scale } of lists) {
        let low = start;
        let high = end;
        while (low < high) {
          const middle = (low + high) >> 1;
          if ((postingArguments[middle] ?? 0) < argument) low = middle + 1;
          else high = middle;
        }
        if (low === end || postingArguments[low] !== argument) continue;
        const frequency = postingWeights[low] ?? 0;
        best = Math.max(best, (scale * frequency) / (frequency + (this.#norms[argument] ?? 0)));
      }
      scores[argument] = (scores[argument] ?? 0) + best;
    }
  }

  /**
   * Whether `left`, the most that the terms still to come can give, is too little for an argument that has nothing yet to
   * get among the best. Then those that have something, but too little, are dropped.
   */
  #dropHopeless(best: BestCandidates, left: number): boolean {
    const sample = this.#bestScores(best);
    if (left > sample.least) return false;
    let kept = 0;
    for (let t = 0; t < this.#touchedCount; t++) {
      const argument = touched[t] ?? 0;
      if ((scores[argument] ?? 0) + left >= sample.least) touched[kept++] = argument;
      else scores[argument] = 0;
    }
    this.#touchedCount = kept;
    return true;
  }

  /** Offers what can be among the best, in the order of the arguments: of two that score alike the first counts as better. */
  #collect(best: BestCandidates): void {
    const { least } = this.#bestScores(best);
    let kept = 0;
    for (let t = 0; t < this.#touchedCount; t++) {
      const argument = touched[t] ?? 0;
      if ((scores[argument] ?? 0) >= least && !this.#live.buried[argument]) touched[kept++] = argument;
      else scores[argument] = 0;
    }
    touched.subarray(0, kept).sort();
    for (let t = 0; t < kept; t++) {
      const argument = touched[t] ?? 0;
      const score = scores[argument] ?? 0;
      scores[argument] = 0;
      if (score > best.least) best.offer({ segment: this.#live, argument, score });
    }
  }

  /** The best scores so far, those of this segment included. */
  #bestScores(best: BestCandidates): BestScores {
    const sample = best.scores();
    const { buried } = this.#live;
    for (let t = 0; t < this.#touchedCount; t++) {
      const argument = touched[t] ?? 0;
      if (!buried[argument]) sample.offer(scores[argument] ?? 0);
    }
    return sample;
  }
}
