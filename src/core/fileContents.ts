import type { BibliographyFormat } from './citation/bibliography/bibliography';
import { isBibliography } from './citation/bibliography/isBibliography';
import { bibliographyFormat, bibliographySteps } from './citation/bibliography/bibliographySteps';
import type { ReadBibtexEntry } from './citation/bibliography/bibtexSteps';
import type { CslItem } from './citation/cslItem';
import { decodeNotes, isDocx, notesTextSteps, outlineSteps } from './notes/index';
import type { FileProblem } from './notes/library';
import type { NotesOutline } from './notes/outline';
import type { EditorText, WorkspaceFile } from './notes/workspace';
import type { Range } from './text/position';
import { LineMap } from './text/lineMap';
import type { Steps } from './util/steps';
import type { Phrase } from './util/localize';

/** A file's bytes, or its text as it stands unsaved in an editor. */
export type FileContent = Uint8Array | EditorText;

/** What one bibliography file holds. */
export interface BibliographyContent {
  readonly items: readonly CslItem[];
  readonly problems: readonly { readonly message: Phrase; readonly range: Range }[];
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

/** How to read a notes file. An unsaved edit counts as it stands in the editor. Word's format is loaded if it is needed. */
export async function notesSteps(
  { name }: WorkspaceFile,
  content: FileContent,
): Promise<Steps<NotesOutline>> {
  const fileName = name.slice(name.lastIndexOf('/') + 1);
  if ('encoding' in content) return outlineSteps(content.text, fileName, content.encoding);
  if (!isDocx(content, fileName)) return notesTextSteps(content, fileName);
  const { readDocx } = await import('./notes/docx/readDocx');
  return readDocx(content, fileName);
}

/**
 * How to read a file that is a bibliography, or may be one, with a break after each entry. BibTeX's reader is loaded if it
 * is needed.
 * @param isCertain its name, or the student, says that it is one.
 */
export async function bibliographyContentSteps(
  file: WorkspaceFile,
  content: FileContent,
  isCertain: boolean,
): Promise<Steps<BibliographyContent>> {
  if (bibliographyFormat(file.name, '') !== 'biblatex')
    return contentSteps(file, content, isCertain, noEntry);
  const { toCslItem } = await import('./citation/bibliography/bibtexItem');
  return contentSteps(file, content, isCertain, toCslItem);
}

const noEntry: ReadBibtexEntry = () => undefined;

function* contentSteps(
  file: WorkspaceFile,
  content: FileContent,
  isCertain: boolean,
  readEntry: ReadBibtexEntry,
): Steps<BibliographyContent> {
  const { text } = 'encoding' in content ? content : decodeNotes(content);
  yield;
  // What stands unsaved in an editor is as the student wants it.
  const isEmpty = !('encoding' in content) && text.trim() === '';
  if (!isCertain && !isBibliography(text, file.name)) return { ...noBibliography, isTorn: isEmpty };
  const bibliography = yield* bibliographySteps(text, file.name, readEntry);
  for (const entry of bibliography.entries) {
    entry.item();
    yield;
  }
  yield;
  const lines = new LineMap(text);
  yield;
  const problems = bibliography
    .problems()
    .map(({ message, span }) => ({ message, range: lines.rangeOf(span) }));
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
