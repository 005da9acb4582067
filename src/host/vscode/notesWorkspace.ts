import * as vscode from 'vscode';
import { isBibliographyName, isNotesName, isPossibleBibliographyName } from '../../core/notes/findNotes';
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
import { Emitter } from '../../core/util/event';
import { Slices } from '../../core/util/steps';
import { isEssayFile } from './essayFiles';
import { isMarkedDocument, MarkedFiles } from './markedFiles';
import {
  displayName,
  essayBibliographies,
  isInNotesFolder,
  mayRead,
  pathBeside,
  rootFolders,
  settingList,
  settingPaths,
} from './workspaceFolders';

/** Where notes may lie outside of the notes folders, if they say that they are. */
const MARKDOWN = '**/*.{md,markdown,mdown}';
const MAX_MARKDOWN_FILES = 5000;

const asFile = (uri: vscode.Uri): WorkspaceFile => ({ uri: uri.toString(), name: displayName(uri) });

/** The notes workspace over VS Code's file systems and open editors: desktop, remote and web alike. */
export class VscodeNotesWorkspace implements NotesWorkspace, vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #changes = this.#disposables.add(new Emitter<readonly string[] | undefined>());
  readonly #slices = new Slices();
  /** What the settings let count as notes, in each root folder and, last, anywhere. */
  #filters: readonly { readonly path: string; readonly isWanted: PathFilter }[] | undefined;
  readonly #marked = new MarkedFiles();
  #named = essayBibliographies().join('\n');
  #watchers = new DisposableStore();

  readonly onDidChange = this.#changes.event;

  constructor() {
    const everything = () => {
      this.#filters = undefined;
      this.#watch();
      this.#changes.fire(undefined);
    };
    this.#disposables.add(vscode.workspace.onDidChangeWorkspaceFolders(everything));
    this.#disposables.add(vscode.workspace.onDidGrantWorkspaceTrust(everything));
    this.#disposables.add(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('marginalia')) everything();
      }),
    );
    this.#disposables.add(
      vscode.workspace.onDidOpenTextDocument((document) => {
        this.#rootMayChange(document, everything);
        this.#namedMayChange(document, everything);
        if (this.#marked.concerns(document)) this.#changes.fire([document.uri.toString()]);
      }),
    );
    this.#disposables.add(
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.#rootMayChange(document, everything);
        this.#namedMayChange(document, everything);
        if (this.#marked.concerns(document)) this.#changes.fire([document.uri.toString()]);
      }),
    );
    this.#disposables.add(
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (this.#isOurs(document.uri) || this.#marked.concerns(document))
          this.#changes.fire([document.uri.toString()]);
        this.#namedMayChange(document, everything);
      }),
    );
    // Watchers lose events now and then; what VS Code itself did, and a return to the window, are signs of their own.
    const moved = ({ files }: { readonly files: readonly vscode.Uri[] }) =>
      this.#changes.fire(files.map(String));
    this.#disposables.add(vscode.workspace.onDidCreateFiles(moved));
    this.#disposables.add(vscode.workspace.onDidDeleteFiles(moved));
    this.#disposables.add(
      vscode.workspace.onDidRenameFiles(({ files }) => {
        this.#changes.fire(files.flatMap(({ oldUri, newUri }) => [oldUri.toString(), newUri.toString()]));
      }),
    );
    this.#disposables.add(
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) this.#changes.fire([]);
      }),
    );
    this.#watch();
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
    const all = await vscode.workspace.findFiles(MARKDOWN, '**/node_modules/**', MAX_MARKDOWN_FILES);
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
    this.#watchers.dispose();
    this.#disposables.dispose();
  }

  #isOurs(uri: vscode.Uri): boolean {
    const { path, scheme } = uri;
    if (scheme.startsWith('marginalia-')) return false;
    if (isBibliographyName(path) || (isNotesName(path) && isInNotesFolder(uri))) return true;
    return isPossibleBibliographyName(path) && (isInNotesFolder(uri) || isBesideEssays(uri));
  }

  /** An essay outside of the workspace brings the folder that it lies in. */
  #rootMayChange(document: vscode.TextDocument, everything: () => void): void {
    if (document.languageId !== 'markdown' || vscode.workspace.getWorkspaceFolder(document.uri)) return;
    if (document.uri.scheme === 'file' || document.uri.scheme === 'vscode-remote') everything();
  }

  /** What an essay's front matter names belongs to the bibliographies as long as the essay is open. */
  #namedMayChange({ languageId }: vscode.TextDocument, everything: () => void): void {
    if (languageId !== 'markdown') return;
    const named = essayBibliographies().join('\n');
    if (named === this.#named) return;
    this.#named = named;
    everything();
  }

  #watch(): void {
    this.#watchers.dispose();
    this.#watchers = new DisposableStore();
    const fire = (uri: vscode.Uri) => this.#changes.fire([uri.toString()]);
    const watch = (pattern: vscode.RelativePattern, tell: (uri: vscode.Uri) => unknown = fire) => {
      const watcher = this.#watchers.add(vscode.workspace.createFileSystemWatcher(pattern));
      for (const event of [watcher.onDidCreate, watcher.onDidChange, watcher.onDidDelete]) {
        this.#watchers.add(event(tell));
      }
    };
    for (const folder of settingPaths('notes.folders')) {
      watch(new vscode.RelativePattern(folder, '**/*'));
      watch(
        new vscode.RelativePattern(
          vscode.Uri.joinPath(folder, '..'),
          folder.path.slice(folder.path.lastIndexOf('/') + 1),
        ),
      );
    }
    for (const root of rootFolders()) {
      watch(new vscode.RelativePattern(root, '*.{bib,bibtex,biblatex,csljson,json,yaml,yml}'));
      watch(new vscode.RelativePattern(root, MARKDOWN), async (uri) => {
        if (!isInNotesFolder(uri) && (await this.#marked.concernsFile(uri))) fire(uri);
      });
    }
    for (const file of [...settingPaths('bibliographies'), ...essayBibliographies()]) {
      watch(
        new vscode.RelativePattern(
          vscode.Uri.joinPath(file, '..'),
          file.path.slice(file.path.lastIndexOf('/') + 1),
        ),
      );
    }
  }
}

/** Whether the file lies right in one of the folders that the essays lie in. */
function isBesideEssays(uri: vscode.Uri): boolean {
  const folder = vscode.Uri.joinPath(uri, '..').path;
  return rootFolders().some(({ path }) => path === folder);
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
