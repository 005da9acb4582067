import * as vscode from 'vscode';
import { DisposableStore } from '../core/util/disposable';
import { isBibliographyName, isPossibleBibliographyName } from '../core/notes/findNotes';
import { isMarkedAsNotes } from '../core/notes/markedNotes';
import { rootFolders, settingPaths } from '../host/vscode/workspaceFolders';

/** Lines of front matter that are looked at. */
const HEAD = 200;

/** Bytes at a file's beginning that tell whether it may be a list of works. */
const TELLING_BYTES = 20_000;

const NAMES_BIBLIOGRAPHY = /^---[ \t]*\r?\n(?:.*\r?\n)*?(?:bibliography|references)[ \t]*:/;

/** JSON and YAML files of other tools. */
const NEVER_WORKS = /^(?:\.|package(?:-lock)?\.json$|tsconfig|pnpm-)/;

/** Files beside an essay that may be, or become, bibliographies. */
const CHANGES_OF_ROOTS = '*.{bib,bibtex,biblatex,csljson,json,yaml,yml}';

/**
 * Finds out whether there is anything to do: whether notes or a bibliography are there. It reads no notes, and where
 * there are none it waits for signs that VS Code gives anyway.
 */
export class FirstUse implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  #watchers = new DisposableStore();
  readonly #comes = this.#disposables.add(new vscode.EventEmitter<void>());

  /** Fires when notes or a bibliography have come, after they were waited for. */
  readonly onDidCome = this.#comes.event;

  /** Whether notes or a bibliography are there. */
  async isThere(): Promise<boolean> {
    if (vscode.workspace.textDocuments.some(asksForUs)) return true;
    const found = await Promise.all([
      ...settingPaths('notes.folders').map(async (folder) => (await namesIn(folder)).length > 0),
      ...settingPaths('bibliographies').map(exists),
      ...rootFolders().map(holdsBibliography),
    ]);
    return found.includes(true);
  }

  /** Waits until notes or a bibliography come. */
  wait(): void {
    const { workspace } = vscode;
    const look = async () => {
      this.#watch();
      if (await this.isThere()) this.#comes.fire();
    };
    for (const subscription of [
      workspace.onDidChangeWorkspaceFolders(look),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('marginalia')) return look();
        return undefined;
      }),
      workspace.onDidOpenTextDocument((document) => {
        if (asksForUs(document)) this.#comes.fire();
        else if (document.languageId === 'markdown' && !workspace.getWorkspaceFolder(document.uri))
          void look();
      }),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.some(({ range }) => range.start.line < HEAD) && asksForUs(document))
          this.#comes.fire();
      }),
    ])
      this.#disposables.add(subscription);
    this.#watch();
  }

  dispose(): void {
    this.#watchers.dispose();
    this.#disposables.dispose();
  }

  #watch(): void {
    this.#watchers.dispose();
    this.#watchers = new DisposableStore();
    const watch = (pattern: vscode.RelativePattern) => {
      const watcher = this.#watchers.add(vscode.workspace.createFileSystemWatcher(pattern));
      const look = async () => {
        if (await this.isThere()) this.#comes.fire();
      };
      this.#watchers.add(watcher.onDidCreate(look));
      this.#watchers.add(watcher.onDidChange(look));
    };
    for (const folder of settingPaths('notes.folders')) watch(new vscode.RelativePattern(folder, '**/*'));
    for (const root of rootFolders()) watch(new vscode.RelativePattern(root, CHANGES_OF_ROOTS));
  }
}

/** Whether an open file says that it holds notes, or names a bibliography. */
function asksForUs(document: vscode.TextDocument): boolean {
  if (document.languageId !== 'markdown' || document.uri.scheme.startsWith('marginalia-')) return false;
  if (!document.lineAt(0).text.startsWith('---')) return false;
  const head = document.getText(new vscode.Range(0, 0, HEAD, 0));
  return isMarkedAsNotes(head) || NAMES_BIBLIOGRAPHY.test(head);
}

async function holdsBibliography(root: vscode.Uri): Promise<boolean> {
  const names = await namesIn(root);
  if (names.some(isBibliographyName)) return true;
  const possible = names.filter((name) => isPossibleBibliographyName(name) && !NEVER_WORKS.test(name));
  const lists = await Promise.all(possible.map((name) => mayListWorks(vscode.Uri.joinPath(root, name))));
  return lists.includes(true);
}

/** Whether a JSON or YAML file has the fields that every list of works has. */
async function mayListWorks(file: vscode.Uri): Promise<boolean> {
  try {
    const bytes = await vscode.workspace.fs.readFile(file);
    const head = new TextDecoder().decode(bytes.subarray(0, TELLING_BYTES));
    return /["']?(?:id|citation-key)["']?\s*:/.test(head) && /["']?title["']?\s*:/.test(head);
  } catch {
    return false;
  }
}

async function namesIn(folder: vscode.Uri): Promise<readonly string[]> {
  try {
    return (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
  } catch {
    return [];
  }
}

async function exists(file: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}
