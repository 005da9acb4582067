import { decodeNotes } from './decoding/decodeNotes';
import type { NotesOutline } from './outline';
import { readOutline } from './readOutline';

/** Reads the bytes of a notes file. Never throws: what cannot be read is among the problems. */
export function readNotesFile(bytes: Uint8Array, fileName: string): NotesOutline {
  const { text, encoding, problems } = decodeNotes(bytes);
  const outline = readOutline(text, fileName, encoding);
  return { ...outline, problems: [...problems, ...outline.problems] };
}
