import type { EssayDocument } from '../essay/essayDocument';
import type { EssayUses } from '../essay/uses';
import type { Library } from '../notes/library';
import type { Span } from '../text/position';
import type { Disposable } from '../util/disposable';
import { Emitter } from '../util/event';
import { Slices, type Steps } from '../util/steps';

/** What the essay does with one argument. */
export interface ArgumentUse {
  /** Whether one of the sentences that make it is covered by a citation of its source. */
  readonly isCited: boolean;
  /** The sentences that make it, in order. */
  readonly spans: readonly Span[];
}

/** The arguments that an essay makes, by their ids in the library. */
export type Coverage = ReadonlyMap<string, ArgumentUse>;

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
  #coverage: Coverage | undefined;
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
  latest(essay: EssayDocument, library: Library): Coverage | undefined {
    this.#want(essay, library);
    return this.#coverage;
  }

  /** What the essay uses; if it has been overtaken by then, what its next state uses. */
  async settled(essay: EssayDocument, library: Library): Promise<Coverage> {
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
      this.#coverage = coverageOf(await this.#slices.finish(this.#find(read.essay, read.library)));
      this.#changes.fire();
    }
  }
}

function coverageOf({ sentences }: EssayUses): Coverage {
  const coverage = new Map<string, { isCited: boolean; readonly spans: Span[] }>();
  for (const { sentence, uses } of sentences) {
    for (const { argument, citedness } of uses) {
      const isCited = citedness === 'cited';
      const known = coverage.get(argument.id);
      if (!known) coverage.set(argument.id, { isCited, spans: [sentence.span] });
      else {
        known.isCited ||= isCited;
        known.spans.push(sentence.span);
      }
    }
  }
  return coverage;
}
