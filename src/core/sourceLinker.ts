import type { LibraryContents } from './libraryContents';
import { NotesFile, type NotesFileContent } from './notes/notesFile';
import type { WorkspaceFile } from './notes/workspace';
import type { Settings } from './settings';
import { type KeptResolution, SourceResolver, takeResolution } from './sourceResolver';
import type { Localize } from './util/localize';
import type { Slices } from './util/steps';

/** Joins the sources of the notes files with the works of the bibliographies. */
export class SourceLinker {
  readonly #contents: LibraryContents;
  readonly #settings: () => Settings;
  readonly #localize: Localize;
  readonly #slices: Slices;
  #resolver: SourceResolver | undefined;
  #chosen = '';
  /** What the sources were resolved by when they were kept. */
  keptResolvedBy = '';

  constructor(contents: LibraryContents, settings: () => Settings, localize: Localize, slices: Slices) {
    this.#contents = contents;
    this.#settings = settings;
    this.#localize = localize;
    this.#slices = slices;
  }

  /** Whether the student has chosen other works since the sources were joined with theirs. */
  get isOutdated(): boolean {
    return this.#chosen !== JSON.stringify(this.#settings().sources);
  }

  /** Finds the works of all sources anew. */
  async linkAll(): Promise<void> {
    const { sources } = this.#settings();
    this.#chosen = JSON.stringify(sources);
    this.#contents.collectItems([sources, this.#localize('chosen by you')]);
    this.#resolver = undefined;
    for (const [uri, { result, ...state }] of this.#contents.notes) {
      if (!result) continue;
      const linked = await this.link(result.file, result.content, []);
      if (result.isReady) await this.#slices.finish(linked.link());
      this.#contents.setNotes(uri, { ...state, result: linked });
    }
  }

  /** Finds the works of one file's sources; those that were kept hold as long as the bibliographies are the same. */
  async link(
    file: WorkspaceFile,
    content: NotesFileContent,
    kept: readonly KeptResolution[],
  ): Promise<NotesFile> {
    const { items, resolvedBy } = this.#contents;
    const holds = resolvedBy !== '' && resolvedBy === this.keptResolvedBy;
    const known = holds ? kept.flatMap((each) => takeResolution(each, items) ?? []) : [];
    if (known.length === content.sources.length) {
      const steps = NotesFile.steps(file, content, (_, place) => known[place] ?? { kind: 'missing' });
      return this.#slices.finish(steps);
    }
    const resolver = (this.#resolver ??= await this.#slices.finish(
      SourceResolver.steps(items, this.#settings().sources, this.#localize),
    ));
    return this.#slices.finish(
      NotesFile.steps(file, content, (source) => resolver.resolve(source, file.name)),
    );
  }
}
