import * as vscode from 'vscode';
import type { SnapshotFolder } from '../../core/store/snapshotFile';

/** A folder of VS Code's, on the desktop or in the web. */
export function snapshotFolder(folder: vscode.Uri): SnapshotFolder {
  const { fs } = vscode.workspace;
  const at = (name: string) => vscode.Uri.joinPath(folder, name);
  return {
    read: async (name) => {
      try {
        return await fs.readFile(at(name));
      } catch (error) {
        if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
        throw error;
      }
    },
    write: async (name, bytes) => {
      await fs.createDirectory(folder);
      await fs.writeFile(at(name), bytes);
    },
    rename: async (from, to) => fs.rename(at(from), at(to), { overwrite: true }),
    delete: async (name) => fs.delete(at(name)),
    list: async () => (await fs.readDirectory(folder)).map(([name]) => name),
  };
}
