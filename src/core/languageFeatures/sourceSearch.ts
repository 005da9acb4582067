import Fuse from 'fuse.js';
import type { CslItem } from '../citation/cslItem';
import { creators, issuedYear, plainTitle, surname } from '../citation/cslText';

/** A work of the bibliographies as it is looked for. */
interface Entry {
  readonly item: CslItem;
  /** Key, authors, title and year, in lower case and without accents. */
  readonly text: string;
}

/** How far words may be from what was typed, as fuse.js counts: 0 is exact. */
const MAX_DISTANCE = 0.3;

/** Finds works by pieces of their key, authors, title or year, in any order and with a typing error. */
export class SourceSearch {
  readonly #entries: readonly Entry[];
  #fuse: Fuse<Entry> | undefined;

  constructor(items: Iterable<CslItem>) {
    this.#entries = Array.from(items, (item) => ({
      item,
      text: folded(
        [item.id, ...creators(item).map(surname), plainTitle(item) ?? '', issuedYear(item) ?? ''].join(' '),
      ),
    }));
  }

  /** The best works first; those in `preferred` come before others that fit as well. Without a query all of them do. */
  find(query: string, preferred: ReadonlySet<string>, limit: number): readonly CslItem[] {
    const words = folded(query).split(' ').filter(Boolean);
    const exact = this.#entries.filter(({ text }) => words.every((word) => text.includes(word)));
    const found = [...exact];
    if (found.length < limit && words.length > 0) {
      this.#fuse ??= new Fuse(this.#entries, {
        keys: ['text'],
        threshold: MAX_DISTANCE,
        ignoreLocation: true,
        useExtendedSearch: true,
      });
      const near = this.#fuse.search(words.join(' '), { limit });
      found.push(...near.map(({ item }) => item).filter((entry) => !exact.includes(entry)));
    }
    const rank = new Map(
      found.map((entry, index) => [entry, this.#rank(entry, words, index, exact.length, preferred)]),
    );
    return found
      .sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0))
      .slice(0, limit)
      .map(({ item }) => item);
  }

  /** Lower is better: exact before near, sources of the essay before others, words that begin alike before others. */
  #rank(
    { item, text }: Entry,
    words: readonly string[],
    index: number,
    exact: number,
    preferred: ReadonlySet<string>,
  ): number {
    const begins = words.every((word) => ` ${text}`.includes(` ${word}`));
    const classes = (index < exact ? 0 : 4) + (preferred.has(item.id) ? 0 : 2) + (begins ? 0 : 1);
    return classes * 1e6 + index;
  }
}

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
