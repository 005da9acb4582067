import type { SnapshotStorage } from '../search/index';

/** A folder of the host's in which files can be written, replaced and deleted. All reject if that can't be done. */
export interface SnapshotFolder {
  /** Undefined if there is no such file. */
  read(name: string): Promise<Uint8Array | undefined>;
  /** Creates the folder too, if need be. */
  write(name: string, bytes: Uint8Array): Promise<void>;
  /** Gives a file the name of another one, which it replaces. */
  rename(from: string, to: string): Promise<void>;
  delete(name: string): Promise<void>;
  list(): Promise<readonly string[]>;
}

/** Unfinished files of that age belong to nobody any more, in milliseconds. */
const ABANDONED_AFTER = 60 * 60 * 1000;

/**
 * A snapshot in one file, which is only ever replaced as a whole: it is written under a name of its own and then renamed,
 * so that neither a crash nor a second window leaves half of one.
 */
export class SnapshotFile implements SnapshotStorage {
  readonly #folder: SnapshotFolder;
  readonly #name: string;
  readonly #now: () => number;

  constructor(folder: SnapshotFolder, name: string, now: () => number = Date.now) {
    this.#folder = folder;
    this.#name = name;
    this.#now = now;
  }

  read(): Promise<Uint8Array | undefined> {
    return this.#folder.read(this.#name);
  }

  async write(snapshot: Uint8Array): Promise<void> {
    const unfinished = `${this.#name}.${String(this.#now())}.${Math.random().toString(36).slice(2)}.tmp`;
    try {
      await this.#folder.write(unfinished, snapshot);
      await this.#folder.rename(unfinished, this.#name);
    } catch (error) {
      await this.#folder.delete(unfinished).catch(() => undefined);
      throw error;
    }
    await this.#deleteAbandoned().catch(() => undefined);
  }

  async #deleteAbandoned(): Promise<void> {
    for (const name of await this.#folder.list()) {
      if (!name.startsWith(`${this.#name}.`) || !name.endsWith('.tmp')) continue;
      const written = Number(name.slice(this.#name.length + 1).split('.')[0]);
      if (this.#now() - written > ABANDONED_AFTER) await this.#folder.delete(name);
    }
  }
}
