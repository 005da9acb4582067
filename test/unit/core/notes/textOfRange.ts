import { decodeNotes } from '../../../../src/core/notes/decoding/decodeNotes';
import type { Argument, NotesOutline } from '../../../../src/core/notes/outline';
import { cleanStatement } from '../../../../src/core/notes/statement/cleanStatement';
import { LineMap } from '../../../../src/core/text/lineMap';

/** What the text at an argument's range says after cleaning by the documented rules. */
export function textOfRange(bytes: Uint8Array, outline: NotesOutline, argument: Argument): string {
  const text = outline.text ?? decodeNotes(bytes).text;
  const { start, end } = new LineMap(text).spanOf(argument.range);
  return cleanStatement(text.slice(start, end), outline.syntax ?? 'markdown').text;
}
