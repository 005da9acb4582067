// Reduces the table of countries (the package world-countries) to groups of words for the same state.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const countries = createRequire(import.meta.url)('world-countries');
const isWord = (name) => /^\p{L}{4,}$/u.test(name ?? '');
/** Capitals whose name means something else at least as often. */
const ambiguous = new Set([
  'Rome',
  'Georgetown',
  'Kingston',
  'Stanley',
  'Hamilton',
  'Victoria',
  'Douglas',
  'Settlement',
]);

/** For each independent state `[[its name and its people], [its capitals]]`, single words in lower case only. */
export function nameGroups() {
  return countries
    .filter(({ independent }) => independent)
    .map(({ name, demonyms, capital }) => [
      [name.common, ...Object.values(demonyms?.eng ?? {})].filter(isWord),
      capital.filter((city) => isWord(city) && !ambiguous.has(city)),
    ])
    .map((group) => group.map((words) => [...new Set(words.map((word) => word.toLowerCase()))]))
    .filter(([names, seats]) => names.length > 1 || (names.length > 0 && seats.length > 0));
}

/** The same for what today's countries don't tell. */
export function historicalNames() {
  const file = new URL('../src/core/search/historicalNames.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')).map(({ names, seats }) => [names, seats]);
}
