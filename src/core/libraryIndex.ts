import type { LibraryFile } from './notes/library';
import type { LibraryArgument } from './notes/libraryArgument';
import type { NotesFile } from './notes/notesFile';
import { ArgumentIndex, type SearchableArgument } from './search/index';
import { Slices, type Steps } from './util/steps';

const PREPARED_AT_ONCE = 200;

/** The index over the library's arguments, brought up to date file by file. */
export class LibraryIndex extends ArgumentIndex {
  readonly #slices = new Slices();
  #merging: Promise<void> | undefined;

  /** Makes `file` searchable in place of what was known of it, with breaks; it changes at the end, all at once. */
  *put(file: NotesFile): Steps<void> {
    yield* file.link();
    yield* this.updateSteps(file.file.uri, yield* searchable(file));
  }

  /** Merges what many changes have left in pieces, in the background. */
  settle(): Promise<void> {
    this.#merging ??= this.#slices.finish(this.settleSteps()).finally(() => (this.#merging = undefined));
    return this.#merging;
  }
}

/** The arguments of a file as the index takes them. */
export function* searchable({ file, arguments: all }: LibraryFile): Steps<readonly SearchableArgument[]> {
  const children = new Map<LibraryArgument, string[]>();
  for (const child of all) {
    if (!child.parent) continue;
    const siblings = children.get(child.parent);
    if (siblings) siblings.push(child.argument.text);
    else children.set(child.parent, [child.argument.text]);
  }
  const found: SearchableArgument[] = [];
  for (const each of all) {
    found.push({
      id: each.id,
      file: file.uri,
      text: each.argument.text,
      handle: each.argument.handle,
      question: each.question?.text,
      parent: (each.parent ?? each.leansOn)?.argument.text,
      children: children.get(each),
      source: each.source.notes.label,
      kind: each.argument.kind,
      locator: each.argument.locator,
    });
    if (found.length % PREPARED_AT_ONCE === 0) yield;
  }
  return found;
}
