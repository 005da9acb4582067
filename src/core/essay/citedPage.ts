import type { LibraryArgument } from '../notes/libraryArgument';
import type { PlacedCite } from './citedPlaces';
import { placesOverlap } from './pages';

/** The citations of an argument's source, of those that cover a sentence. */
export function citesOf({ source }: LibraryArgument, cites: readonly PlacedCite[]): readonly PlacedCite[] {
  return cites.filter(({ works }) => works.some((work) => work.sources.has(source.id)));
}

/** Which page citations of an argument's source give; undefined if they, or the notes, give none. */
export function pageCited(
  { argument: { locator } }: LibraryArgument,
  cites: readonly PlacedCite[],
): 'its own' | 'another' | undefined {
  if (!locator || cites.length === 0) return undefined;
  const overlaps = cites.map((cite) => cite.locator && placesOverlap(cite.locator, locator));
  if (overlaps.includes(true)) return 'its own';
  return overlaps.every((overlap) => overlap === false) ? 'another' : undefined;
}
