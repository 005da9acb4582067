import * as vscode from 'vscode';
import { isBibliographyName, isNotesName } from '../../core/notes/findNotes';
import { isShownRight } from '../../core/notes/index';
import {
  type DirectoryEntry,
  type EditorText,
  FileError,
  type NotesWorkspace,
  type WorkspaceFile,
} from '../../core/notes/workspace';
import { DisposableStore } from '../../core/util/disposable';
import { Emitter } from '../../core/util/event';
import { displayName, resolvePaths, rootFolders } from './workspaceFolders';

const asFile = (uri: vscode.Uri): WorkspaceFile => ({ uri: uri.toString(), name: displayName(uri) });

/** The notes workspace over VS Code's file systems and open editors: desktop, remote and web alike. */
export class VscodeNotesWorkspace implements NotesWorkspace, vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #changes = this.#disposables.add(new Emitter<readonly string[] | undefined>());
  #watchers = new DisposableStore();

  readonly onDidChange = this.#changes.event;

  constructor() {
    const everything = () => {
      this.#watch();
      this.#changes.fire(undefined);
    };
    this.#disposables.add(vscode.workspace.onDidChangeWorkspaceFolders(everything));
    this.#disposables.add(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('marginalia')) everything();
      }),
    );
    this.#disposables.add(
      vscode.workspace.onDidOpenTextDocument((document) => this.#rootMayChange(document, everything)),
    );
    this.#disposables.add(
      vscode.workspace.onDidCloseTextDocument((document) => this.#rootMayChange(document, everything)),
    );
    this.#disposables.add(
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (this.#isOurs(document.uri)) this.#changes.fire([document.uri.toString()]);
      }),
    );
    this.#watch();
  }

  get hasRoot(): boolean {
    return rootFolders().length > 0;
  }

  notesFolders(): readonly WorkspaceFile[] {
    return this.#paths('notes.folders').map(asFile);
  }

  bibliographyFolders(): readonly WorkspaceFile[] {
    return rootFolders().map(asFile);
  }

  bibliographies(): readonly WorkspaceFile[] {
    return this.#paths('bibliographies').map(asFile);
  }

  async readDirectory(uri: string): Promise<readonly DirectoryEntry[]> {
    const folder = vscode.Uri.parse(uri, true);
    const entries = await reading(folder, vscode.workspace.fs.readDirectory(folder));
    return entries.flatMap(([name, type]): readonly DirectoryEntry[] => {
      const entry = asFile(vscode.Uri.joinPath(folder, name));
      const isLink = (type & vscode.FileType.SymbolicLink) !== 0;
      if (type & vscode.FileType.Directory) return [{ ...entry, kind: 'directory', isLink }];
      return type & vscode.FileType.File ? [{ ...entry, kind: 'file', isLink }] : [];
    });
  }

  isWanted(): boolean {
    return true;
  }

  /** VS Code does not tell where a link leads: what has the same times, size and content of a folder counts as the same. */
  async identity(uri: string): Promise<string> {
    const file = vscode.Uri.parse(uri, true);
    const { ctime, mtime, size, type } = await reading(file, vscode.workspace.fs.stat(file));
    const isFolder = (type & vscode.FileType.Directory) !== 0;
    const names = isFolder ? await reading(file, vscode.workspace.fs.readDirectory(file)) : [];
    return JSON.stringify([ctime, mtime, size, names.map(([name]) => name).sort()]);
  }

  async readFile(uri: string): Promise<Uint8Array | EditorText> {
    const file = vscode.Uri.parse(uri, true);
    const onDisk = reading(file, vscode.workspace.fs.readFile(file));
    const open = vscode.workspace.textDocuments.find(
      (document) => document.isDirty && document.uri.toString() === uri,
    );
    if (!open) return onDisk;
    const bytes = await onDisk.catch(() => undefined);
    if (bytes && !isShownRight(bytes, open.encoding)) return bytes;
    return { text: open.getText(), encoding: open.encoding };
  }

  dispose(): void {
    this.#watchers.dispose();
    this.#disposables.dispose();
  }

  #paths(setting: 'notes.folders' | 'bibliographies'): readonly vscode.Uri[] {
    const paths = vscode.workspace.getConfiguration('marginalia').get<unknown>(setting);
    if (!Array.isArray(paths)) return [];
    return paths.filter((path) => typeof path === 'string').flatMap(resolvePaths);
  }

  #isOurs({ path }: vscode.Uri): boolean {
    if (isBibliographyName(path)) return true;
    return (
      isNotesName(path) && this.#paths('notes.folders').some((folder) => path.startsWith(`${folder.path}/`))
    );
  }

  /** An essay outside of the workspace brings the folder that it lies in. */
  #rootMayChange(document: vscode.TextDocument, everything: () => void): void {
    if (document.languageId !== 'markdown' || vscode.workspace.getWorkspaceFolder(document.uri)) return;
    if (!document.isUntitled) everything();
  }

  #watch(): void {
    this.#watchers.dispose();
    this.#watchers = new DisposableStore();
    const watch = (pattern: vscode.RelativePattern) => {
      const watcher = this.#watchers.add(vscode.workspace.createFileSystemWatcher(pattern));
      const fire = (uri: vscode.Uri) => this.#changes.fire([uri.toString()]);
      for (const event of [watcher.onDidCreate, watcher.onDidChange, watcher.onDidDelete]) {
        this.#watchers.add(event(fire));
      }
    };
    for (const folder of this.#paths('notes.folders')) {
      watch(new vscode.RelativePattern(folder, '**/*'));
      watch(
        new vscode.RelativePattern(
          vscode.Uri.joinPath(folder, '..'),
          folder.path.slice(folder.path.lastIndexOf('/') + 1),
        ),
      );
    }
    for (const root of rootFolders()) watch(new vscode.RelativePattern(root, '*.{bib,bibtex}'));
    for (const file of this.#paths('bibliographies')) {
      watch(
        new vscode.RelativePattern(
          vscode.Uri.joinPath(file, '..'),
          file.path.slice(file.path.lastIndexOf('/') + 1),
        ),
      );
    }
  }
}

/** Turns what VS Code's file systems throw into a FileError. */
async function reading<T>(uri: vscode.Uri, result: Thenable<T>): Promise<T> {
  try {
    return await result;
  } catch (error) {
    const code = error instanceof vscode.FileSystemError ? error.code : '';
    const reason =
      code === 'FileNotFound' || code === 'FileNotADirectory'
        ? 'missing'
        : code === 'NoPermissions'
          ? 'denied'
          : 'unreadable';
    throw new FileError(
      reason,
      `${displayName(uri)}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
