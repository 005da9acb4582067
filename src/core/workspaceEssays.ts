import { EssayDocument } from './essay/essayDocument';
import { decodeNotes } from './notes/index';
import type { Library } from './notes/library';
import { FileError, type NotesWorkspace, type WorkspaceFile } from './notes/workspace';
import type { CancellationToken } from './util/cancellation';
import { Slices } from './util/steps';

/** An essay of the workspace, open or not. */
export interface WorkspaceEssay {
  readonly file: WorkspaceFile;
  readonly essay: EssayDocument;
}

/** All essays of the workspace, read when somebody asks about all of them. */
export class WorkspaceEssays {
  readonly #workspace: NotesWorkspace;
  readonly #read = new Map<string, EssayDocument>();
  readonly #slices = new Slices();

  constructor(workspace: NotesWorkspace) {
    this.#workspace = workspace;
  }

  /** One that can't be read is left out: nothing is asked of it alone. */
  async all(library: Library, token: CancellationToken): Promise<readonly WorkspaceEssay[]> {
    const notes = new Set(library.files.map(({ file }) => file.uri));
    const files = new Map<string, WorkspaceFile>();
    for (const file of await this.#workspace.markdownFiles('all'))
      if (!notes.has(file.uri) && this.#workspace.isEssay(file)) files.set(file.uri, file);
    const essays: WorkspaceEssay[] = [];
    for (const file of files.values()) {
      if (this.#slices.isOver) await this.#slices.pause();
      if (token.isCancellationRequested) break;
      const essay = await this.#essay(file.uri);
      if (essay) essays.push({ file, essay });
    }
    return essays;
  }

  async #essay(uri: string): Promise<EssayDocument | undefined> {
    try {
      const content = await this.#workspace.readFile(uri);
      const { text } = 'encoding' in content ? content : decodeNotes(content);
      const known = this.#read.get(uri);
      const essay = known ? known.edited(text) : EssayDocument.read(text);
      this.#read.set(uri, essay);
      return essay;
    } catch (error) {
      if (error instanceof FileError) return undefined;
      throw error;
    }
  }
}
