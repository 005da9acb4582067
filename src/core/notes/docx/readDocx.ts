import type { Steps } from '../../util/steps';
import { buildOutline } from '../buildOutline';
import { NotesText } from '../notesText';
import type { NotesOutline, NotesProblem } from '../outline';
import { readNotes } from '../readers/readNotes';
import { DocxError, openDocx } from './docxParts';
import { docxView, type DocxView } from './docxView';

/** Reads a Word document. The ranges refer to the outline's `text`, its text view. Never throws. */
export function* readDocx(bytes: Uint8Array, fileName: string): Steps<NotesOutline> {
  let view: DocxView;
  const problems: NotesProblem[] = [];
  try {
    const parts = openDocx(bytes);
    yield;
    view = yield* docxView(parts);
  } catch (error) {
    const message =
      error instanceof DocxError
        ? error.message
        : 'This Word document is damaged: its text is not well-formed XML. Open it in Word and save it again.';
    problems.push({ code: 'notes-file', message, line: 0 });
    view = { text: '', lost: [] };
  }
  if (view.lost.length > 0) {
    const message = `Not everything in this Word document is text; these were left out, or read as plain paragraphs: ${view.lost.join(', ')}.`;
    problems.push({ code: 'notes-file', message, line: 0 });
  }
  const notes = yield* NotesText.read(view.text, fileName, true);
  const outline = yield* buildOutline(notes, yield* readNotes(notes), 'utf8');
  return { ...outline, format: 'docx', text: view.text, problems: [...problems, ...outline.problems] };
}
