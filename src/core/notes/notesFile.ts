import { finish, type Steps } from '../util/steps';
import type { LibraryFile } from './library';
import type { LibraryArgument, LibrarySource, SourceResolution } from './libraryArgument';
import type { NotesOutline, NotesProblem, NotesSource } from './outline';
import type { WorkspaceFile } from './workspace';

/** What is known of a notes file at once, and how to come by the rest. */
export interface NotesFileContent {
  readonly sources: readonly NotesSource[];
  readonly problems: readonly NotesProblem[];
  readonly argumentCount: number;
  /** Gives the same object each time. */
  readonly outline: () => NotesOutline;
  /** Makes the outline ready in steps, where it isn't. */
  readonly decode?: () => Steps<NotesOutline>;
}

/** What was just read, as content of which nothing has to be decoded. */
export function readContent(outline: NotesOutline): NotesFileContent {
  const { sources, problems, arguments: all } = outline;
  return { sources, problems, argumentCount: all.length, outline: () => outline };
}

const LINKED_AT_ONCE = 200;

/** A notes file in the library: its arguments with their questions, sources and what they lean on, linked on first use. */
export class NotesFile implements LibraryFile {
  readonly file: WorkspaceFile;
  readonly content: NotesFileContent;
  readonly sources: readonly LibrarySource[];
  #arguments: readonly LibraryArgument[] | undefined;
  #byId: ReadonlyMap<string, LibraryArgument> | undefined;

  private constructor(file: WorkspaceFile, content: NotesFileContent, sources: readonly LibrarySource[]) {
    this.file = file;
    this.content = content;
    this.sources = sources;
  }

  /** With a break after each source, of which finding the work may take a millisecond. */
  static *steps(
    file: WorkspaceFile,
    content: NotesFileContent,
    resolve: (source: NotesSource, place: number) => SourceResolution,
  ): Steps<NotesFile> {
    const sources: LibrarySource[] = [];
    for (const notes of content.sources) {
      sources.push({
        id: `${file.uri}#${notes.id}`,
        file,
        notes,
        resolution: resolve(notes, sources.length),
      });
      yield;
    }
    return new NotesFile(file, content, sources);
  }

  get outline(): NotesOutline {
    return this.content.outline();
  }

  get argumentCount(): number {
    return this.content.argumentCount;
  }

  /** Whether nothing of it has to be decoded or linked any more. */
  get isReady(): boolean {
    return this.#arguments !== undefined;
  }

  get arguments(): readonly LibraryArgument[] {
    return this.#arguments ?? finish(this.link());
  }

  /** The argument with an id of the library. */
  argument(id: string): LibraryArgument | undefined {
    this.#byId ??= new Map(this.arguments.map((argument) => [argument.id, argument]));
    return this.#byId.get(id);
  }

  /** Links the arguments, with breaks. */
  *link(): Steps<readonly LibraryArgument[]> {
    const { file, content } = this;
    const outline = content.decode ? yield* content.decode() : content.outline();
    const sourceOf = new Map(this.sources.map((source) => [source.notes.id, source]));
    const linked = new Map<string, LibraryArgument>();
    for (const argument of outline.arguments) {
      const source = sourceOf.get(argument.source);
      if (!source) throw new Error(`Argument ${argument.id} names the unknown source ${argument.source}`);
      linked.set(argument.id, {
        id: `${file.uri}#${argument.id}`,
        file,
        argument,
        source,
        question: argument.question === undefined ? undefined : outline.questions[argument.question],
        parent: linked.get(argument.parent ?? ''),
        leansOn: linked.get(argument.leansOn ?? ''),
      });
      if (linked.size % LINKED_AT_ONCE === 0) yield;
    }
    return (this.#arguments = [...linked.values()]);
  }
}
