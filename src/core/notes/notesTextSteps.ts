import type { Steps } from '../util/steps';
import { decodeNotes } from './decoding/decodeNotes';
import type { NotesOutline } from './outline';
import { outlineSteps } from './readOutline';

/** Reads the bytes of a notes file that is a text, with breaks. Never throws: what cannot be read is among the problems. */
export function* notesTextSteps(bytes: Uint8Array, fileName: string): Steps<NotesOutline> {
  const { text, encoding, problems } = decodeNotes(bytes);
  yield;
  const outline = yield* outlineSteps(text, fileName, encoding);
  return { ...outline, problems: [...problems, ...outline.problems] };
}

/** Whether a notes file is Word's, by its content or its name. */
export function isDocx(bytes: Uint8Array, fileName: string): boolean {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
  return isZip || /\.docx$/i.test(fileName);
}
