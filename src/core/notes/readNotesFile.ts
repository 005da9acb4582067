import { finish, type Steps } from '../util/steps';
import { decodeNotes } from './decoding/decodeNotes';
import { readDocx } from './docx/readDocx';
import type { NotesOutline } from './outline';
import { outlineSteps } from './readOutline';

/**
 * Reads the bytes of a notes file of any format. Never throws: what cannot be read is among the problems. For a `.docx`
 * the outline's `text` is what its ranges refer to.
 */
export function readNotesFile(bytes: Uint8Array, fileName: string): NotesOutline {
  return finish(notesFileSteps(bytes, fileName));
}

/** The same, with breaks. */
export function* notesFileSteps(bytes: Uint8Array, fileName: string): Steps<NotesOutline> {
  if (isZip(bytes) || /\.docx$/i.test(fileName)) return yield* readDocx(bytes, fileName);
  const { text, encoding, problems } = decodeNotes(bytes);
  yield;
  const outline = yield* outlineSteps(text, fileName, encoding);
  return { ...outline, problems: [...problems, ...outline.problems] };
}

const isZip = (bytes: Uint8Array) =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
