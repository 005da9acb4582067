import type { Library, LibraryFile } from './notes/library';
import type { LibraryArgument } from './notes/libraryArgument';
import type { NotesOutline } from './notes/outline';
import { ArgumentIndex, type SearchableArgument } from './search/index';

/** The index over the library's arguments, brought up to date by what has changed in between only. */
export class LibraryIndex extends ArgumentIndex {
  readonly #indexed = new Map<string, NotesOutline>();
  #shown: Library | undefined;

  /** Makes `library` what is searched; says whether it was another one before. */
  show(library: Library): boolean {
    if (library === this.#shown) return false;
    this.#shown = library;
    const gone = new Set(this.#indexed.keys());
    for (const file of library.files) {
      const { uri } = file.file;
      gone.delete(uri);
      if (this.#indexed.get(uri) === file.outline) continue;
      this.update(uri, searchable(file));
      this.#indexed.set(uri, file.outline);
    }
    for (const uri of gone) {
      this.remove(uri);
      this.#indexed.delete(uri);
    }
    return true;
  }
}

function searchable({ file, arguments: all }: LibraryFile): readonly SearchableArgument[] {
  const children = new Map<LibraryArgument, string[]>();
  for (const child of all) {
    if (child.parent)
      children.set(child.parent, [...(children.get(child.parent) ?? []), child.argument.text]);
  }
  return all.map((each) => ({
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
  }));
}
