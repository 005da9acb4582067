import type { CancellationToken } from './util/cancellation';
import { Emitter, type Event } from './util/event';

/** One pass over the notes files, for those who show how far it is. */
export interface Reading {
  /** How many files there are to read, as far as is known. */
  readonly fileCount: number;
  /** How many files have been begun with. */
  readonly position: number;
  /** Name of the file that is being read. */
  readonly file: string | undefined;
  /** How many files were left out because it was cancelled. */
  readonly stoppedCount: number;
  readonly isDone: boolean;
  readonly isPaused: boolean;
  /** Fires at each file, when it is paused or resumed, and once at the end. */
  readonly onDidAdvance: Event<void>;
  /** Leaves the files out that have not been read to their end; they are said to be, and read again on demand only. */
  cancel(): void;
  /** Begins with no further file until `resume`; what is edited meanwhile is read all the same. */
  pause(): void;
  resume(): void;
}

export class ReadingProgress implements Reading, CancellationToken {
  readonly #advances = new Emitter<void>();
  readonly onDidAdvance = this.#advances.event;
  #wake: () => void = () => {};
  #isStopped = false;
  fileCount: number;
  position = 0;
  file: string | undefined;
  stoppedCount = 0;
  isDone = false;
  isPaused = false;

  /** @param fileCount how many files there are to read */
  constructor(fileCount: number) {
    this.fileCount = fileCount;
  }

  get isCancellationRequested(): boolean {
    return this.#isStopped;
  }

  /** There are at least so many files left to read. */
  expect(left: number): void {
    this.fileCount = Math.max(this.fileCount, this.position + left);
  }

  advance(file: string): void {
    this.position++;
    this.fileCount = Math.max(this.fileCount, this.position);
    this.file = file;
    this.#advances.fire();
  }

  end(): void {
    if (this.isDone) return;
    this.isDone = true;
    this.#advances.fire();
    this.#advances.dispose();
  }

  cancel(): void {
    this.#isStopped = true;
    this.resume();
  }

  pause(): void {
    if (this.isPaused || this.#isStopped) return;
    this.isPaused = true;
    this.#advances.fire();
  }

  resume(): void {
    if (!this.isPaused) return;
    this.isPaused = false;
    this.#advances.fire();
    this.wake();
  }

  /** Ends what waits in `woken`. */
  wake(): void {
    this.#wake();
  }

  /** Resolves when it is resumed or stopped, or when something else has come up. */
  woken(): Promise<void> {
    return new Promise((resolve) => (this.#wake = resolve));
  }
}
