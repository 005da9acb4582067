import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createMarginalia, type Marginalia } from '../core/marginalia';
import { defaultSettings } from '../core/settings';
import { english } from '../core/util/localize';
import { silentLogger } from '../core/util/logger';
import { NodeNotesWorkspace } from '../host/node/notesWorkspace';
import { manyOf, type OptionValues, UsageError } from './command';

const DEFAULT_FOLDER = 'notes';

/** The options of every command that reads a library. */
export const notesOptions = {
  notes: { type: 'string', multiple: true },
  bibliography: { type: 'string', multiple: true },
} as const;

export const notesHelp = [
  '--notes DIR          folder with notes, may be repeated (default: notes)',
  '--bibliography FILE  bibliography, may be repeated (default: those beside the notes and the essay)',
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
    bibliographies,
    bibliographyFolders: [essay === undefined ? '.' : dirname(essay)],
  });
  return createMarginalia({
    workspace,
    settings: () => defaultSettings,
    logger: silentLogger,
    localize: english,
    readThesaurus: () => readFile(join(__dirname, 'thesaurus.bin')),
  });
}
