import { Lazy } from '../util/lazy';
import type { LiveSegment } from './library';
import { writtenAsName, writtenPlain, writtenShort } from './segment';

/** Numbers that are remembered for all stems together. */
const REMEMBERED = 400_000;
const MOST_STEMS = 50_000;

/** Where one stem stands in all segments of the library. */
export interface StemPlaces {
  /** In how many arguments; those that are buried still count until the next merge. */
  readonly containing: number;
  /** Whether the notes write it with a capital inside their sentences, and never without. */
  readonly isName: boolean;
  /** Whether they ever write it without a capital. */
  readonly isPlain: boolean;
  /** For each segment, where its postings begin and where they end: the same number twice where it has none. */
  readonly ranges: Uint32Array;
}

/** Looks stems up in segments, each once: a query asks for the same stem again and again, for every segment. */
export class StemDirectory {
  readonly #segments: readonly LiveSegment[];
  readonly #known = new Map<string, StemPlaces>();
  readonly #most: number;
  readonly #cutShort = new Lazy(() => this.#findCutShort());
  #lookedUp = 0;

  constructor(segments: readonly LiveSegment[]) {
    this.#segments = segments;
    this.#most = Math.min(MOST_STEMS, Math.ceil(REMEMBERED / Math.max(1, segments.length)));
  }

  /** Number of look-ups in a segment's vocabulary so far. */
  get lookedUp(): number {
    return this.#lookedUp;
  }

  /** The stems that the notes cut short with a full stop, by their first two letters. */
  get cutShort(): ReadonlyMap<string, ReadonlySet<string>> {
    return this.#cutShort.value;
  }

  placesOf(stem: string): StemPlaces {
    const known = this.#known.get(stem);
    if (known) return known;
    const places = this.#find(stem);
    if (this.#known.size >= this.#most) this.#known.clear();
    this.#known.set(stem, places);
    return places;
  }

  #findCutShort(): Map<string, Set<string>> {
    const found = new Map<string, Set<string>>();
    for (const { segment } of this.#segments)
      segment.stemWritings.forEach((writings, stem) => {
        if ((writings & writtenShort) === 0) return;
        const short = segment.stems.at(stem);
        const opening = short.slice(0, 2);
        found.set(opening, (found.get(opening) ?? new Set()).add(short));
      });
    return found;
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
    const isPlain = (writings & writtenPlain) !== 0;
    return { containing, isName: !isPlain && (writings & writtenAsName) !== 0, isPlain, ranges };
  }
}
