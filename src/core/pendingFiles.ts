import type { KeptNotes } from './store/storedLibrary';

/** The files that are still to be read, or taken up as they were kept. */
export class PendingFiles {
  readonly #notes = new Set<string>();
  readonly #bibliographies = new Set<string>();
  /** Notes that have changed: they are read before those that nobody has read yet. */
  readonly #urgent = new Set<string>();
  readonly #unchanged = new Map<string, KeptNotes>();

  get isEmpty(): boolean {
    return this.#notes.size + this.#bibliographies.size + this.#unchanged.size === 0;
  }

  get notes(): ReadonlySet<string> {
    return this.#notes;
  }

  get bibliographies(): ReadonlySet<string> {
    return this.#bibliographies;
  }

  get hasUrgent(): boolean {
    return this.#urgent.size > 0;
  }

  /** The notes to read next. */
  get nextNotes(): string | undefined {
    const [next] = this.hasUrgent ? this.#urgent : this.#notes;
    return next;
  }

  get nextBibliography(): string | undefined {
    const [next] = this.#bibliographies;
    return next;
  }

  /** The notes to take up next as they were kept. */
  get nextUnchanged(): KeptNotes | undefined {
    const [next] = this.#unchanged.values();
    return next;
  }

  addNotes(uri: string): void {
    this.#notes.add(uri);
  }

  addBibliography(uri: string): void {
    this.#bibliographies.add(uri);
  }

  /** Notes that were as they were kept when they were looked at; what has changed since is read. */
  addUnchanged(kept: KeptNotes): void {
    if (!this.#notes.has(kept.uri)) this.#unchanged.set(kept.uri, kept);
  }

  /** A file that is known has changed. */
  change(uri: string, isBibliography: boolean): void {
    this.#unchanged.delete(uri);
    if (isBibliography) this.#bibliographies.add(uri);
    else {
      this.#notes.add(uri);
      this.#urgent.add(uri);
    }
  }

  /** What is begun is pending no more. */
  beginNotes(uri: string): void {
    for (const files of [this.#notes, this.#urgent, this.#unchanged]) files.delete(uri);
  }

  beginBibliography(uri: string): void {
    this.#bibliographies.delete(uri);
  }

  /** Forgets the files that are to be read and are not there any more. @returns them */
  retain(isThere: (uri: string) => boolean): readonly string[] {
    const gone = [...this.#notes, ...this.#bibliographies].filter((uri) => !isThere(uri));
    for (const uri of gone) {
      this.beginNotes(uri);
      this.beginBibliography(uri);
    }
    return gone;
  }
}
