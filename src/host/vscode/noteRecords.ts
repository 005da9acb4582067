import type * as vscode from 'vscode';
import type { NoteRecord, NoteRecordStorage } from '../../core/essay/notes/noteRecord';

/** Essays that are remembered; of more, those that were written longest ago go. */
const MAX_ESSAYS = 200;
const KEY = 'marginalia.footnotes';

/** Keeps in the workspace's storage which footnotes Marginalia wrote into which essay. */
export class VscodeNoteRecords implements NoteRecordStorage {
  readonly #memento: vscode.Memento;

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
  }

  read(essay: string): NoteRecord | undefined {
    return this.#all()[essay];
  }

  async write(essay: string, record: NoteRecord): Promise<void> {
    const others = Object.entries(this.#all()).filter(([uri]) => uri !== essay);
    const kept = [...others.slice(1 - MAX_ESSAYS), [essay, record] as const];
    await this.#memento.update(KEY, Object.fromEntries(kept));
  }

  #all(): Readonly<Record<string, NoteRecord>> {
    return this.#memento.get<Readonly<Record<string, NoteRecord>>>(KEY, {});
  }
}
