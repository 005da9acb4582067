import * as vscode from 'vscode';
import type { EssayProblem } from '../../core/checks/problem';
import type { Disposable } from '../../core/util/disposable';

const KEY = 'marginalia.dismissed';

/** A problem that the student has put aside, recognised by its content wherever it stands. */
export interface Dismissal {
  readonly key: string;
  /** What it said, to be chosen from when it is taken back. */
  readonly message: string;
  /** The words of the essay that it was about. */
  readonly words: string;
}

/** The problems that the student has put aside in this workspace; the essay itself is not touched. */
export class Dismissals implements Disposable {
  readonly #state: vscode.Memento;
  readonly #changes = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changes.event;

  constructor(state: vscode.Memento) {
    this.#state = state;
  }

  get all(): readonly Dismissal[] {
    return this.#state.get<readonly Dismissal[]>(KEY, []);
  }

  without(problems: readonly EssayProblem[]): readonly EssayProblem[] {
    const keys = new Set(this.all.map(({ key }) => key));
    return keys.size === 0 ? problems : problems.filter(({ key }) => !keys.has(key));
  }

  add(dismissal: Dismissal): Promise<void> {
    return this.#set([...this.all.filter(({ key }) => key !== dismissal.key), dismissal]);
  }

  remove(dismissals: readonly Dismissal[]): Promise<void> {
    const keys = new Set(dismissals.map(({ key }) => key));
    return this.#set(this.all.filter(({ key }) => !keys.has(key)));
  }

  dispose(): void {
    this.#changes.dispose();
  }

  async #set(all: readonly Dismissal[]): Promise<void> {
    await this.#state.update(KEY, all);
    this.#changes.fire();
  }
}
