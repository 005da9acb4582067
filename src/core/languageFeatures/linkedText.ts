import type { Range } from '../text/position';

/** Words of a report that lead to a line of a file. */
export interface TextLink {
  readonly range: Range;
  readonly place: TextPlace;
}

/** A zero-based line of a file. */
export interface TextPlace {
  /** The file's uri. */
  readonly file: string;
  readonly line: number;
}

/** Builds a text with links in it, piece by piece. */
export class LinkedText {
  readonly #lines: string[] = [''];
  readonly #links: TextLink[] = [];

  get links(): readonly TextLink[] {
    return this.#links;
  }

  /** Zero-based number of the line that is being written. */
  get line(): number {
    return this.#lines.length - 1;
  }

  /** Writes on: a piece without line breaks. */
  write(piece: string, place?: TextPlace): this {
    const { line } = this;
    const start = this.#lines[line]?.length ?? 0;
    this.#lines[line] += piece;
    if (place) {
      const range = { start: { line, character: start }, end: { line, character: start + piece.length } };
      this.#links.push({ range, place });
    }
    return this;
  }

  /** Ends the line, and leaves `blank` empty ones below it. */
  endLine(blank = 0): this {
    for (let count = 0; count <= blank; count++) this.#lines.push('');
    return this;
  }

  toString(): string {
    return `${this.#lines.join('\n').trimEnd()}\n`;
  }
}
