import { usageOf } from '../essay/usage';
import type { UsedArguments } from '../essay/usedArguments';
import { type NotesNode, notesTree } from '../languageFeatures/notesTree';
import type { Library } from '../notes/library';
import type { LibraryArgument } from '../notes/libraryArgument';
import { type Disposable, DisposableStore } from '../util/disposable';
import { Emitter } from '../util/event';
import type { Localize } from '../util/localize';
import type { Marks } from './argumentsPanel';
import { filterNotes } from './notesFilter';
import type { Storage } from './rememberedArguments';

/** What the model needs of the core. */
export interface NotesSearch {
  library(): Promise<Library>;
  search(
    query: string,
    options: { readonly mode: 'search'; readonly limit: number; readonly isUsed?: (id: string) => boolean },
  ): Promise<readonly { readonly argument: LibraryArgument }[]>;
}

/** Rows that a filter lets through, at most. */
const mostFound = 1000;
const unusedOnlyKey = 'notes.unusedOnly';

/** The notes tree as it is shown: with what the essay uses, and only what the student asked for. */
export class NotesViewModel implements Disposable {
  readonly #core: NotesSearch;
  readonly #marks: Marks;
  readonly #storage: Storage;
  readonly #localize: Localize;
  readonly #store = new DisposableStore();
  readonly #changes = this.#store.add(new Emitter<void>());
  #coverage: UsedArguments | undefined;
  /** How each argument is used, in one text, by which a change is told. */
  #states = 'none';
  #tree: Promise<readonly NotesNode[]> | undefined;
  #query = '';
  #unusedOnly: boolean;

  /** Fires when `tree` answers anew. */
  readonly onDidChange = this.#changes.event;

  constructor(core: NotesSearch, marks: Marks, storage: Storage, localize: Localize) {
    this.#core = core;
    this.#marks = marks;
    this.#storage = storage;
    this.#localize = localize;
    this.#unusedOnly = storage.get(unusedOnlyKey) === true;
    this.#store.add(marks.leftOut.onDidChange(() => this.refresh()));
  }

  get query(): string {
    return this.#query;
  }

  get isFiltered(): boolean {
    return this.#query.trim() !== '';
  }

  get unusedOnly(): boolean {
    return this.#unusedOnly;
  }

  tree(): Promise<readonly NotesNode[]> {
    return (this.#tree ??= this.#makeTree());
  }

  refresh(): void {
    this.#tree = undefined;
    this.#changes.fire();
  }

  filter(query: string): void {
    if (query === this.#query) return;
    this.#query = query;
    this.refresh();
  }

  showUnusedOnly(unusedOnly: boolean): void {
    this.#unusedOnly = unusedOnly;
    void this.#storage.update(unusedOnlyKey, unusedOnly);
    this.refresh();
  }

  /** Takes what the essay uses; undefined where there is none. */
  showCoverage(coverage: UsedArguments | undefined): void {
    const states = coverage
      ? Array.from(coverage, ([id, uses]) => `${id} ${usageOf(uses)}`).join('\n')
      : 'none';
    this.#coverage = coverage;
    if (states === this.#states) return;
    this.#states = states;
    this.refresh();
  }

  /**
   * The row of the argument at a zero-based line of a notes file, or of the last one above it; undefined if the file has
   * none, or `selected` is one of its rows already.
   */
  async nodeAt(file: string, line: number, selected: NotesNode | undefined): Promise<NotesNode | undefined> {
    const [library, tree] = await Promise.all([this.#core.library(), this.tree()]);
    const own = library.files.find((each) => each.file.uri === file)?.arguments ?? [];
    const argument = own.findLast(({ argument: { range } }) => range.start.line <= line) ?? own[0];
    if (!argument || own.some(({ id }) => id === selected?.argument)) return undefined;
    return findNode(tree, argument.id);
  }

  dispose(): void {
    this.#store.dispose();
  }

  async #makeTree(): Promise<readonly NotesNode[]> {
    const library = await this.#core.library();
    const coverage = this.#coverage;
    const stateOf = (argument: LibraryArgument) =>
      usageOf(coverage?.get(argument.id), this.#marks.leftOut.has(argument));
    const shown = notesTree(library, this.#localize, coverage && stateOf);
    if (!this.isFiltered && !this.#unusedOnly) return shown;
    const isUsed = (id: string) => coverage?.has(id) ?? false;
    const found = this.isFiltered
      ? await this.#core.search(this.#query, { mode: 'search', limit: mostFound, isUsed })
      : undefined;
    return filterNotes(shown, {
      found: found && new Set(found.map(({ argument }) => argument.id)),
      isShown: (id) => {
        const argument = library.arguments.get(id);
        return !this.#unusedOnly || (argument !== undefined && stateOf(argument) === 'unused');
      },
    });
  }
}

function findNode(nodes: readonly NotesNode[], argument: string): NotesNode | undefined {
  for (const node of nodes) {
    const found = node.argument === argument ? node : findNode(node.children, argument);
    if (found) return found;
  }
  return undefined;
}
