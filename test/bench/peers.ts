import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { stem } from 'porter2';
import { isStopWord } from '../../src/core/search/language';

/** A text of a collection or a corpus. */
export interface Text {
  readonly id: string;
  readonly heading: string;
  readonly body: string;
}

/** A search engine to be measured against. `find` gives ids, best first. */
export interface Peer {
  add(texts: readonly Text[]): void;
  find(query: string, how: 'sentence' | 'typing' | 'typo', limit: number): readonly string[];
}

/** One that can also replace a text and be saved. */
export interface StoredPeer extends Peer {
  replace(text: Text): void;
  /** A copy of the index as it would lie on disk. */
  save(): string;
  load(saved: string): void;
}

// The peers have a package.json of their own, so that the product's install doesn't bring them.
const require = createRequire(join(process.cwd(), 'test', 'bench', 'package.json'));

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const stemmed = (word: string): string | null => (isStopWord(word, 'en') ? null : stem(word));

interface MiniSearchLike {
  addAll(texts: readonly Text[]): void;
  search(query: string, options?: object): { id: string }[];
  replace(text: Text): void;
  toJSON(): unknown;
}
interface MiniSearchClass {
  new (options: object): MiniSearchLike;
  loadJSON(json: string, options: object): MiniSearchLike;
}

/** minisearch with Porter2 and stop words; typing uses its prefix search on the last word, typos its fuzzy search. */
export function miniSearch(): StoredPeer {
  const loaded = require('minisearch') as MiniSearchClass | { default: MiniSearchClass };
  const MiniSearch = 'default' in loaded ? loaded.default : loaded;
  const options = {
    fields: ['heading', 'body'],
    tokenize: words,
    processTerm: (word: string) => stemmed(word.toLowerCase()),
    searchOptions: { processTerm: (word: string) => stemmed(word.toLowerCase()) },
  };
  let index = new MiniSearch(options);
  return {
    add: (texts) => index.addAll(texts),
    find: (query, how, limit) => {
      const last = words(query).length - 1;
      const prefix = how === 'typing' ? (_: string, i: number) => i === last : false;
      const fuzzy = how === 'typo' ? 0.2 : false;
      return index
        .search(query, { prefix, fuzzy })
        .slice(0, limit)
        .map(({ id }) => id);
    },
    replace: (text) => index.replace(text),
    save: () => JSON.stringify(index),
    load: (saved) => {
      index = MiniSearch.loadJSON(saved, options);
    },
  };
}

interface FlexSearchDocument {
  add(text: Text): void;
  search(query: string, options: object): { result: string[] }[];
}

/** flexsearch's Document with Porter2 and stop words. */
export function flexSearch(): Peer {
  const { Document } = require('flexsearch') as { Document: new (options: object) => FlexSearchDocument };
  const make = () =>
    new Document({
      document: { id: 'id', index: ['heading', 'body'] },
      tokenize: 'forward',
      encode: (text: string) => words(text).flatMap((word) => stemmed(word) ?? []),
    });
  const index = make();
  return {
    add: (texts) => texts.forEach((text) => index.add(text)),
    find: (query, how, limit) => {
      const found = index.search(query, { limit, suggest: how !== 'typing' });
      return [...new Set(found.flatMap(({ result }) => result))].slice(0, limit);
    },
  };
}

/** SQLite's FTS5 with its Porter stemmer, ranked by bm25(). */
export function fts5(): Peer {
  const { DatabaseSync } = require('node:sqlite') as { DatabaseSync: new (path: string) => DatabaseSync };
  const database = new DatabaseSync(':memory:');
  database.exec(
    `CREATE VIRTUAL TABLE texts USING fts5(id UNINDEXED, heading, body, tokenize = 'porter unicode61')`,
  );
  database.exec(`INSERT INTO texts(texts, rank) VALUES ('automerge', 8)`);
  const insert: StatementSync = database.prepare('INSERT INTO texts (id, heading, body) VALUES (?, ?, ?)');
  const select: StatementSync = database.prepare(
    'SELECT id FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT ?',
  );
  return {
    add: (texts) => {
      database.exec('BEGIN');
      for (const { id, heading, body } of texts) insert.run(id, heading, body);
      database.exec('COMMIT');
    },
    find: (query, how, limit) => {
      const all = words(query);
      const terms = all
        .map((word, i) => ({ word, last: i === all.length - 1 }))
        .filter(({ word, last }) => !isStopWord(word, 'en') || (last && how === 'typing'))
        .map(({ word, last }) => (last && how === 'typing' ? `"${word}"*` : `"${word}"`));
      if (terms.length === 0) return [];
      return select.all(terms.join(' OR '), limit).map((row) => String(row['id']));
    },
  };
}
