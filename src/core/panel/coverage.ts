import type { EssayDocument } from '../essay/essayDocument';
import { type UsedArguments, usedArguments } from '../essay/usedArguments';
import type { EssayUses } from '../essay/uses';
import type { Library } from '../notes/library';
import type { Disposable } from '../util/disposable';
import { Emitter } from '../util/event';
import { Slices, type Steps } from '../util/steps';

interface EssayState {
  readonly essay: EssayDocument;
  readonly library: Library;
}

/**
 * Knows what the essay uses without keeping anybody waiting: it is looked up after everything that is under way, and
 * states of the essay that are overtaken before their turn are never looked at.
 */
export class CoverageReader implements Disposable {
  readonly #find: (essay: EssayDocument, library: Library) => Steps<EssayUses>;
  readonly #changes = new Emitter<void>();
  readonly #slices = new Slices();
  #wanted: EssayState | undefined;
  #coverage: UsedArguments | undefined;
  #reading: Promise<void> | undefined;

  /** Fires when `latest` answers anew. */
  readonly onDidChange = this.#changes.event;

  constructor(find: (essay: EssayDocument, library: Library) => Steps<EssayUses>) {
    this.#find = find;
  }

  /**
   * What is known by now, which may be of an earlier state of the essay, and undefined at first; the present state is
   * looked up meanwhile.
   */
  latest(essay: EssayDocument, library: Library): UsedArguments | undefined {
    this.#want(essay, library);
    return this.#coverage;
  }

  /** What the essay uses; if it has been overtaken by then, what its next state uses. */
  async settled(essay: EssayDocument, library: Library): Promise<UsedArguments> {
    this.#want(essay, library);
    await this.#reading;
    return this.#coverage ?? new Map();
  }

  dispose(): void {
    this.#changes.dispose();
  }

  #want(essay: EssayDocument, library: Library): void {
    if (this.#wanted?.essay === essay && this.#wanted.library === library) return;
    this.#wanted = { essay, library };
    this.#reading ??= this.#readWanted().finally(() => (this.#reading = undefined));
  }

  async #readWanted(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 0));
    let read: EssayState | undefined;
    while (this.#wanted && this.#wanted !== read) {
      read = this.#wanted;
      this.#coverage = usedArguments(await this.#slices.finish(this.#find(read.essay, read.library)));
      this.#changes.fire();
    }
  }
}
