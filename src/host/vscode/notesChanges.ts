import * as vscode from 'vscode';
import { isBibliographyName, isNotesName, isPossibleBibliographyName } from '../../core/notes/findNotes';
import { DisposableStore } from '../../core/util/disposable';
import { Emitter } from '../../core/util/event';
import { essayBibliographies, touchesFrontMatter } from './essayBibliographies';
import type { MarkedFiles } from './markedFiles';
import { isInNotesFolder, markdownGlob, rootFolders, settingPaths } from './workspaceFolders';

/** Tells what has become of notes and bibliographies: on the disk, in the editors, in the settings. */
export class NotesChanges implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #changes = this.#disposables.add(new Emitter<readonly string[] | undefined>());
  readonly #marked: MarkedFiles;
  #named = essayBibliographies().join('\n');
  #watchers = new DisposableStore();
  /** Whether a document is one of ours by its place, so that a keystroke need not ask the settings. */
  #ours = new WeakMap<vscode.TextDocument, boolean>();

  /** Fires with the files that may have changed; with undefined where anything may have. */
  readonly onDidChange = this.#changes.event;

  constructor(marked: MarkedFiles) {
    this.#marked = marked;
    const everything = () => {
      this.#ours = new WeakMap();
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
      vscode.workspace.onDidChangeTextDocument((event) => {
        const { document } = event;
        if (this.#concerns(document)) this.#changes.fire([document.uri.toString()]);
        if (touchesFrontMatter(event)) this.#namedMayChange(document, everything);
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

  dispose(): void {
    this.#watchers.dispose();
    this.#disposables.dispose();
  }

  /** Whether an edit of the document is one of notes or of a bibliography. */
  #concerns(document: vscode.TextDocument): boolean {
    const isOurs = this.#ours.get(document) ?? this.#isOurs(document.uri);
    this.#ours.set(document, isOurs);
    return isOurs || this.#marked.concerns(document);
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
      watch(new vscode.RelativePattern(root, markdownGlob), async (uri) => {
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
