import type { FileContent } from './fileContents';
import type { NotesWorkspace } from './notes/workspace';

/** A file's content, with the fingerprint that it had just before it was read. */
export interface FetchedFile {
  readonly fingerprint: string | undefined;
  readonly content: FileContent;
}

/** So many files are on their way at a time, so that reading doesn't wait for each of them in turn. */
const AHEAD = 6;

/** Fetches files from the workspace, the next ones while the first is being read. */
export class ReadAhead {
  readonly #workspace: NotesWorkspace;
  readonly #fetched = new Map<string, Promise<FetchedFile>>();

  constructor(workspace: NotesWorkspace) {
    this.#workspace = workspace;
  }

  /** @throws FileError  @param next the files that will be wanted afterwards */
  take(uri: string, next: Iterable<string>): Promise<FetchedFile> {
    const wanted = this.#fetched.get(uri) ?? this.#fetch(uri);
    this.#fetched.delete(uri);
    for (const ahead of next) {
      if (this.#fetched.size >= AHEAD) break;
      if (this.#fetched.has(ahead)) continue;
      const fetching = this.#fetch(ahead);
      // Who takes it is told; until then a failure is nobody's business.
      fetching.catch(() => undefined);
      this.#fetched.set(ahead, fetching);
    }
    return wanted;
  }

  /** What was fetched of a file counts no more. */
  forget(uri: string): void {
    this.#fetched.delete(uri);
  }

  clear(): void {
    this.#fetched.clear();
  }

  async #fetch(uri: string): Promise<FetchedFile> {
    const fingerprint = await this.#workspace.fingerprint(uri).catch(() => undefined);
    return { fingerprint, content: await this.#workspace.readFile(uri) };
  }
}
