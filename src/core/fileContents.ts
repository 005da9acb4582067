import type { BibliographyFormat } from './citation/bibliography/bibliography';
import { isBibliography } from './citation/bibliography/isBibliography';
import { bibliographySteps } from './citation/bibliography/readBibliography';
import type { CslItem } from './citation/cslItem';
import { decodeNotes, notesFileSteps, outlineSteps } from './notes/index';
import type { FileProblem } from './notes/library';
import type { NotesOutline } from './notes/outline';
import type { EditorText, WorkspaceFile } from './notes/workspace';
import type { Range } from './text/position';
import { LineMap } from './text/lineMap';
import type { Steps } from './util/steps';

/** A file's bytes, or its text as it stands unsaved in an editor. */
export type FileContent = Uint8Array | EditorText;

/** What one bibliography file holds. */
export interface BibliographyContent {
  readonly items: readonly CslItem[];
  readonly problems: readonly FileProblem[];
  readonly format: BibliographyFormat;
  /** Where each citekey stands that the file defines. */
  readonly citekeys: readonly (readonly [citekey: string, range: Range])[];
  /** False for a JSON or YAML file that holds something else. */
  readonly isBibliography: boolean;
  /** The file on the disk is empty or ends within an entry. */
  readonly isTorn?: boolean;
}

const noBibliography: BibliographyContent = {
  items: [],
  problems: [],
  format: 'csl-json',
  citekeys: [],
  isBibliography: false,
};

/** Reads a notes file. An unsaved edit counts as it stands in the editor. */
export function notesSteps({ name }: WorkspaceFile, content: FileContent): Steps<NotesOutline> {
  const fileName = name.slice(name.lastIndexOf('/') + 1);
  return 'encoding' in content
    ? outlineSteps(content.text, fileName, content.encoding)
    : notesFileSteps(content, fileName);
}

/**
 * Reads a file that is a bibliography, or may be one, with a break after each entry.
 * @param isCertain its name, or the student, says that it is one.
 */
export function* bibliographyContentSteps(
  file: WorkspaceFile,
  content: FileContent,
  isCertain: boolean,
): Steps<BibliographyContent> {
  const { text } = 'encoding' in content ? content : decodeNotes(content);
  yield;
  // What stands unsaved in an editor is as the student wants it.
  const isEmpty = !('encoding' in content) && text.trim() === '';
  if (!isCertain && !isBibliography(text, file.name)) return { ...noBibliography, isTorn: isEmpty };
  const bibliography = yield* bibliographySteps(text, file.name);
  for (const entry of bibliography.entries) {
    entry.item();
    yield;
  }
  yield;
  const lines = new LineMap(text);
  yield;
  const problems = bibliography.problems().map(({ message, span }): FileProblem => {
    return { file, code: 'bibliography-entry', message, range: lines.rangeOf(span) };
  });
  return {
    items: bibliography.items(),
    problems,
    format: bibliography.format,
    citekeys: bibliography.entries.map(({ citekey, keySpan }) => [citekey, lines.rangeOf(keySpan)]),
    isBibliography: true,
    isTorn: isEmpty || (bibliography.isCutOff && !('encoding' in content)),
  };
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
