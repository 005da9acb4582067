import { Emitter } from './util/event';
import { debounce } from './util/debounce';
import { type Disposable, DisposableStore } from './util/disposable';

/** Milliseconds without a further change after which listeners are told: a git checkout changes many files at once. */
const PAUSE = 150;
/** Milliseconds after which a long reading first tells what it has; each time after that it waits twice as long. */
const FIRST_WHILE_READING = 300;

/** Tells listeners that the library has grown or changed: once for many changes, now and then while reading goes on. */
export class LibraryAnnouncements implements Disposable {
  readonly #version: () => number | undefined;
  readonly #disposables = new DisposableStore();
  readonly #changes = this.#disposables.add(new Emitter<void>());
  readonly #settle;
  /** The version that listeners were told of. */
  #told: number | undefined;
  #next = 0;
  #pause = FIRST_WHILE_READING;

  readonly onDidChange = this.#changes.event;

  /**
   * @param version what grows with each change of the library; undefined while nothing is known of it
   * @param settled resolves when the library is up to date
   */
  constructor(version: () => number | undefined, settled: () => Promise<unknown>) {
    this.#version = version;
    this.#settle = this.#disposables.add(
      debounce(() => {
        void settled().then(() => this.now());
      }, PAUSE),
    );
  }

  /** Listeners are told once there has been no further change for a moment and all has been read. */
  soon(): void {
    this.#settle.call();
  }

  /** Listeners are told, unless they know. */
  now(): void {
    const version = this.#version();
    if (version === undefined || version === this.#told) return;
    this.#told = version;
    this.#changes.fire();
  }

  /** Reading begins. */
  begin(): void {
    this.#pause = FIRST_WHILE_READING;
    this.#next = performance.now() + this.#pause;
  }

  /** Reading goes on. */
  goOn(): void {
    if (performance.now() < this.#next) return;
    this.#pause *= 2;
    this.#next = performance.now() + this.#pause;
    this.now();
    // Once it is complete listeners are told in any case.
    this.#told = undefined;
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}
