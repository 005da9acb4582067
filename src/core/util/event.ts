import type { Disposable } from './disposable';

/** Subscribes a listener; disposing what it returns unsubscribes it. VS Code's own events satisfy it. */
export type Event<T> = (listener: (value: T) => unknown) => Disposable;

/** The side of an event that fires it. */
export class Emitter<T> implements Disposable {
  readonly #listeners = new Set<{ readonly listener: (value: T) => unknown }>();

  readonly event: Event<T> = (listener) => {
    const registration = { listener };
    this.#listeners.add(registration);
    return { dispose: () => this.#listeners.delete(registration) };
  };

  fire(value: T): void {
    for (const { listener } of [...this.#listeners]) listener(value);
  }

  dispose(): void {
    this.#listeners.clear();
  }
}
