import { BestScores, type BestCandidates } from './bestCandidates';
import type { Library, LiveSegment } from './library';
import { k1 } from './ranking';

/** A list of postings this many times as long as the arguments still in play is searched for each, not read. */
const searchedAbove = 12;

/** A stem that is looked up. */
export interface Weighed {
  readonly stem: string;
  /** Rarity, weight and importance together: BM25 gives at most `k1 + 1` times this. */
  readonly weight: number;
}

/** One of the things a query asks for. */
export interface WeighedGroup {
  readonly alternatives: readonly Weighed[];
  /** The most that it can give. */
  readonly most: number;
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
  readonly #norms: Float32Array;
  #touchedCount = 0;

  constructor(library: Library, live: LiveSegment) {
    this.#live = live;
    this.#norms = library.normsOf(live);
  }

  score(wanted: readonly WeighedGroup[], best: BestCandidates): void {
    reserve(this.#live.segment.size);
    let left = wanted.reduce((sum, { most }) => sum + most, 0);
    let closed = false;
    for (const { alternatives, most } of wanted) {
      const [only] = alternatives;
      const postings = alternatives.reduce((sum, { stem }) => sum + this.#postingCount(stem), 0);
      if (this.#touchedCount > best.limit && 2 * postings > this.#touchedCount)
        closed = this.#dropHopeless(best, left) || closed;
      if (closed && postings > searchedAbove * this.#touchedCount) this.#addToTouched(alternatives);
      else if (alternatives.length === 1 && only) this.#add(only);
      else this.#addBest(alternatives);
      left -= most;
    }
    this.#collect(best);
  }

  #postings(stem: string): readonly [number, number] {
    const { stems, postingStarts } = this.#live.segment;
    const number = stems.find(stem);
    return number < 0 ? [0, 0] : [postingStarts[number] ?? 0, postingStarts[number + 1] ?? 0];
  }

  #add({ stem, weight }: Weighed): void {
    const { postingArguments, postingWeights } = this.#live.segment;
    const norms = this.#norms;
    const [start, end] = this.#postings(stem);
    const scale = weight * (k1 + 1);
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
  #addBest(alternatives: readonly Weighed[]): void {
    const { postingArguments, postingWeights } = this.#live.segment;
    for (const { stem, weight } of alternatives) {
      const [start, end] = this.#postings(stem);
      const scale = weight * (k1 + 1);
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
    for (const { stem } of alternatives) {
      const [start, end] = this.#postings(stem);
      for (let i = start; i < end; i++) groupBest[postingArguments[i] ?? 0] = 0;
    }
  }

  /** The same, only for arguments that have something already; long lists are searched, not read. */
  #addToTouched(alternatives: readonly Weighed[]): void {
    const { postingArguments, postingWeights } = this.#live.segment;
    const lists = alternatives.map(({ stem, weight }) => ({
      range: this.#postings(stem),
      scale: weight * (k1 + 1),
    }));
    for (let t = 0; t < this.#touchedCount; t++) {
      const argument = touched[t] ?? 0;
      let best = 0;
      for (const { range, scale } of lists) {
        const [start, end] = range;
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
    const sample = new BestScores(best.limit);
    for (const score of best.scores()) sample.offer(score);
    const { buried } = this.#live;
    for (let t = 0; t < this.#touchedCount; t++) {
      const argument = touched[t] ?? 0;
      if (!buried[argument]) sample.offer(scores[argument] ?? 0);
    }
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

  #postingCount(stem: string): number {
    const [start, end] = this.#postings(stem);
    return end - start;
  }

  #collect(best: BestCandidates): void {
    const { buried } = this.#live;
    touched.subarray(0, this.#touchedCount).sort();
    for (let t = 0; t < this.#touchedCount; t++) {
      const argument = touched[t] ?? 0;
      const score = scores[argument] ?? 0;
      scores[argument] = 0;
      if (score > best.least && !buried[argument]) best.offer({ segment: this.#live, argument, score });
    }
  }
}
