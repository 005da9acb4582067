import type { LibraryArgument } from './libraryArgument';
import type { NotesFile } from './notesFile';

/** The arguments of all files by their id. Asking for one looks into its file only. */
export class LibraryArguments implements ReadonlyMap<string, LibraryArgument> {
  readonly size: number;
  readonly #files: ReadonlyMap<string, NotesFile>;

  /** @param files by uri */
  constructor(files: ReadonlyMap<string, NotesFile>) {
    this.#files = files;
    let size = 0;
    for (const { argumentCount } of files.values()) size += argumentCount;
    this.size = size;
  }

  get(id: string): LibraryArgument | undefined {
    return this.#files.get(id.slice(0, id.lastIndexOf('#')))?.argument(id);
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  forEach(
    action: (value: LibraryArgument, key: string, map: ReadonlyMap<string, LibraryArgument>) => void,
  ): void {
    for (const [id, argument] of this) action(argument, id, this);
  }

  *entries(): MapIterator<[string, LibraryArgument]> {
    for (const argument of this.values()) yield [argument.id, argument];
  }

  *keys(): MapIterator<string> {
    for (const { id } of this.values()) yield id;
  }

  *values(): MapIterator<LibraryArgument> {
    for (const file of this.#files.values()) yield* file.arguments;
  }

  [Symbol.iterator](): MapIterator<[string, LibraryArgument]> {
    return this.entries();
  }
}
