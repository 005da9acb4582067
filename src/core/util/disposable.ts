/** Something that holds a resource until it is disposed. VS Code's own disposables satisfy it. */
export interface Disposable {
  dispose(): void;
}

/** Owns disposables and disposes all of them, in reverse order, even when one of them throws. */
export class DisposableStore implements Disposable {
  readonly #disposables: Disposable[] = [];
  #disposed = false;

  /** Takes ownership of `disposable` and returns it; after `dispose()` it is disposed at once. */
  add<T extends Disposable>(disposable: T): T {
    if (this.#disposed) disposable.dispose();
    else this.#disposables.push(disposable);
    return disposable;
  }

  /** @throws AggregateError with whatever the disposables threw. */
  dispose(): void {
    this.#disposed = true;
    const errors: unknown[] = [];
    for (const disposable of this.#disposables.splice(0).reverse()) {
      try {
        disposable.dispose();
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw new AggregateError(errors, 'Some resources could not be released');
  }
}
