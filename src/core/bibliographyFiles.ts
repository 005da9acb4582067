import { isBibliography } from './citation/bibliography/isBibliography';
import { readBibliography } from './citation/bibliography/readBibliography';
import type { CslItem } from './citation/cslItem';
import { isPossibleBibliographyName } from './notes/findNotes';
import { decodeNotes } from './notes/index';
import type { FileProblem, LibraryBibliography } from './notes/library';
import type { EditorText, WorkspaceFile } from './notes/workspace';
import { LineMap } from './text/lineMap';
import type { Localize } from './util/localize';

/** What one bibliography file holds. */
export interface BibliographyFile extends LibraryBibliography {
  readonly items: readonly CslItem[];
  readonly problems: readonly FileProblem[];
  /** False for a JSON or YAML file that holds something else. */
  readonly isBibliography: boolean;
}

/**
 * Reads a file that is a bibliography, or may be one.
 * @param isNamed the student says that it is one.
 */
export function readBibliographyFile(
  file: WorkspaceFile,
  content: Uint8Array | EditorText,
  isNamed: boolean,
): BibliographyFile {
  const { text } = 'encoding' in content ? content : decodeNotes(content);
  if (!isNamed && isPossibleBibliographyName(file.name) && !isBibliography(text, file.name)) {
    return {
      file,
      format: 'csl-json',
      items: [],
      citekeys: new Map(),
      problems: [],
      isBibliography: false,
    };
  }
  const bibliography = readBibliography(text, file.name);
  const lines = new LineMap(text);
  return {
    file,
    format: bibliography.format,
    items: bibliography.items(),
    citekeys: new Map(
      bibliography.entries.toReversed().map(({ citekey, keySpan }) => [citekey, lines.rangeOf(keySpan)]),
    ),
    problems: bibliography.problems().map(({ message, span }): FileProblem => {
      return { file, code: 'bibliography-entry', message, range: lines.rangeOf(span) };
    }),
    isBibliography: true,
  };
}

/** More repetitions than these are said in one sentence: the file is a copy of the other. */
const MAX_REPEATED = 10;

/** The works of all files; of those with the same citekey the first counts, and the others are said. */
export function mergeBibliographies(
  files: readonly BibliographyFile[],
  localize: Localize,
): { readonly items: ReadonlyMap<string, CslItem>; readonly repeated: readonly FileProblem[] } {
  const items = new Map<string, CslItem>();
  const owner = new Map<string, BibliographyFile>();
  const repeated: FileProblem[] = [];
  for (const bibliography of files) {
    const { file, citekeys } = bibliography;
    const again = new Map<string, string[]>();
    for (const item of bibliography.items) {
      const earlier = owner.get(item.id);
      if (earlier) {
        const { name } = earlier.file;
        again.set(name, [...(again.get(name) ?? []), item.id]);
        continue;
      }
      owner.set(item.id, bibliography);
      items.set(item.id, item);
    }
    const problem = (message: string, citekey = '') => {
      const range = citekeys.get(citekey) ?? {
        start: { line: 0, character: 0 },
        end: { line: 0, character: Number.MAX_SAFE_INTEGER },
      };
      repeated.push({ file, code: 'bibliography-entry', message, range });
    };
    for (const [other, keys] of again) {
      if (keys.length > MAX_REPEATED)
        problem(
          localize('{0} entries of this file are in {1} too, and those there count.', keys.length, other),
        );
      else
        for (const key of keys)
          problem(localize('The citekey “{0}” is in {1} too, and the entry there counts.', key, other), key);
    }
  }
  return { items, repeated };
}
