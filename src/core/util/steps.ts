import type { CancellationToken } from './cancellation';

/** Work that can be interrupted: it yields every few hundred microseconds or less, and returns its result. */
export type Steps<T> = Generator<void, T, void>;

/** Does the work at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Long work shares the thread with what the user waits for: it never runs longer than this, in milliseconds, at a time. */
const SLICE = 4;

/** Does several pieces of work in turn, with a pause whenever they have taken up their slice of time together. */
export class Slices {
  #sliceEnd = 0;

  /** Whether the work should pause before it goes on. */
  get isOver(): boolean {
    return performance.now() >= this.#sliceEnd;
  }

  /** Lets everything else run first, if the slice is over. */
  async breathe(): Promise<void> {
    if (this.isOver) await this.pause();
  }

  /** Lets everything else run first. */
  async pause(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.#sliceEnd = performance.now() + SLICE;
  }

  async finish<T>(steps: Steps<T>): Promise<T> {
    for (;;) {
      if (this.isOver) await this.pause();
      const { done, value } = steps.next();
      if (done) return value;
    }
  }

  /** The same, unless it is stopped before it is done. */
  async finishUnless<T>(token: CancellationToken, steps: Steps<T>): Promise<T | undefined> {
    for (;;) {
      if (this.isOver) await this.pause();
      if (token.isCancellationRequested) return undefined;
      const { done, value } = steps.next();
      if (done) return value;
    }
  }
}
