import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The project's folder: npm starts every script there. */
export const projectRoot = process.cwd();

/** The draft that the sample workspace opens with, inside the workspace. */
export const draftName = 'draft.md';

/** The same, inside the project. */
export const sampleDraft = join(projectRoot, 'media', 'sample', draftName);

/** The sample library, inside the project. */
export const sampleNotes = join(projectRoot, 'notes');

/** A new folder under the system's temporary one, removed when this process ends. */
export function makeScratchFolder(purpose: string): string {
  const folder = mkdtempSync(join(tmpdir(), `marginalia-${purpose}-`));
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  return folder;
}
