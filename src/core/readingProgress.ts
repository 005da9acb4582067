import { Emitter, type Event } from './util/event';

/** One pass over the notes files, for those who show how far it is. */
export interface Reading {
  readonly fileCount: number;
  /** How many files have been begun with. */
  readonly position: number;
  readonly isDone: boolean;
  /** Fires at each file, and once at the end. */
  readonly onDidAdvance: Event<void>;
  /** Leaves the files out that have not been read yet; they are said to be, and read after the next change. */
  cancel(): void;
}

export class ReadingProgress implements Reading {
  readonly fileCount: number;
  readonly cancel: () => void;
  readonly #advances = new Emitter<void>();
  readonly onDidAdvance = this.#advances.event;
  position = 0;
  isDone = false;

  constructor(fileCount: number, cancel: () => void) {
    this.fileCount = fileCount;
    this.cancel = cancel;
  }

  advance(): void {
    this.position++;
    this.#advances.fire();
  }

  end(): void {
    this.isDone = true;
    this.#advances.fire();
    this.#advances.dispose();
  }
}
