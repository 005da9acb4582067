import type { Position, Range, Span } from './position';

/**
 * Converts between offsets and positions of one text, in O(log lines). Lines end at `\n`, `\r\n` or a lone `\r`, as in
 * VS Code; the line break belongs to the line that it ends.
 */
export class LineMap {
  readonly #text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#text = text;
    const starts = [0];
    for (const lineBreak of text.matchAll(/\r\n|\n|\r/g)) starts.push(lineBreak.index + lineBreak[0].length);
    this.#starts = starts;
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** Offset of the first character of `line`; lines past the last one start at the end of the text. */
  lineStart(line: number): number {
    return this.#starts[line] ?? this.#text.length;
  }

  /** The text of `line` without its line break. */
  lineText(line: number): string {
    return this.#text.slice(this.lineStart(line), this.lineStart(line + 1)).replace(/[\r\n]+$/, '');
  }

  positionAt(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.#text.length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.lineStart(middle) <= clamped) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: clamped - this.lineStart(low) };
  }

  offsetAt(position: Position): number {
    const lineEnd = this.lineStart(position.line) + this.lineText(position.line).length;
    return Math.min(this.lineStart(position.line) + position.character, lineEnd);
  }

  rangeOf(span: Span): Range {
    return { start: this.positionAt(span.start), end: this.positionAt(span.end) };
  }

  spanOf(range: Range): Span {
    return { start: this.offsetAt(range.start), end: this.offsetAt(range.end) };
  }
}
