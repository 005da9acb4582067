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

const scratch: string[] = [];

/** A new folder under the system's temporary one, removed when this process ends. */
export function makeScratchFolder(purpose: string): string {
  if (scratch.length === 0) process.once('exit', removeScratchFolders);
  const folder = mkdtempSync(join(tmpdir(), `marginalia-${purpose}-`));
  scratch.push(folder);
  return folder;
}

function removeScratchFolders(): void {
  for (const folder of scratch) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
