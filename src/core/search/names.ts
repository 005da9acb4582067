import countries from 'generated:names';
import { fold } from './fold';
import historical from './historicalNames.json';
import { stemOf } from './language';
import type { RelatedStem } from './thesaurus';

/** Names of one state or power that historians use for each other, and the places that stand for its government. */
interface NameGroup {
  readonly names: readonly string[];
  readonly seats: readonly string[];
}

/** How well a word of the same group stands for another. */
const sameName = 0.9;
const seatForName = 0.6;

const related = new Map<string, Map<string, number>>();

function relate(a: string, b: string, weight: number): void {
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const) {
    if (a === b) continue;
    const links = related.get(from) ?? new Map<string, number>();
    links.set(to, Math.max(weight, links.get(to) ?? 0));
    related.set(from, links);
  }
}

/** What today's countries don't tell comes first; a word may stand in several groups. */
const groups: readonly NameGroup[] = [
  ...historical,
  ...countries.map(([names, seats]) => ({ names, seats })),
];
for (const group of groups) {
  const names = group.names.map((name) => stemOf(name, 'en'));
  const seats = group.seats.map((seat) => stemOf(seat, 'en'));
  for (const name of names) {
    for (const other of names) relate(name, other, sameName);
    for (const seat of seats) relate(name, seat, seatForName);
  }
  for (const seat of seats) for (const other of seats) relate(seat, other, seatForName);
}

/** Other names of the same state, people or power. */
export function otherNames(stem: string): RelatedStem[] {
  return Array.from(related.get(stem) ?? [], ([other, weight]) => ({ stem: other, weight }));
}

/** Whether a word is the name of a state, a people or a power however it is written. */
export function isKnownName(stem: string): boolean {
  return related.has(stem);
}

/** Names of several words that are looked up as one, without inner spaces: their words by themselves mislead. */
const joined: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'united states of america': 'us',
    'united states': 'us',
    'soviet union': 'soviet',
    'united nations': 'un',
    'united kingdom': 'britain',
    'great britain': 'britain',
    'white house': 'whitehouse',
    'downing street': 'downingstreet',
    'holy see': 'vatican',
    'world war i': 'wwi',
    'world war one': 'wwi',
    'first world war': 'wwi',
    'great war': 'wwi',
    'world war ii': 'wwii',
    'world war two': 'wwii',
    'second world war': 'wwii',
  }),
);
const firstWords = new Set([...joined.keys()].map((name) => name.split(' ')[0]));
const mostWords = 4;

/**
 * The name of several words that begins at `words[from]`: what it is looked up as, and of how many words it consists.
 *
 * @param first the first of its words, folded
 */
export function joinedName(
  words: readonly { readonly text: string }[],
  from: number,
  first: string,
): { readonly name: string; readonly words: number } | undefined {
  if (!firstWords.has(first)) return undefined;
  for (let count = mostWords; count >= 2; count--) {
    const name = joined.get(
      words
        .slice(from, from + count)
        .map(({ text }) => fold(text))
        .join(' '),
    );
    if (name !== undefined) return { name, words: count };
  }
  return undefined;
}
