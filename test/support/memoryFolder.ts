import type { SnapshotFolder } from '../../src/core/store/snapshotFile';

/** A folder in memory that can be told to fail. */
export class MemoryFolder implements SnapshotFolder {
  readonly files = new Map<string, Uint8Array>();
  /** What each write, rename and deletion throws, as a full disk or one without permission does. */
  failure: Error | undefined;
  /** After so many bytes a write breaks off with `failure`, or the machine goes down. */
  tornAt: number | undefined;
  readonly written: string[] = [];

  read(name: string): Promise<Uint8Array | undefined> {
    return Promise.resolve(this.files.get(name)?.slice());
  }

  write(name: string, bytes: Uint8Array): Promise<void> {
    this.written.push(name);
    if (this.tornAt !== undefined) this.files.set(name, bytes.slice(0, this.tornAt));
    else if (!this.failure) this.files.set(name, bytes.slice());
    return this.#fail();
  }

  rename(from: string, to: string): Promise<void> {
    const moved = this.files.get(from);
    if (!this.failure && moved) {
      this.files.set(to, moved);
      this.files.delete(from);
    }
    return this.#fail();
  }

  delete(name: string): Promise<void> {
    if (!this.failure) this.files.delete(name);
    return this.#fail();
  }

  list(): Promise<readonly string[]> {
    return Promise.resolve([...this.files.keys()]);
  }

  #fail(): Promise<void> {
    return this.failure ? Promise.reject(this.failure) : Promise.resolve();
  }
}
