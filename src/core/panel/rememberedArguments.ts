import type { LibraryArgument } from '../notes/libraryArgument';
import type { Disposable } from '../util/disposable';
import { Emitter } from '../util/event';

/** A small storage that outlives the session. VS Code's `Memento` satisfies it. */
export interface Storage {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

/**
 * A set of arguments that is remembered, such as those that the student left out on purpose. An argument is known by its
 * file and its words, so that it stays the same while the notes around it change.
 */
export class RememberedArguments implements Disposable {
  readonly #storage: Storage;
  readonly #key: string;
  readonly #known: Set<string>;
  readonly #changes = new Emitter<void>();
  readonly onDidChange = this.#changes.event;

  constructor(storage: Storage, key: string) {
    this.#storage = storage;
    this.#key = key;
    const stored = storage.get(key);
    const names: readonly unknown[] = Array.isArray(stored) ? stored : [];
    this.#known = new Set(names.filter((name) => typeof name === 'string'));
  }

  get size(): number {
    return this.#known.size;
  }

  has(argument: LibraryArgument): boolean {
    return this.#known.size > 0 && this.#known.has(nameOf(argument));
  }

  async remember(argument: LibraryArgument, isIn: boolean): Promise<void> {
    if (this.has(argument) === isIn) return;
    if (isIn) this.#known.add(nameOf(argument));
    else this.#known.delete(nameOf(argument));
    this.#changes.fire();
    await this.#storage.update(this.#key, [...this.#known]);
  }

  dispose(): void {
    this.#changes.dispose();
  }
}

function nameOf({ file, argument }: LibraryArgument): string {
  return `${file.name}\n${argument.text}`;
}
