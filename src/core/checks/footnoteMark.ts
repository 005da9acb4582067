import type { NoteDefinition } from '../essay/footnotes';
import type { Span } from '../text/position';

/** The `[^1]` at the beginning of a note's text. */
export function markOf({ span, label }: NoteDefinition): Span {
  return { start: span.start, end: span.start + label.length + 3 };
}
