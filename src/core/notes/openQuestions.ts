import type { Locator } from '../citation/locator';
import type { Range } from '../text/position';
import type { ArgumentKind, Question } from './outline';
import { kindOfHeading } from './statement/kinds';

interface OpenQuestion {
  /** As written: levels may be skipped. */
  readonly written: number;
  readonly index: number;
  /** The kind of what stands under it, if the heading says so: "My thoughts". */
  readonly kind: ArgumentKind | undefined;
  readonly locator: Locator | undefined;
}

/** The questions of a notes file, and which of them are open at the current place. */
export class OpenQuestions {
  readonly all: Question[] = [];
  /** Levels as written to levels without gaps. */
  readonly #levels: ReadonlyMap<number, number>;
  #open: OpenQuestion[] = [];
  #place: Locator | undefined;

  /** `levels`: all that occur in the file, as written. */
  constructor(levels: ReadonlySet<number>) {
    this.#levels = new Map([...levels].sort((a, b) => a - b).map((written, index) => [written, index + 1]));
  }

  /** Index of the innermost open question in `all`. */
  get current(): number | undefined {
    return this.#open.at(-1)?.index;
  }

  get text(): string | undefined {
    const { current } = this;
    return current === undefined ? undefined : this.all[current]?.text;
  }

  get kind(): ArgumentKind | undefined {
    return this.#open.at(-1)?.kind;
  }

  /** The locator given for all that stands here: on a line of its own, else by the nearest heading that has one. */
  get locator(): Locator | undefined {
    if (this.#place) return this.#place;
    for (let index = this.#open.length - 1; index >= 0; index--) {
      const locator = this.#open[index]?.locator;
      if (locator) return locator;
    }
    return undefined;
  }

  add(text: string, written: number, range: Range, locator: Locator | undefined): void {
    this.leave(written - 1);
    this.#place = undefined;
    this.#open.push({ written, index: this.all.length, kind: kindOfHeading(text), locator });
    this.all.push({ text, level: this.#levels.get(written) ?? 1, range });
  }

  /** From here on, all has this locator until the next heading; undefined ends that. */
  setPlace(locator: Locator | undefined): void {
    this.#place = locator;
  }

  /** Closes the questions deeper than `written`. Returns whether there were any. */
  leave(written: number): boolean {
    const open = this.#open;
    let kept = open.length;
    while (kept > 0 && (open[kept - 1]?.written ?? 0) > written) kept--;
    if (kept === open.length) return false;
    open.length = kept;
    this.#place = undefined;
    return true;
  }

  /** Closes all questions. */
  leaveAll(): void {
    this.#open = [];
    this.#place = undefined;
  }
}
