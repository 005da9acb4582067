import {
  type DirectoryEntry,
  type EditorText,
  FileError,
  type NotesWorkspace,
  type WorkspaceFile,
} from '../../src/core/notes/workspace';
import { Emitter } from '../../src/core/util/event';

/** A file's text or bytes, or what reading it throws. */
export type InMemoryFile = string | Uint8Array | FileError;

const asFile = (path: string): WorkspaceFile => ({ uri: path, name: path });

/** A notes workspace without a disk: files by their path, with `/` between folders. */
export class InMemoryWorkspace implements NotesWorkspace {
  hasRoot = true;
  readonly files = new Map<string, InMemoryFile>();
  readonly reads: string[] = [];
  /** Bibliographies that the settings name. */
  named: readonly string[] = [];
  /** Links by their path, with the folder or file that they lead to. */
  readonly links = new Map<string, string>();
  /** Paths of the files that editors hold open. */
  readonly open = new Set<string>();
  /** How often each file has been written. */
  readonly stamps = new Map<string, number>();
  isWanted: (file: WorkspaceFile) => boolean = () => true;
  isEssay: (file: WorkspaceFile) => boolean = () => true;
  readonly #changes = new Emitter<readonly string[] | undefined>();
  readonly onDidChange = this.#changes.event;
  readonly #folders: readonly string[];

  constructor(files: Readonly<Record<string, InMemoryFile>>, folders: readonly string[] = ['notes']) {
    for (const [path, content] of Object.entries(files)) this.files.set(path, content);
    this.#folders = folders;
  }

  /** Writes a file, or deletes it, and says so as a watcher would. */
  change(path: string, content: InMemoryFile | undefined): void {
    this.writeUnseen(path, content);
    this.tell(path);
  }

  /** Writes a file, or deletes it, and no watcher sees it. */
  writeUnseen(path: string, content: InMemoryFile | undefined): void {
    if (content === undefined) this.files.delete(path);
    else this.files.set(path, content);
    this.stamps.set(path, (this.stamps.get(path) ?? 0) + 1);
  }

  /** Says what a watcher would of a file. */
  tell(path: string): void {
    this.#changes.fire([path]);
  }

  /** Says that anything may have changed. */
  doubt(): void {
    this.#changes.fire([]);
  }

  notesFolders(): readonly WorkspaceFile[] {
    return this.#folders.map(asFile);
  }

  bibliographyFolders(): readonly WorkspaceFile[] {
    return [asFile('.')];
  }

  bibliographies(): readonly WorkspaceFile[] {
    return this.named.map(asFile);
  }

  fileAt(path: string): WorkspaceFile {
    return asFile(path);
  }

  readDirectory(folder: string): Promise<readonly DirectoryEntry[]> {
    const target = this.#resolve(folder);
    const prefix = target === '.' ? '' : `${target}/`;
    const shown = folder === '.' ? '' : `${folder}/`;
    const entries = new Map<string, DirectoryEntry>();
    for (const path of this.files.keys()) {
      if (!path.startsWith(prefix)) continue;
      const [name = '', ...below] = path.slice(prefix.length).split('/');
      entries.set(name, { ...asFile(shown + name), kind: below.length > 0 ? 'directory' : 'file' });
    }
    for (const [path, to] of this.links) {
      const name = path.slice(prefix.length);
      if (!path.startsWith(prefix) || name.includes('/')) continue;
      entries.set(name, {
        ...asFile(shown + name),
        kind: this.files.has(to) ? 'file' : 'directory',
        isLink: true,
      });
    }
    if (entries.size === 0 && folder !== '.') return Promise.reject(new FileError('missing', folder));
    return Promise.resolve([...entries.values()]);
  }

  readFile(path: string): Promise<Uint8Array | EditorText> {
    this.reads.push(path);
    const content = this.files.get(this.#resolve(path)) ?? new FileError('missing', path);
    if (content instanceof FileError) return Promise.reject(content);
    return Promise.resolve(typeof content === 'string' ? { text: content, encoding: 'utf8' } : content);
  }

  /** Empty files can't be told, as files that editors hold can't. */
  fingerprint(path: string): Promise<string | undefined> {
    const content = this.files.get(this.#resolve(path));
    const stamp = this.stamps.get(path) ?? 0;
    return Promise.resolve(
      content instanceof FileError ? undefined : content && `${stamp} ${content.length}`,
    );
  }

  markdownFiles(which: 'open' | 'all'): Promise<readonly WorkspaceFile[]> {
    const paths = which === 'open' ? this.open : this.files.keys();
    return Promise.resolve([...paths].filter((path) => path.endsWith('.md')).map(asFile));
  }

  identity(path: string): Promise<string> {
    return Promise.resolve(this.#resolve(path));
  }

  /** `path` without links on its way. */
  #resolve(path: string): string {
    for (const [link, to] of this.links) {
      if (path === link || path.startsWith(`${link}/`)) return this.#resolve(to + path.slice(link.length));
    }
    return path;
  }
}
