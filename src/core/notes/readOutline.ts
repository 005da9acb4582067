import { buildOutline } from './buildOutline';
import { finish, type Steps } from '../util/steps';
import { NotesText } from './notesText';
import type { NotesOutline } from './outline';
import { readNotes } from './readers/readNotes';

/**
 * Reads the text of a notes file, whatever its format, into sources, questions and arguments. Never throws: what cannot
 * be read is among the problems.
 */
export function readOutline(text: string, fileName: string, encoding: string): NotesOutline {
  return finish(outlineSteps(text, fileName, encoding));
}

/** The same, with breaks. */
export function* outlineSteps(text: string, fileName: string, encoding: string): Steps<NotesOutline> {
  const notes = yield* NotesText.read(text, fileName);
  return yield* buildOutline(notes, yield* readNotes(notes), encoding);
}
