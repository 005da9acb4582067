import { buildOutline } from './buildOutline';
import { NotesText } from './notesText';
import type { NotesOutline } from './outline';
import { readNotes } from './readers/readNotes';

/**
 * Reads the text of a notes file, whatever its format, into sources, questions and arguments. Never throws: what cannot
 * be read is among the problems.
 */
export function readOutline(text: string, fileName: string, encoding: string): NotesOutline {
  const notes = new NotesText(text, fileName);
  return buildOutline(notes, readNotes(notes), encoding);
}
