import type { Citations } from './citations';
import type { EssayDocument } from './essay/essayDocument';
import type { UsedArguments } from './essay/usedArguments';
import type { EssayChecks } from './essayChecks';
import type { Library } from './notes/library';
import { ArgumentsPanel, type Marks } from './panel/argumentsPanel';
import { CoverageReader } from './panel/coverage';
import type { ArgumentIndex } from './search/index';
import type { Disposable } from './util/disposable';
import type { Event } from './util/event';

/** What the views of the side panel ask. */
export class Panel implements Disposable {
  readonly #current: () => Promise<Library>;
  readonly #index: ArgumentIndex;
  readonly #citations: Citations;
  readonly #coverage: CoverageReader;

  /** Fires when more is known of what an essay uses. */
  readonly onDidChangeCoverage: Event<void>;

  /** @param current gives the library, with the index brought up to it */
  constructor(
    current: () => Promise<Library>,
    index: ArgumentIndex,
    citations: Citations,
    checks: EssayChecks,
  ) {
    this.#current = current;
    this.#index = index;
    this.#citations = citations;
    this.#coverage = new CoverageReader((essay, library) => checks.uses(essay, library));
    this.onDidChangeCoverage = this.#coverage.onDidChange;
  }

  /** What answers the page of the arguments view. */
  arguments(marks: Marks): ArgumentsPanel {
    return new ArgumentsPanel(
      { current: this.#current, index: this.#index, coverage: this.#coverage },
      marks,
    );
  }

  /** What the essay uses of the notes. */
  async coverage(essay: EssayDocument): Promise<UsedArguments> {
    return this.#coverage.settled(essay, await this.#current());
  }

  /** The bibliography of what the essay cites, as it will read, in plain text. */
  async bibliography(essay: EssayDocument): Promise<readonly string[]> {
    return this.#citations.bibliography(essay, (await this.#current()).items);
  }

  dispose(): void {
    this.#coverage.dispose();
  }
}
