import type { EssayDocument } from '../essay/essayDocument';
import type { Sentence } from '../essay/prose';
import { argumentsUsedIn, type UsedArgument } from '../essay/usedArguments';
import type { ArgumentIndex } from '../search/index';
import type { Span } from '../text/position';
import type { Disposable } from '../util/disposable';
import { Emitter } from '../util/event';
import { Slices } from '../util/steps';

/** What the essay does with one argument. */
export interface ArgumentUse {
  /** Whether a citation stands in one of the sentences that make it. */
  readonly isCited: boolean;
  /** The sentences that make it, in order. */
  readonly spans: readonly Span[];
}

/** The arguments that an essay makes, by their ids in the library. */
export type Coverage = ReadonlyMap<string, ArgumentUse>;

/**
 * Finds what an essay uses, in slices, and after an edit looks again only at sentences whose paragraph has changed. One
 * state of an essay is read at a time: those that are overtaken meanwhile are never begun with.
 */
export class CoverageReader implements Disposable {
  readonly #index: ArgumentIndex;
  readonly #slices = new Slices();
  readonly #changes = new Emitter<void>();
  #sentences = new Map<string, readonly UsedArgument[]>();
  #library: unknown;
  #wanted: EssayDocument | undefined;
  #read: EssayDocument | undefined;
  #uses: Coverage | undefined;
  #reading: Promise<void> | undefined;

  /** Fires when `latest` answers anew. */
  readonly onDidChange = this.#changes.event;

  constructor(index: ArgumentIndex) {
    this.#index = index;
  }

  /**
   * What is known by now, which may be of an earlier state of the essay, and undefined at first; the present state is
   * read meanwhile. @param library the state of the notes that the index is at
   */
  latest(essay: EssayDocument, library: unknown): Coverage | undefined {
    this.#want(essay, library);
    return this.#uses;
  }

  /** What the essay uses; if it has been overtaken by then, what its next state uses. */
  async settled(essay: EssayDocument, library: unknown): Promise<Coverage> {
    this.#want(essay, library);
    await this.#reading;
    return this.#uses ?? new Map();
  }

  dispose(): void {
    this.#changes.dispose();
  }

  #want(essay: EssayDocument, library: unknown): void {
    if (library !== this.#library) {
      this.#library = library;
      this.#sentences = new Map();
      this.#read = undefined;
    }
    this.#wanted = essay;
    if (this.#read !== essay) this.#reading ??= this.#readWanted();
  }

  async #readWanted(): Promise<void> {
    while (this.#wanted && this.#wanted !== this.#read) {
      const essay = this.#wanted;
      const library = this.#library;
      const uses = await this.#usesIn(essay);
      if (library !== this.#library) continue;
      this.#uses = uses;
      this.#read = essay;
    }
    this.#reading = undefined;
    this.#changes.fire();
  }

  async #usesIn(essay: EssayDocument): Promise<Coverage> {
    const uses = new Map<string, { isCited: boolean; readonly spans: Span[] }>();
    const before = this.#sentences;
    const sentences = new Map<string, readonly UsedArgument[]>();
    for (const sentence of essay.sentences) {
      if (this.#slices.isOver) await this.#slices.pause();
      const key = `${sentence.words}\n${sentence.paragraph}\n${essay.headingAbove(sentence.span.start) ?? ''}`;
      const used = before.get(key) ?? argumentsUsedIn(essay, sentence, this.#index);
      sentences.set(key, used);
      for (const { argument } of used) {
        const use = uses.get(argument);
        if (!use) uses.set(argument, { isCited: isCited(sentence), spans: [sentence.span] });
        else {
          use.isCited ||= isCited(sentence);
          use.spans.push(sentence.span);
        }
      }
    }
    if (before === this.#sentences) this.#sentences = sentences;
    return uses;
  }
}

function isCited({ noteEnds }: Sentence): boolean {
  return noteEnds.length > 0;
}
