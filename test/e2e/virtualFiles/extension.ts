import * as vscode from 'vscode';

/** Serves what lies in its folder `files` as `virtual:/…`: a file system without paths of this computer and without watchers. */
export function activate({ extensionUri, subscriptions }: vscode.ExtensionContext): void {
  const { fs } = vscode.workspace;
  const place = ({ path }: vscode.Uri) => vscode.Uri.joinPath(extensionUri, 'files', path);
  const found = async <T>(uri: vscode.Uri, result: Thenable<T>): Promise<T> => {
    try {
      return await result;
    } catch {
      throw vscode.FileSystemError.FileNotFound(uri);
    }
  };
  const changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const provider: vscode.FileSystemProvider = {
    onDidChangeFile: changes.event,
    watch: () => ({ dispose: () => {} }),
    stat: (uri) => found(uri, fs.stat(place(uri))),
    readDirectory: (uri) => found(uri, fs.readDirectory(place(uri))),
    readFile: (uri) => found(uri, fs.readFile(place(uri))),
    writeFile: async (uri, content) => {
      await fs.writeFile(place(uri), content);
      changes.fire([{ type: vscode.FileChangeType.Changed, uri }]);
    },
    createDirectory: (uri) => fs.createDirectory(place(uri)),
    delete: (uri, options) => fs.delete(place(uri), options),
    rename: (from, to, options) => fs.rename(place(from), place(to), options),
  };
  subscriptions.push(vscode.workspace.registerFileSystemProvider('virtual', provider), changes);
}
