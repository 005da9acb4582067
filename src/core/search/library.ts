import { finish, type Steps } from '../util/steps';
import type { Language } from './language';
import { lengthNorms } from './ranking';
import { mergeSegments } from './segmentMerge';
import type { SearchableArgument } from './searchableArgument';
import type { Segment } from './segment';
import { StemDirectory, type StemPlaces } from './stemPlaces';

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

/** Length norms are worked out anew when the average length has changed by this share. */
const toleratedDrift = 0.01;
/** So many segments of similar size become one. */
const tierWidth = 16;
/** At rest there are no more segments than these: each of them costs every query. */
const restingSegments = 4;
/** How often it is tried again to merge everything while files are replaced. */
const mostAttempts = 4;
/** Merging that many arguments takes a few milliseconds and needs no slices. */
const mergedAtOnce = 800;

const liveCount = ({ buried }: LiveSegment) => buried.reduce((count, gone) => count + 1 - gone, 0);

/** The segments whose size lies within the same power of `tierWidth`, where there are that many; or a mostly buried one. */
function mergeable(segments: readonly LiveSegment[]): readonly LiveSegment[] {
  const tiers = new Map<number, LiveSegment[]>();
  for (const live of segments) {
    const count = liveCount(live);
    if (count * 2 < live.segment.size) return [live];
    const tier = Math.floor(Math.log(count) / Math.log(tierWidth));
    tiers.set(tier, [...(tiers.get(tier) ?? []), live]);
  }
  return [...tiers.values()].find((tier) => tier.length >= tierWidth)?.slice(0, tierWidth) ?? [];
}

/** The smallest ones of too many segments at rest; one that is far larger than they are together stays as it is. */
function excess(segments: readonly LiveSegment[]): readonly LiveSegment[] {
  if (segments.length <= restingSegments) return [];
  const chosen = new Set<LiveSegment>();
  let together = 0;
  for (const live of [...segments].sort((a, b) => a.segment.size - b.segment.size)) {
    if (chosen.size >= 2 && live.segment.size > 2 * together) break;
    chosen.add(live);
    together += live.segment.size;
  }
  return segments.filter((live) => chosen.has(live));
}

function smallTier(segments: readonly LiveSegment[]): readonly LiveSegment[] {
  const small = segments.filter(({ segment }) => segment.size <= mergedAtOnce / tierWidth);
  return small.length >= tierWidth ? small : [];
}

function mergeAll(library: Library, parts: readonly LiveSegment[]): void {
  if (parts.length === 0) return;
  const slices = library.mergeParts(parts);
  while (!slices.next().done);
}

/** All segments together. Replacing or removing a file costs as much as the file. */
export class Library {
  #segments: readonly LiveSegment[] = [];
  /** The files that are there: one that is new costs no search for what it brought in before. */
  readonly #files = new Set<string>();
  readonly #norms = new Map<LiveSegment, { readonly averageLength: number; readonly norms: Float32Array }>();
  #version = 0;
  #stems = new StemDirectory([]);
  #mainLanguage: Language | undefined;
  #size = 0;
  #totalLength = 0;

  get segments(): readonly LiveSegment[] {
    return this.#segments;
  }

  /** Grows with every change, so that what was worked out from the library can be forgotten. */
  get version(): number {
    return this.#version;
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
    return (this.#mainLanguage ??= this.#countLanguages());
  }

  #countLanguages(): Language {
    const counts = new Map<Language, number>();
    for (const { segment } of this.#segments)
      for (const { language, count } of segment.files)
        counts.set(language, (counts.get(language) ?? 0) + count);
    const [most] = [...counts].sort((a, b) => b[1] - a[1]);
    return most?.[0] ?? 'en';
  }

  add(segment: Segment): void {
    if (segment.size === 0) return;
    for (const { file } of segment.files) this.#files.add(file);
    this.#segments = [...this.#segments, { segment, buried: new Uint8Array(segment.size) }];
    this.#size += segment.size;
    this.#totalLength += segment.totalLength;
    this.#changed();
    mergeAll(this, smallTier(this.#segments));
  }

  /** Takes out everything that `file` brought in. */
  remove(file: string): void {
    if (!this.#files.delete(file)) return;
    for (const live of this.#segments)
      for (const entry of live.segment.files)
        if (entry.file === file) this.#bury(live, entry.first, entry.count);
    this.#replace(this.#segments.filter(({ buried }) => buried.includes(0)));
  }

  /**
   * Merges segments of similar size, and those of which most is buried, until few are left; yields between slices of a few
   * milliseconds. Everything stays searchable meanwhile, and files may be replaced.
   */
  *merge(): Steps<void> {
    for (let parts = mergeable(this.#segments); parts.length > 0; parts = mergeable(this.#segments))
      yield* this.mergeParts(parts);
  }

  /** The same, until the library is as quick as it has to be at rest. */
  *settle(): Steps<void> {
    yield* this.merge();
    for (let parts = excess(this.#segments); parts.length > 0; parts = excess(this.#segments))
      yield* this.mergeParts(parts);
  }

  /** Merges all segments into one. */
  compact(): void {
    finish(this.compactSteps());
  }

  /** The same, with breaks. Says whether there was one segment at the end: files may be replaced meanwhile. */
  *compactSteps(): Steps<boolean> {
    const isCompact = () =>
      this.#segments.length < 2 && !this.#segments.some(({ buried }) => buried.includes(1));
    for (let attempt = 0; attempt < mostAttempts && !isCompact(); attempt++) {
      yield* this.merge();
      yield* this.mergeParts(this.#segments);
    }
    return isCompact();
  }

  *mergeParts(parts: readonly LiveSegment[]): Steps<void> {
    const before = parts.map(({ buried }) => buried.slice());
    const frozen = parts.map(({ segment }, i) => ({ segment, buried: before[i] ?? new Uint8Array(0) }));
    const segment = yield* mergeSegments(frozen);
    // Whoever compacted meanwhile has merged these parts already.
    if (parts.some((part) => !this.#segments.includes(part) && part.buried.includes(0))) return;
    const merged = { segment, buried: new Uint8Array(segment.size) };
    let next = 0;
    parts.forEach(({ buried }, part) => {
      for (let argument = 0; argument < buried.length; argument++) {
        if (before[part]?.[argument]) continue;
        if (buried[argument]) merged.buried[next] = 1;
        next++;
      }
    });
    const kept = this.#segments.filter((live) => !parts.includes(live));
    this.#replace(segment.size > 0 ? [merged, ...kept] : kept);
  }

  /** Where `stem` stands. */
  placesOf(stem: string): StemPlaces {
    return this.#stems.placesOf(stem);
  }

  /** In how many arguments `stem` stands; those that are buried still count until the next merge. */
  containing(stem: string): number {
    return this.placesOf(stem).containing;
  }

  /** The stems that the notes cut short with a full stop, by their first two letters. */
  get cutShort(): ReadonlyMap<string, ReadonlySet<string>> {
    return this.#stems.cutShort;
  }

  /** Whether the notes write `stem` with a capital inside their sentences, and never without. */
  isName(stem: string): boolean {
    return this.placesOf(stem).isName;
  }

  argumentAt(place: Place): SearchableArgument {
    return place.segment.segment.argumentAt(place.argument);
  }

  /** BM25's length norms of a segment's arguments. */
  normsOf(live: LiveSegment): Float32Array {
    const known = this.#norms.get(live);
    if (known && Math.abs(known.averageLength / this.averageLength - 1) < toleratedDrift) return known.norms;
    const norms = lengthNorms(live.segment.lengths, this.averageLength);
    this.#norms.set(live, { averageLength: this.averageLength, norms });
    return norms;
  }

  #replace(segments: readonly LiveSegment[]): void {
    this.#segments = segments;
    for (const live of this.#norms.keys()) if (!segments.includes(live)) this.#norms.delete(live);
    this.#changed();
  }

  #changed(): void {
    this.#version++;
    this.#stems = new StemDirectory(this.#segments);
    this.#mainLanguage = undefined;
  }

  /** The files that are there, in no particular order. */
  files(): string[] {
    return [...this.#files];
  }

  /** About `count` arguments from all over the library, or all when there are few. */
  sample(count: number): Place[] {
    const step = Math.max(1, Math.floor(this.#size / count));
    const places: Place[] = [];
    let argument = 0;
    for (const segment of this.#segments) {
      const { length } = segment.buried;
      for (; argument < length; argument += step)
        if (!segment.buried[argument]) places.push({ segment, argument });
      argument -= length;
    }
    return places;
  }

  /** Every argument that is there. */
  *places(): Generator<Place> {
    for (const segment of this.#segments)
      for (let argument = 0; argument < segment.buried.length; argument++)
        if (!segment.buried[argument]) yield { segment, argument };
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
