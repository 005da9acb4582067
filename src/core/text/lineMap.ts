import { finish, type Steps } from '../util/steps';
import type { Position, Range, Span } from './position';

/** Offsets at which the lines of a text begin. */
export function* lineStarts(text: string): Steps<readonly number[]> {
  const starts = [0];
  const hasReturns = text.includes('\r');
  for (let offset = 0; offset < text.length;) {
    if (starts.length % 4096 === 0) yield;
    const next = hasReturns ? endOfLine(text, offset) : text.indexOf('\n', offset) + 1;
    if (next <= 0) break;
    starts.push(next);
    offset = next;
  }
  return starts;
}

/** Offset behind the next line break, of whatever kind; -1 if there is none. */
function endOfLine(text: string, from: number): number {
  for (let offset = from; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === 10) return offset + 1;
    if (code === 13) return text.charCodeAt(offset + 1) === 10 ? offset + 2 : offset + 1;
  }
  return -1;
}

/**
 * Converts between offsets and positions of one text, in O(log lines). Lines end at `\n`, `\r\n` or a lone `\r`, as in
 * VS Code; the line break belongs to the line that it ends.
 */
export class LineMap {
  readonly #text: string;
  readonly #starts: readonly number[];
  /** Where the last position was: the next one asked for is mostly there or on the line after. */
  #last = 0;

  constructor(text: string, starts: readonly number[] = finish(lineStarts(text))) {
    this.#text = text;
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
    if (!this.#isOn(this.#last, clamped)) {
      const next = this.#last + 1;
      this.#last = this.#isOn(next, clamped) ? next : this.#lineAt(clamped);
    }
    return { line: this.#last, character: clamped - this.lineStart(this.#last) };
  }

  #isOn(line: number, offset: number): boolean {
    return (
      line < this.#starts.length &&
      this.lineStart(line) <= offset &&
      (line + 1 === this.#starts.length || offset < this.lineStart(line + 1))
    );
  }

  #lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.lineStart(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
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
