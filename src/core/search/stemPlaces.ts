import type { LiveSegment } from './library';
import { writtenAsName } from './segment';

/** Numbers that are remembered for all stems together. */
const REMEMBERED = 400_000;
const MOST_STEMS = 50_000;

/** Where one stem stands in all segments of the library. */
export interface StemPlaces {
  /** In how many arguments; those that are buried still count until the next merge. */
  readonly containing: number;
  /** Whether the notes write it with a capital inside their sentences, and never without. */
  readonly isName: boolean;
  /** For each segment, where its postings begin and where they end: the same number twice where it has none. */
  readonly ranges: Uint32Array;
}

/** Looks stems up in segments, each once: a query asks for the same stem again and again, for every segment. */
export class StemDirectory {
  readonly #segments: readonly LiveSegment[];
  readonly #known = new Map<string, StemPlaces>();
  readonly #most: number;
  #lookedUp = 0;

  constructor(segments: readonly LiveSegment[]) {
    this.#segments = segments;
    this.#most = Math.min(MOST_STEMS, Math.ceil(REMEMBERED / Math.max(1, segments.length)));
  }

  /** Number of look-ups in a segment's vocabulary so far. */
  get lookedUp(): number {
    return this.#lookedUp;
  }

  placesOf(stem: string): StemPlaces {
    const known = this.#known.get(stem);
    if (known) return known;
    const places = this.#find(stem);
    if (this.#known.size >= this.#most) this.#known.clear();
    this.#known.set(stem, places);
    return places;
  }

  #find(stem: string): StemPlaces {
    const ranges = new Uint32Array(2 * this.#segments.length);
    let containing = 0;
    let writings = 0;
    this.#segments.forEach(({ segment }, at) => {
      this.#lookedUp++;
      const number = segment.stems.find(stem);
      if (number < 0) return;
      const start = segment.postingStarts[number] ?? 0;
      const end = segment.postingStarts[number + 1] ?? 0;
      ranges[2 * at] = start;
      ranges[2 * at + 1] = end;
      containing += end - start;
      writings |= segment.stemWritings[number] ?? 0;
    });
    return { containing, isName: writings === writtenAsName, ranges };
  }
}
