import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { draftName, makeScratchFolder, sampleDraft, sampleNotes } from './folders';

/**
 * A scratch workspace: a copy of the sample library and the sample draft (nothing if `bare`), then `files`
 * (path → content) on top.
 */
export function makeSampleWorkspace(
  files: Readonly<Record<string, string | Uint8Array>> = {},
  { bare = false }: { readonly bare?: boolean } = {},
): string {
  const folder = join(makeScratchFolder('workspace'), 'essay');
  mkdirSync(folder);
  if (!bare) copySample(folder);
  writeFiles(folder, files);
  return folder;
}

/** Copies the sample library and the sample draft into a folder. */
export function copySample(folder: string): void {
  cpSync(sampleNotes, join(folder, 'notes'), { recursive: true });
  cpSync(sampleDraft, join(folder, draftName));
}

/** Writes files (path → content) below a folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    const target = resolve(folder, path);
    if (relative(folder, target).split(sep)[0] === '..')
      throw new Error(`${path} lies outside of the workspace`);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
}
