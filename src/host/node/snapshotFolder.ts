import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SnapshotFolder } from '../../core/store/snapshotFile';

/** A folder of the disk. */
export function snapshotFolder(folder: string): SnapshotFolder {
  const at = (name: string) => join(folder, name);
  return {
    read: async (name) => {
      try {
        return await readFile(at(name));
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
        throw error;
      }
    },
    write: async (name, bytes) => {
      await mkdir(folder, { recursive: true });
      await writeFile(at(name), bytes);
    },
    rename: (from, to) => rename(at(from), at(to)),
    delete: (name) => rm(at(name)),
    list: () => readdir(folder),
  };
}
