import type { Place } from './library';

/** An argument that holds something of what is wanted. */
export interface Candidate extends Place {
  /** BM25F over what is wanted. */
  readonly score: number;
}

/** The best scores of a stream, in a heap whose root is the least of them. */
export class BestScores {
  readonly #heap: Float64Array;
  #count = 0;

  constructor(limit: number) {
    this.#heap = new Float64Array(limit);
  }

  /** The same scores, to which others can be added. */
  copy(): BestScores {
    const copy = new BestScores(this.#heap.length);
    copy.#heap.set(this.#heap);
    copy.#count = this.#count;
    return copy;
  }

  /** What a score must beat to get in; 0 while there is room. */
  get least(): number {
    return this.#count < this.#heap.length ? 0 : (this.#heap[0] ?? 0);
  }

  offer(score: number): void {
    const heap = this.#heap;
    if (this.#count < heap.length) {
      let at = this.#count++;
      for (let parent = (at - 1) >> 1; at > 0 && (heap[parent] ?? 0) > score; parent = (at - 1) >> 1) {
        heap[at] = heap[parent] ?? 0;
        at = parent;
      }
      heap[at] = score;
    } else if (score > (heap[0] ?? 0)) {
      let at = 0;
      for (;;) {
        let child = 2 * at + 1;
        if (child >= heap.length) break;
        if (child + 1 < heap.length && (heap[child + 1] ?? 0) < (heap[child] ?? 0)) child++;
        if ((heap[child] ?? 0) >= score) break;
        heap[at] = heap[child] ?? 0;
        at = child;
      }
      heap[at] = score;
    }
  }
}

/** The best candidates of all segments. */
export class BestCandidates {
  readonly limit: number;
  readonly #kept: Candidate[] = [];
  readonly #best: BestScores;

  constructor(limit: number) {
    this.limit = limit;
    this.#best = new BestScores(limit);
  }

  get least(): number {
    return this.#best.least;
  }

  offer(candidate: Candidate): void {
    this.#best.offer(candidate.score);
    this.#kept.push(candidate);
  }

  /** Of those offered so far. */
  scores(): BestScores {
    return this.#best.copy();
  }

  sorted(): Candidate[] {
    return this.#kept.sort((x, y) => y.score - x.score).slice(0, this.limit);
  }
}
