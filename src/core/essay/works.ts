import type { CslItem } from '../citation/cslItem';
import { creators, issuedYear, plainCslText, surname } from '../citation/cslText';
import { foldWords } from '../citation/source/words';
import type { Library } from '../notes/library';
import type { LibrarySource } from '../notes/libraryArgument';

/** A work that an essay can cite: an entry of a bibliography, or a source of the notes that is in none. */
export interface Work {
  /** The citekey, or the id of the source. */
  readonly id: string;
  readonly item?: CslItem;
  /** Ids of the sources whose notes are about it, or may be while several works fit them; empty if there are no notes on it. */
  readonly sources: ReadonlySet<string>;
  /** Folded surnames. */
  readonly names: readonly string[];
  /** The short title, folded. */
  readonly title: string;
  readonly year?: string;
}

/** A word of a text with what it is compared by. */
interface NamedWord {
  readonly folded: string;
  readonly isCapitalised: boolean;
}

/** Sentences and notes whose works are remembered. */
const MAX_REMEMBERED = 5000;
const LEADING_ARTICLE = /^(?:the|an?|der|die|das|le|la|les|il|el)\s/;

/** Everything that an essay can cite, found by how essays name it. */
export class Works {
  readonly #byKey = new Map<string, Work>();
  readonly #byName = new Map<string, Work[]>();
  readonly #byTitle = new Map<string, Work[]>();
  readonly #ambiguous: ReadonlySet<string>;
  readonly #named = new Map<string, readonly Work[]>();

  constructor({ items, files }: Library) {
    const sources = files.flatMap((file) => file.sources);
    this.#ambiguous = new Set(
      sources.filter(({ resolution }) => resolution.kind === 'ambiguous').map(({ id }) => id),
    );
    const aboutItem = new Map<string, string[]>();
    for (const { id, resolution } of sources) {
      for (const item of itemsOf(resolution)) aboutItem.set(item.id, [...(aboutItem.get(item.id) ?? []), id]);
    }
    for (const item of items.values()) this.#add(workOfItem(item, aboutItem.get(item.id) ?? []));
    for (const source of sources) if (source.resolution.kind !== 'matched') this.#add(workOfSource(source));
  }

  /** The work of a citekey; undefined if nothing has it. */
  withKey(citekey: string): Work | undefined {
    return this.#byKey.get(citekey);
  }

  /** Whether several works could be the one that notes are about. */
  isAmbiguous(sourceId: string): boolean {
    return this.#ambiguous.has(sourceId);
  }

  /**
   * The works that a text names: by surname and, where several works fit, by title, by year, or by all of their authors.
   * Several are left where nothing tells them apart; none where nobody that we know is named.
   */
  namedIn(text: string): readonly Work[] {
    const known = this.#named.get(text);
    if (known) return known;
    if (this.#named.size >= MAX_REMEMBERED) this.#named.clear();
    const named = this.#worksNamedIn(text);
    this.#named.set(text, named);
    return named;
  }

  #worksNamedIn(text: string): readonly Work[] {
    const words = wordsOf(text);
    const folded = ` ${words.map((word) => word.folded).join(' ')} `;
    const named = new Set<Work>();
    for (const { folded: word, isCapitalised } of words) {
      if (isCapitalised) for (const work of this.#byName.get(word) ?? []) named.add(work);
    }
    const hasTitle = ({ title }: Work) => title !== '' && folded.includes(` ${title} `);
    if (named.size === 0) {
      const byTitle = words.flatMap((word) => (this.#byTitle.get(word.folded) ?? []).filter(hasTitle));
      return [...new Set(byTitle)].filter(({ title }) => title.includes(' '));
    }
    const begun = titlesBegunIn(text);
    const tests: readonly ((work: Work) => boolean)[] = [
      hasTitle,
      ({ title }) => begun.some((words) => `${title} `.startsWith(`${words} `)),
      ({ year }) => year !== undefined && folded.includes(` ${year} `),
      ({ names }) => names.slice(0, 3).every((name) => folded.includes(` ${name} `)),
    ];
    return tests.reduce<readonly Work[]>(
      (left, test) => {
        const passed = left.filter(test);
        return left.length > 1 && passed.length > 0 ? passed : left;
      },
      [...named],
    );
  }

  #add(work: Work): void {
    this.#byKey.set(work.id, work);
    for (const name of work.names) push(this.#byName, name.slice(name.lastIndexOf(' ') + 1), work);
    if (work.title !== '') push(this.#byTitle, work.title.split(' ')[0] ?? '', work);
  }
}

/** The works that notes are or may be about. */
function itemsOf(resolution: LibrarySource['resolution']): readonly CslItem[] {
  if (resolution.kind === 'matched') return [resolution.item];
  return resolution.kind === 'ambiguous' ? resolution.candidates : [];
}

function push(map: Map<string, Work[]>, key: string, work: Work): void {
  const list = map.get(key);
  if (list) list.push(work);
  else map.set(key, [work]);
}

function workOfItem(item: CslItem, sources: readonly string[]): Work {
  const { title = '', 'title-short': short } = item;
  const year = issuedYear(item);
  return {
    id: item.id,
    item,
    sources: new Set(sources),
    names: creators(item).map((name) => foldWords(surname(name)).join(' ')),
    title: foldTitle(plainCslText(short ?? title.split(/:\s/)[0] ?? '')),
    ...(year && { year }),
  };
}

function workOfSource({ id, notes }: LibrarySource): Work {
  const people =
    notes.authors.length > 0 ? notes.authors : notes.label.split(/,\s|;\s|\s(?:and|und|et|y|&)\s/);
  return {
    id,
    sources: new Set([id]),
    names: people.flatMap((name) => foldWords(name).slice(-1)),
    title: foldTitle(notes.title?.split(/:\s/)[0] ?? ''),
    ...(notes.year && { year: notes.year }),
  };
}

/**
 * What could be the title in a citation, folded, in quotation marks or between a comma and the page: MLA tells works of one
 * author apart by their titles' first words.
 */
const titlesBegunIn = (text: string): readonly string[] =>
  [...text.matchAll(/["“]([^"“”]{2,100})["”]|,\s+(\p{Lu}[^,;()\d]{1,100}?)(?=,?\s+(?:pp?\.\s*)?\d|\s*$)/gu)]
    .map(([, quoted, plain]) => foldTitle(quoted ?? plain ?? ''))
    .filter((words) => words !== '');

const foldTitle = (title: string) => foldWords(title).join(' ').replace(LEADING_ARTICLE, '');

function wordsOf(text: string): readonly NamedWord[] {
  return (text.match(/[\p{L}\p{N}\p{M}]+(?:['’ʼ`´][\p{L}\p{M}]+)*/gu) ?? []).map((word) => ({
    folded: foldWords(word)[0] ?? '',
    isCapitalised: !/^\p{Ll}/u.test(word),
  }));
}
