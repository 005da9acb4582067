import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createMarginalia, type Marginalia, type MarginaliaInit } from '../../src/core/marginalia';
import type { NoteRecordStorage } from '../../src/core/essay/notes/noteRecord';
import { defaultSettings, type Settings } from '../../src/core/settings';
import { english } from '../../src/core/util/localize';
import { silentLogger } from '../../src/core/util/logger';
import { type InMemoryFile, InMemoryWorkspace } from './inMemoryWorkspace';

export const SAMPLE_NOTES = 'notes/Zubok and Pleshakov Notes.txt';
export const SAMPLE_BIBLIOGRAPHY = 'notes/references.bib';
export const SAMPLE_DRAFT = 'media/sample/draft.md';

/** The sample library's files, as they are shipped. */
export function sampleFiles(): Record<string, InMemoryFile> {
  return Object.fromEntries([SAMPLE_NOTES, SAMPLE_BIBLIOGRAPHY].map((path) => [path, readFileSync(path)]));
}

const readThesaurus = () => readFile('dist/thesaurus.bin');

/** Marginalia over files in memory, by default the sample library. */
export function openInMemory(
  files: Readonly<Record<string, InMemoryFile>> = sampleFiles(),
  settings: Partial<Settings> = {},
  records?: NoteRecordStorage,
  more: Partial<MarginaliaInit> = {},
): { readonly marginalia: Marginalia; readonly workspace: InMemoryWorkspace } {
  const workspace = new InMemoryWorkspace(files);
  const init = { workspace, settings: () => ({ ...defaultSettings, ...settings }), logger: silentLogger };
  return {
    marginalia: createMarginalia({ ...init, localize: english, readThesaurus, records, ...more }),
    workspace,
  };
}
