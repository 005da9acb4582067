import { isMarkedAsNotes, markedHeadLength } from './notes/markedNotes';
import type { NotesWorkspace, WorkspaceFile } from './notes/workspace';

/** Which files outside of the notes folders say that they hold notes: each is looked at once, until it changes. */
export class MarkedNotesFiles {
  readonly #workspace: NotesWorkspace;
  readonly #known = new Map<string, Promise<boolean>>();

  constructor(workspace: NotesWorkspace) {
    this.#workspace = workspace;
  }

  /** Files that can't be read say nothing, and are no business of ours. */
  has({ uri }: WorkspaceFile): Promise<boolean> {
    const known = this.#known.get(uri);
    if (known) return known;
    const isMarked = this.#workspace.readFile(uri).then(
      (content) =>
        isMarkedAsNotes(
          'encoding' in content
            ? content.text
            : new TextDecoder().decode(content.subarray(0, markedHeadLength)),
        ),
      () => false,
    );
    this.#known.set(uri, isMarked);
    return isMarked;
  }

  /** Whether there was anything to forget. */
  forget(uri: string): boolean {
    return this.#known.delete(uri);
  }

  /** Forgets what lies in a folder. */
  forgetFolder(uri: string): void {
    for (const file of this.#known.keys()) if (file.startsWith(`${uri}/`)) this.#known.delete(file);
  }

  clear(): void {
    this.#known.clear();
  }
}
