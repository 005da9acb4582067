/** A value that is computed when it is first asked for, and then kept. */
export class Lazy<T> {
  readonly #compute: () => T;
  #result: { readonly value: T } | undefined;

  constructor(compute: () => T) {
    this.#compute = compute;
  }

  get value(): T {
    return (this.#result ??= { value: this.#compute() }).value;
  }
}
