import { decodeNotes } from './decoding/decodeNotes';
import type { NotesOutline } from './outline';
import { readOutline } from './readOutline';

/** Reads a notes file from its bytes, or from the text that an editor holds of it. `name` tells the format. */
export function readNotesFile(content: Uint8Array | string, name: string): NotesOutline {
  if (typeof content === 'string') return readOutline(content, name, 'utf8');
  const { text, encoding, problems } = decodeNotes(content);
  const outline = readOutline(text, name, encoding);
  return { ...outline, problems: [...problems, ...outline.problems] };
}
