import type { Steps } from '../../util/steps';
import type { Clipping } from './kindleClippings';

/** So many places, pages or locations, share a drawer of the index. */
const places = 16;

/** No highlight reaches over more drawers, and so many clippings of each are compared, the next ones of the file. */
const mostDrawers = 8;
const mostCompared = 200;

/** Highlights that were made again further on in the file: a later one of the same place holds them or is held by them. */
export function* redoneHighlights(clippings: readonly Clipping[]): Steps<ReadonlySet<Clipping>> {
  const redone = new Set<Clipping>();
  /** The highlights of each book that stand further on, by where they stand in the book, the last one first. */
  const books = new Map<string, Map<number, Clipping[]>>();
  for (let index = clippings.length - 1; index >= 0; index--) {
    if (index % 16 === 0) yield;
    const clipping = clippings[index];
    if (clipping?.kind !== 'highlight' || !clipping.extent) continue;
    const drawers = books.get(clipping.heading) ?? new Map<number, Clipping[]>();
    books.set(clipping.heading, drawers);
    const first = Math.floor(clipping.extent.first / places);
    const last = Math.min(Math.floor(clipping.extent.last / places), first + mostDrawers);
    for (let place = first; place <= last; place++) {
      const drawer = drawers.get(place) ?? [];
      drawers.set(place, drawer);
      if (drawer.slice(-mostCompared).some((later) => isSameMark(clipping, later))) redone.add(clipping);
      drawer.push(clipping);
    }
  }
  return redone;
}

function isSameMark(earlier: Clipping, later: Clipping): boolean {
  return (
    overlap(earlier, later) &&
    (later.text.includes(earlier.text) ||
      earlier.text.includes(later.text) ||
      shareEdge(earlier.text, later.text))
  );
}

function overlap(a: Clipping, b: Clipping): boolean {
  if (!a.extent || !b.extent) return false;
  return a.extent.first <= b.extent.last && b.extent.first <= a.extent.last;
}

/** Whether two highlights begin or end with the same words: one was dragged further than the other. */
function shareEdge(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length, 40);
  return length >= 15 && (a.slice(0, length) === b.slice(0, length) || a.slice(-length) === b.slice(-length));
}
