import type { OtherSide } from '../core/panel/protocol';

/** What other sources say, for the cards whose other sides are unfolded. */
export class OtherSides {
  readonly #ask: (argument: string) => Promise<readonly OtherSide[]>;
  readonly #known = new Map<string, readonly OtherSide[]>();

  constructor(ask: (argument: string) => Promise<readonly OtherSide[]>) {
    this.#ask = ask;
  }

  /** By argument, as far as it has been asked for. */
  get known(): ReadonlyMap<string, readonly OtherSide[]> {
    return this.#known;
  }

  /** @param unfolded what is unfolded, as `PageState` names it */
  async load(unfolded: readonly string[]): Promise<void> {
    const wanted = unfolded.flatMap((name) => (name.startsWith('sides ') ? name.slice('sides '.length) : []));
    for (const argument of wanted)
      if (!this.#known.has(argument)) this.#known.set(argument, await this.#ask(argument));
  }

  /** Forgets what is known: the notes may have changed. */
  clear(): void {
    this.#known.clear();
  }
}
