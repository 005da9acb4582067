import { existsSync, readFileSync } from 'node:fs';
import {
  ArgumentIndex,
  Thesaurus,
  type SearchableArgument,
  type SearchMode,
} from '../../src/core/search/index';
import type { Text } from './peers';

/** How many texts make a notes file in a collection that doesn't tell. */
export const perFile = 30;

export function argumentsOf(texts: readonly Text[]): Map<string, SearchableArgument[]> {
  const files = new Map<string, SearchableArgument[]>();
  texts.forEach(({ id, heading, body }, i) => {
    const file = `file${Math.floor(i / perFile)}.md`;
    const args = files.get(file) ?? [];
    args.push({ id, file, text: body, handle: '', question: heading, source: '' });
    files.set(file, args);
  });
  return files;
}

export function ourIndex(texts: readonly Text[], withThesaurus = true): ArgumentIndex {
  const index = new ArgumentIndex({ language: 'en' });
  if (withThesaurus) index.thesaurus = thesaurus();
  for (const [file, args] of argumentsOf(texts)) index.update(file, args);
  index.compact();
  return index;
}

let loaded: Thesaurus | undefined;
export function thesaurus(): Thesaurus | undefined {
  if (!loaded && existsSync('dist/thesaurus.bin'))
    loaded = Thesaurus.read(readFileSync('dist/thesaurus.bin'));
  return loaded;
}

export function ourAnswer(index: ArgumentIndex, query: string, mode: SearchMode, limit: number): string[] {
  return index.search(query, { mode, limit }).map(({ argument }) => argument.id);
}
