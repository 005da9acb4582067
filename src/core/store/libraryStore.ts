import type { LibraryIndex } from '../libraryIndex';
import type { SnapshotStorage } from '../search/index';
import type { Logger } from '../util/logger';
import { Slices } from '../util/steps';
import { decodeLibrary, encodeLibrary } from './libraryBytes';
import type { Kept, KeptFiles } from './storedLibrary';

/** Milliseconds of quiet after which the library is stored. */
const QUIET = 3000;
/** A library is stored anew once this share of its files has changed: the others cost little to read again. */
const WORTH_STORING = 0.02;

/** Keeps the library from one session to the next. Whatever goes wrong costs time and nothing else. */
export class LibraryStore {
  readonly #storage: SnapshotStorage;
  readonly #key: string;
  readonly #index: LibraryIndex;
  readonly #logger: Logger;
  readonly #slices = new Slices();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> = Promise.resolve();

  /** @param key what the contents are made by: those of another key are of no use */
  constructor(storage: SnapshotStorage, key: string, index: LibraryIndex, logger: Logger) {
    this.#storage = storage;
    this.#key = key;
    this.#index = index;
    this.#logger = logger;
  }

  /** Fills the index with what was stored, and gives the files. */
  async load(): Promise<KeptFiles | undefined> {
    try {
      const stored = await this.#storage.read();
      if (!stored) return undefined;
      const contents = await this.#slices.finish(decodeLibrary(stored, this.#key));
      if (contents && (await this.#slices.finish(this.#index.attachSteps(contents.index))))
        return contents.files;
      this.#logger.info('The stored library is damaged or of another version, and is built anew');
    } catch (error) {
      this.#logger.warn(`The stored library could not be read: ${String(error)}`);
    }
    return undefined;
  }

  /**
   * Stores the library after a while, if enough has changed.
   * @param changed how many files differ from what is stored
   * @param files gives what is to be stored at the moment when it is, which is the index's moment too
   */
  saveSoon(changed: number, fileCount: number, files: () => KeptFiles, saved: () => void): void {
    clearTimeout(this.#timer);
    if (changed === 0 || changed < fileCount * WORTH_STORING) return;
    this.#timer = setTimeout(() => {
      this.#saving = this.#saving.then(() => this.save(files, saved));
    }, QUIET);
  }

  /** Stores the library now. */
  async save(files: () => KeptFiles, saved: () => void = () => {}): Promise<void> {
    try {
      let kept: KeptFiles | undefined;
      const index = await this.#slices.finish(
        this.#index.snapshotSteps(() => {
          kept = files();
          return new Map(kept.notes.map(({ uri, fingerprint }: Kept<unknown>) => [uri, fingerprint]));
        }),
      );
      if (!index || !kept) return;
      saved();
      await this.#storage.write(await this.#slices.finish(encodeLibrary({ files: kept, index }, this.#key)));
    } catch (error) {
      this.#logger.warn(`The library could not be stored: ${String(error)}`);
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }
}
