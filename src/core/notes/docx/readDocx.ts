import type { Steps } from '../../util/steps';
import { buildOutline } from '../buildOutline';
import { NotesText } from '../notesText';
import type { NotesOutline, NotesProblem } from '../outline';
import { readNotes } from '../readers/readNotes';
import { withDocxStructure, type HangingNote } from './docxBlocks';
import { readDocxNotes } from './docxNotes';
import { DocxError, openDocx, type DocxParts } from './docxParts';
import { docxView, type DocxView, type LostThing } from './docxView';
import { type Phrase, phrase } from '../../util/localize';

/** Reads a Word document. The ranges refer to the outline's `text`, its text view. Never throws. */
export function* readDocx(bytes: Uint8Array, fileName: string): Steps<NotesOutline> {
  try {
    const parts = yield* openDocx(bytes);
    const view = yield* docxView(parts);
    return yield* readView(view, parts, fileName);
  } catch (error) {
    const message =
      error instanceof DocxError
        ? error.phrase
        : phrase(
            'This Word document is damaged: its text is not well-formed XML. Open it in Word and save it again.',
          );
    const notes = new NotesText('', fileName, true);
    const outline = yield* buildOutline(notes, yield* readNotes(notes), 'utf8');
    return { ...outline, format: 'docx', text: '', problems: [{ code: 'notes-file', message, line: 0 }] };
  }
}

function* readView(view: DocxView, parts: DocxParts, fileName: string): Steps<NotesOutline> {
  const body = view.lines.join('\n');
  const reading = yield* readNotes(yield* NotesText.read(withoutTables(view), fileName, true));
  const { hanging, lines, missing } = yield* hangingNotes(view, parts);
  const text = lines.length === 0 ? body : `${body}\n${lines.join('\n')}`;
  const notes = yield* NotesText.read(text, fileName, true);
  const outline = yield* buildOutline(notes, withDocxStructure(reading, view, notes, hanging), 'utf8');
  const problems = [...outline.problems, ...lostProblems(new Map([...view.lost, ['note', missing]]))].sort(
    (a, b) => a.line - b.line,
  );
  return { ...outline, format: 'docx', text, problems };
}

/** The text view with spaces in the place of tables, which tell by themselves what they mean. */
function withoutTables({ lines, tables }: DocxView): string {
  const shown = [...lines];
  for (const { line } of tables.flat()) shown[line] = ' '.repeat(shown[line]?.length ?? 0);
  return shown.join('\n');
}

interface HangingNotes {
  readonly hanging: readonly HangingNote[];
  readonly lines: readonly string[];
  /** Lines of the paragraphs whose note is not in the document. */
  readonly missing: readonly number[];
}

/** The notes that hang on paragraphs, in lines of their own below the document. */
function* hangingNotes(view: DocxView, parts: DocxParts): Steps<HangingNotes> {
  const words = {
    footnotes: yield* readDocxNotes(parts.footnotes, 'w:footnote'),
    endnotes: yield* readDocxNotes(parts.endnotes, 'w:endnote'),
    comments: yield* readDocxNotes(parts.comments, 'w:comment'),
  };
  const hanging: HangingNote[] = [];
  const lines: string[] = [];
  const missing: number[] = [];
  for (const { kind, id, line } of view.references) {
    const text = words[kind].get(id);
    if (text === undefined) {
      missing.push(line);
      continue;
    }
    // An empty line first: the document's last paragraph ends before them.
    if (lines.length === 0) lines.push('');
    const mark = `[^${kind === 'comments' ? 'c' : kind === 'endnotes' ? 'e' : ''}${id}]: `;
    hanging.push({ on: line, line: view.lines.length + lines.length, lead: mark.length, kind });
    lines.push(mark + text);
  }
  return { hanging, lines, missing };
}

const lostWords: Readonly<Record<LostThing, (count: number) => Phrase>> = {
  picture: (count) =>
    count === 1
      ? phrase('A picture was left out here.')
      : phrase('{0} pictures were left out, the first of them here.', count),
  symbol: (count) =>
    count === 1
      ? phrase('A sign of a symbol font could not be read here.')
      : phrase('{0} signs of symbol fonts could not be read, the first of them here.', count),
  formula: (count) =>
    count === 1
      ? phrase('A formula was left out here.')
      : phrase('{0} formulas were left out, the first of them here.', count),
  note: (count) =>
    count === 1
      ? phrase('A footnote or comment that belongs here could not be found.')
      : phrase('{0} footnotes or comments could not be found, the first of them here.', count),
  contents: () => phrase('The table of contents was left out.'),
};

/** What is lost, each kind once, at the first paragraph that it is lost from. */
function lostProblems(lost: ReadonlyMap<LostThing, readonly number[]>): NotesProblem[] {
  return [...lost].flatMap(([thing, lines]) => {
    const [line] = lines;
    return line === undefined ? [] : [{ code: 'notes-file', message: lostWords[thing](lines.length), line }];
  });
}
