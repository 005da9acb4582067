import type { LibraryIndex } from './libraryIndex';
import type { Library } from './notes/library';
import type { SynonymGroups } from './search/index';
import type { Settings } from './settings';

/** Keeps the index to the settings of the search, and to the other names that notes give their sources. */
export class SearchSettings {
  readonly #index: LibraryIndex;
  readonly #settings: () => Settings;
  readonly #readAgain: () => void;
  #library: Library | undefined;
  #aliases: SynonymGroups = [];
  #own = '[]';
  #applied = '[]';

  /** @param readAgain puts all notes into the index anew, in another language */
  constructor(index: LibraryIndex, settings: () => Settings, readAgain: () => void) {
    this.#index = index;
    this.#settings = settings;
    this.#readAgain = readAgain;
    index.language = settings().searchLanguage;
  }

  /** Returns whether sentences may now be understood in another way than before. */
  apply(library: Library): boolean {
    const { searchLanguage, searchSynonyms } = this.#settings();
    if (this.#index.language !== searchLanguage) {
      this.#index.language = searchLanguage;
      this.#readAgain();
    }
    const own = JSON.stringify(searchSynonyms);
    // Every keystroke comes by here, and a library may have many aliases.
    if (library === this.#library && own === this.#own) return false;
    if (library !== this.#library) this.#aliases = aliasesIn(library);
    this.#library = library;
    this.#own = own;
    const synonyms = [...searchSynonyms, ...this.#aliases];
    const written = JSON.stringify(synonyms);
    if (written === this.#applied) return false;
    this.#index.synonyms = synonyms;
    this.#applied = written;
    return true;
  }
}

function aliasesIn({ files }: Library): SynonymGroups {
  return files.flatMap(({ sources }) =>
    sources
      .filter(({ notes }) => notes.aliases.length > 0)
      .map(({ notes: { label, aliases } }) => [label, ...aliases]),
  );
}
