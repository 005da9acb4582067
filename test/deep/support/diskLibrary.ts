import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SnapshotFolder } from '../../../src/core/store/snapshotFile';
import { NodeNotesWorkspace } from '../../../src/host/node/notesWorkspace';
import { snapshotFolder } from '../../../src/host/node/snapshotFolder';
import { generateNotes, random } from '../../support/generatedNotes';
import { LibrarySession } from '../../support/librarySession';
import { MemoryFolder } from '../../support/memoryFolder';

/** Notes on the disk, and the folder beside them in which the library is kept. */
export interface DiskLibrary {
  readonly notes: string;
  readonly storage: string;
}

/** Writes a library of `files` files below `root`. */
export function makeDiskLibrary(root: string, files: number): DiskLibrary {
  const library = { notes: join(root, 'notes'), storage: join(root, 'storage') };
  mkdirSync(library.notes, { recursive: true });
  for (let file = 0; file < files; file++) writeNotes(library, file, file);
  return library;
}

export function writeNotes({ notes }: DiskLibrary, file: number, seed: number): void {
  writeFileSync(join(notes, `n${String(file)}.md`), generateNotes('markdown', 20, random(seed + 1)));
}

/** A session on the notes that keeps the library where it is told to, without a folder nowhere. */
export function openDisk(
  { notes }: DiskLibrary,
  folder: SnapshotFolder = new MemoryFolder(),
): LibrarySession {
  const paths = { notes: [notes], bibliographies: [], bibliographyFolders: [notes] };
  return new LibrarySession(new NodeNotesWorkspace(paths), folder);
}

/** A session that takes up what the storage holds, and keeps the library there. */
export function openStored(library: DiskLibrary): LibrarySession {
  return openDisk(library, snapshotFolder(library.storage));
}

/** Everything that a session knows; it is ended. */
export async function knowledgeOf({ reader, index }: LibrarySession): Promise<unknown> {
  const library = await reader.library();
  index.compact();
  const found = ['zq1x', 'zq7x', 'harvest failed'].map((query) =>
    index
      .search(query, { mode: 'search', limit: 1000 })
      .map(({ argument: { id }, score }) => `${id} ${score.toFixed(4)}`)
      .sort(),
  );
  const known = {
    arguments: [...library.arguments.values()].map(({ id, argument }) => ({ id, argument })),
    works: [...library.items.values()],
    problems: library.problems,
    found,
  };
  reader.dispose();
  return JSON.parse(JSON.stringify(known));
}

/** The contents of all files below a folder, by their hash. */
export function hashOf(folder: string): string {
  const hash = createHash('sha256');
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort())
    hash.update(entry).update(readFileSync(entry));
  return hash.digest('hex');
}
