/** A place in a text. Both numbers are zero-based; `character` counts UTF-16 units, as VS Code does. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A stretch of text from `start` up to, and not including, `end`. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A stretch of text by offsets in UTF-16 units: from `start` up to, and not including, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

/** Whether `position` lies in `range`; a position just after the last character counts as inside. */
export function containsPosition(range: Range, position: Position): boolean {
  return comparePositions(range.start, position) <= 0 && comparePositions(position, range.end) <= 0;
}
