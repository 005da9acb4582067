import { bibliographySteps } from './citation/bibliography/readBibliography';
import type { CslItem } from './citation/cslItem';
import { decodeNotes, notesFileSteps, outlineSteps } from './notes/index';
import type { FileProblem } from './notes/library';
import type { NotesOutline } from './notes/outline';
import type { EditorText, WorkspaceFile } from './notes/workspace';
import { LineMap } from './text/lineMap';
import type { Steps } from './util/steps';

/** A file's bytes, or its text as it stands unsaved in an editor. */
export type FileContent = Uint8Array | EditorText;

/** What one bibliography file holds. */
export interface BibliographyContent {
  readonly items: readonly CslItem[];
  readonly problems: readonly FileProblem[];
}

/** Reads a notes file. An unsaved edit counts as it stands in the editor. */
export function notesSteps({ name }: WorkspaceFile, content: FileContent): Steps<NotesOutline> {
  const fileName = name.slice(name.lastIndexOf('/') + 1);
  return 'encoding' in content
    ? outlineSteps(content.text, fileName, content.encoding)
    : notesFileSteps(content, fileName);
}

/** Reads a bibliography file, with a break after each entry. */
export function* bibliographyContentSteps(
  file: WorkspaceFile,
  content: FileContent,
): Steps<BibliographyContent> {
  const { text } = 'encoding' in content ? content : decodeNotes(content);
  yield;
  const bibliography = yield* bibliographySteps(text, file.name);
  for (const entry of bibliography.entries) {
    entry.item();
    yield;
  }
  const found = bibliography.problems();
  if (found.length === 0) return { items: bibliography.items(), problems: [] };
  yield;
  const lines = new LineMap(text);
  const problems = found.map(({ message, span }): FileProblem => {
    return { file, code: 'bibliography-entry', message, range: lines.rangeOf(span) };
  });
  return { items: bibliography.items(), problems };
}

/** The whole of a zero-based line, whatever its length. */
export const lineRange = (line: number): FileProblem['range'] => ({
  start: { line, character: 0 },
  end: { line, character: Number.MAX_SAFE_INTEGER },
});

/** A problem of a file as a whole. */
export function problemAtTop(file: WorkspaceFile, code: FileProblem['code'], message: string): FileProblem {
  return { file, code, message, range: lineRange(0) };
}
