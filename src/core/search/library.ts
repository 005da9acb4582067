import type { Language } from './language';
import type { SearchableArgument } from './searchableArgument';
import { writtenAsName, type Segment } from './segment';

/** A segment and which of its arguments have been replaced since it was built. */
export interface LiveSegment {
  readonly segment: Segment;
  /** 1 for each argument that is gone. */
  readonly buried: Uint8Array;
}

/** Where an argument lives: its segment and its number there. */
export interface Place {
  readonly segment: LiveSegment;
  readonly argument: number;
}

/** All segments together. Replacing or removing a file costs as much as the file. */
export class Library {
  #segments: readonly LiveSegment[] = [];
  #size = 0;
  #totalLength = 0;

  get segments(): readonly LiveSegment[] {
    return this.#segments;
  }

  /** Number of arguments that are there. */
  get size(): number {
    return this.#size;
  }

  get averageLength(): number {
    return this.#size > 0 ? Math.max(1, this.#totalLength / this.#size) : 1;
  }

  /** The language of most arguments. */
  get mainLanguage(): Language {
    const counts = new Map<Language, number>();
    for (const { segment } of this.#segments)
      for (const { language, count } of segment.files)
        counts.set(language, (counts.get(language) ?? 0) + count);
    const [most] = [...counts].sort((a, b) => b[1] - a[1]);
    return most?.[0] ?? 'en';
  }

  add(segment: Segment): void {
    if (segment.size === 0) return;
    this.#segments = [...this.#segments, { segment, buried: new Uint8Array(segment.size) }];
    this.#size += segment.size;
    this.#totalLength += segment.totalLength;
  }

  /** Takes out everything that `file` brought in. */
  remove(file: string): void {
    for (const live of this.#segments)
      for (const entry of live.segment.files)
        if (entry.file === file) this.#bury(live, entry.first, entry.count);
    this.#segments = this.#segments.filter(({ buried }) => buried.includes(0));
  }

  /** In how many arguments `stem` stands; those that are buried still count until the next merge. */
  containing(stem: string): number {
    let containing = 0;
    for (const { segment } of this.#segments) {
      const number = segment.stems.find(stem);
      if (number >= 0)
        containing += (segment.postingStarts[number + 1] ?? 0) - (segment.postingStarts[number] ?? 0);
    }
    return containing;
  }

  /** Whether the notes write `stem` with a capital inside their sentences, and never without. */
  isName(stem: string): boolean {
    let writings = 0;
    for (const { segment } of this.#segments) {
      const number = segment.stems.find(stem);
      if (number >= 0) writings |= segment.stemWritings[number] ?? 0;
    }
    return writings === writtenAsName;
  }

  argumentAt(place: Place): SearchableArgument {
    return place.segment.segment.argumentAt(place.argument);
  }

  #bury({ segment, buried }: LiveSegment, first: number, count: number): void {
    for (let argument = first; argument < first + count; argument++) {
      if (buried[argument]) continue;
      buried[argument] = 1;
      this.#size--;
      this.#totalLength -= segment.lengths[argument] ?? 0;
    }
  }
}
