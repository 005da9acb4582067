import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readEssayMetadata } from '../core/essay/essayMetadata';
import { createMarginalia, type Marginalia } from '../core/marginalia';
import { decodeNotes } from '../core/notes/decoding/decodeNotes';
import { defaultSettings } from '../core/settings';
import { english } from '../core/util/localize';
import { silentLogger } from '../core/util/logger';
import { fileBeside, NodeNotesWorkspace } from '../host/node/notesWorkspace';
import { manyOf, type OptionValues, UsageError } from './command';
import { productFile } from './productFile';

const DEFAULT_FOLDER = 'notes';

/** The options of every command that reads a library. */
export const notesOptions = {
  notes: { type: 'string', multiple: true },
  bibliography: { type: 'string', multiple: true },
} as const;

export const notesHelp = [
  '--notes DIR          folder with notes, may be repeated (default: notes)',
  '--bibliography FILE  bibliography, may be repeated (default: the essay’s own, and those beside notes and essay)',
];

/**
 * The library that `--notes` and `--bibliography` name. `essay` is the essay's path, beside which bibliographies are
 * looked for.
 * @throws UsageError if a folder or file that was named does not exist
 */
export function openLibrary(options: OptionValues, essay?: string): Marginalia {
  const named = manyOf(options, 'notes');
  const bibliographies = manyOf(options, 'bibliography');
  for (const path of [...named, ...bibliographies]) {
    if (!existsSync(path)) throw new UsageError(`${path} does not exist`);
  }
  const workspace = new NodeNotesWorkspace({
    notes: named.length > 0 ? named : [DEFAULT_FOLDER],
    bibliographies: bibliographies.length > 0 ? bibliographies : bibliographiesOf(essay),
    bibliographyFolders: [essay === undefined ? '.' : dirname(essay)],
    onlyNamedBibliographies: bibliographies.length > 0,
  });
  return createMarginalia({
    workspace,
    settings: () => defaultSettings,
    logger: silentLogger,
    localize: english,
    readThesaurus: () => readFile(productFile('thesaurus.bin')),
  });
}

/** The bibliographies that the essay's front matter names. */
function bibliographiesOf(essay: string | undefined): readonly string[] {
  if (essay === undefined) return [];
  const { bibliographies } = readEssayMetadata(decodeNotes(readFileSync(essay)).text);
  return bibliographies.map((path) => fileBeside(path, essay));
}
