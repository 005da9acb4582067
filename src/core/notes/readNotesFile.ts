import { finish, type Steps } from '../util/steps';
import { readDocx } from './docx/readDocx';
import type { NotesOutline } from './outline';
import { isDocx, notesTextSteps } from './notesTextSteps';

/**
 * Reads the bytes of a notes file of any format. Never throws: what cannot be read is among the problems. For a `.docx`
 * the outline's `text` is what its ranges refer to.
 */
export function readNotesFile(bytes: Uint8Array, fileName: string): NotesOutline {
  return finish(notesFileSteps(bytes, fileName));
}

/** The same, with breaks. */
export function notesFileSteps(bytes: Uint8Array, fileName: string): Steps<NotesOutline> {
  return isDocx(bytes, fileName) ? readDocx(bytes, fileName) : notesTextSteps(bytes, fileName);
}
