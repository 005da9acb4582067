import * as vscode from 'vscode';
import { type PathFilter, pathFilter } from '../../core/notes/pathFilter';
import { isShownRight } from '../../core/notes/index';
import {
  type DirectoryEntry,
  type EditorText,
  FileError,
  type NotesWorkspace,
  type WorkspaceFile,
} from '../../core/notes/workspace';
import { DisposableStore } from '../../core/util/disposable';
import { Slices } from '../../core/util/steps';
import { essayBibliographies } from './essayBibliographies';
import { isEssayFile } from './essayFiles';
import { findFiles } from './findFiles';
import { isMarkedDocument, MarkedFiles } from './markedFiles';
import { NotesChanges } from './notesChanges';
import {
  displayName,
  markdownGlob,
  mayRead,
  pathBeside,
  rootFolders,
  settingList,
  settingPaths,
} from './workspaceFolders';

const MAX_MARKDOWN_FILES = 5000;

const asFile = (uri: vscode.Uri): WorkspaceFile => ({ uri: uri.toString(), name: displayName(uri) });

/** The notes workspace over VS Code's file systems and open editors: desktop, remote and web alike. */
export class VscodeNotesWorkspace implements NotesWorkspace, vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #marked = new MarkedFiles();
  readonly #watch = this.#disposables.add(new NotesChanges(this.#marked));
  readonly #slices = new Slices();
  /** What the settings let count as notes, in each root folder and, last, anywhere. */
  #filters: readonly { readonly path: string; readonly isWanted: PathFilter }[] | undefined;

  readonly onDidChange = this.#watch.onDidChange;

  constructor() {
    this.#disposables.add(
      this.#watch.onDidChange((files) => {
        if (!files) this.#filters = undefined;
      }),
    );
  }

  get hasRoot(): boolean {
    return rootFolders().length > 0;
  }

  notesFolders(): readonly WorkspaceFile[] {
    return settingPaths('notes.folders').map(asFile);
  }

  bibliographyFolders(): readonly WorkspaceFile[] {
    return rootFolders().map(asFile);
  }

  bibliographies(): readonly WorkspaceFile[] {
    return [...settingPaths('bibliographies'), ...essayBibliographies()].map(asFile);
  }

  fileAt(path: string, essay: string | undefined): WorkspaceFile {
    return asFile(pathBeside(path, essay));
  }

  async readDirectory(uri: string): Promise<readonly DirectoryEntry[]> {
    const folder = vscode.Uri.parse(uri, true);
    const entries: DirectoryEntry[] = [];
    for (const [name, type] of await reading(folder, vscode.workspace.fs.readDirectory(folder))) {
      await this.#slices.breathe();
      const entry = asFile(vscode.Uri.joinPath(folder, name));
      const isLink = (type & vscode.FileType.SymbolicLink) !== 0;
      // Where a link leads is not told; in a workspace that is not trusted it may lead out of it.
      if (isLink && !vscode.workspace.isTrusted) continue;
      if (type & vscode.FileType.Directory) entries.push({ ...entry, kind: 'directory', isLink });
      else if (type & vscode.FileType.File) entries.push({ ...entry, kind: 'file', isLink });
    }
    return entries;
  }

  isWanted({ uri }: WorkspaceFile): boolean {
    const { path } = vscode.Uri.parse(uri, true);
    this.#filters ??= [...rootFolders(), undefined].map((root) => ({
      path: root?.path ?? '',
      isWanted: pathFilter(settingList('notes.include', root), settingList('notes.exclude', root)),
    }));
    const root = this.#filters.find((each) => path.startsWith(`${each.path}/`));
    return root?.isWanted(path.slice(root.path.length + 1)) ?? true;
  }

  isEssay({ uri }: WorkspaceFile): boolean {
    return isEssayFile(vscode.Uri.parse(uri, true));
  }

  async markdownFiles(which: 'open' | 'all'): Promise<readonly WorkspaceFile[]> {
    const open = vscode.workspace.textDocuments.filter(isMarkedDocument).map(({ uri }) => asFile(uri));
    if (which === 'open') return open;
    const all = await findFiles(markdownGlob, '**/node_modules/**', MAX_MARKDOWN_FILES);
    return [...open, ...all.map(asFile)];
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
    if (!mayRead(file))
      throw new FileError('denied', `${displayName(file)} lies outside of a workspace that is not trusted.`);
    const onDisk = reading(file, vscode.workspace.fs.readFile(file));
    const open = unsavedDocument(uri);
    if (!open) {
      const bytes = await onDisk;
      this.#marked.saw(uri, bytes);
      return bytes;
    }
    const bytes = await onDisk.catch(() => undefined);
    if (bytes && !isShownRight(bytes, open.encoding)) return bytes;
    return { text: open.getText(), encoding: open.encoding };
  }

  async fingerprint(uri: string): Promise<string | undefined> {
    if (unsavedDocument(uri)) return undefined;
    const file = vscode.Uri.parse(uri, true);
    const { ctime, mtime, size } = await reading(file, vscode.workspace.fs.stat(file));
    // Where times are whole seconds, one of the last two seconds may have to stand for a later state as well.
    if (mtime === 0 || (mtime % 1000 === 0 && Date.now() - mtime < 2000)) return undefined;
    return JSON.stringify([ctime, mtime, size]);
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}

function unsavedDocument(uri: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(({ isDirty, uri: open }) => isDirty && open.toString() === uri);
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
