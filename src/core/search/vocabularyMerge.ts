import type { Steps } from '../util/steps';
import { Vocabulary } from './vocabulary';

/** Several vocabularies as one. */
export interface MergedVocabulary {
  readonly vocabulary: Vocabulary;
  /** For each part, the new number of each of its terms. */
  readonly newNumbers: readonly Uint32Array[];
  /** Where the parts that hold each term begin in `holders`; their numbers ascend. */
  readonly holderStarts: Uint32Array;
  readonly holders: Uint16Array;
  /** The number of the term in each of them. */
  readonly oldNumbers: Uint32Array;
}

const termsPerSlice = 2000;
/** Twice so many units of a term, of 8 bits each, make a number that is compared first. */
const halfKey = 3;
const widestUnit = 255;

/** Merges sorted lists of terms without making strings of them. Yields between slices of work. */
export function* mergeVocabularies(parts: readonly Vocabulary[]): Steps<MergedVocabulary> {
  const most = parts.reduce((sum, { size }) => sum + size, 0);
  const units = new Uint16Array(parts.reduce((sum, part) => sum + part.units.length, 0));
  const starts = new Uint32Array(most + 1);
  const newNumbers = parts.map(({ size }) => new Uint32Array(size));
  const holderStarts = new Uint32Array(most + 1);
  const holders = new Uint16Array(most);
  const oldNumbers = new Uint32Array(most);
  const places = new Uint32Array(parts.length);
  const keys = Float64Array.from(parts, (part) => keyOf(part, 0));
  /** The parts whose next term is the least. */
  const first = new Uint16Array(parts.length);
  let terms = 0;
  let held = 0;
  let end = 0;
  for (;;) {
    let least = Infinity;
    for (let p = 0; p < keys.length; p++) if ((keys[p] ?? 0) < least) least = keys[p] ?? 0;
    if (least === Infinity) break;
    let count = 0;
    for (let p = 0; p < keys.length; p++) {
      if (keys[p] !== least) continue;
      const order = count > 0 ? compareNext(parts, places, p, first[0] ?? 0) : 0;
      if (order > 0) continue;
      if (order < 0) count = 0;
      first[count++] = p;
    }
    for (let i = 0; i < count; i++) {
      const p = first[i] ?? 0;
      const part = parts[p];
      const place = places[p] ?? 0;
      const numbers = newNumbers[p];
      if (!part || !numbers) continue;
      if (i === 0)
        for (let at = part.starts[place] ?? 0; at < (part.starts[place + 1] ?? 0); at++)
          units[end++] = part.units[at] ?? 0;
      numbers[place] = terms;
      holders[held] = p;
      oldNumbers[held++] = place;
      places[p] = place + 1;
      keys[p] = keyOf(part, place + 1);
    }
    starts[++terms] = end;
    holderStarts[terms] = held;
    if (terms % termsPerSlice === 0) yield;
  }
  const vocabulary = new Vocabulary(units.slice(0, end), starts.slice(0, terms + 1));
  return { vocabulary, newNumbers, holderStarts, holders, oldNumbers };
}

/** A number that orders terms by how they begin: where two have the same one, they must be compared in full. */
function keyOf({ size, units, starts }: Vocabulary, term: number): number {
  if (term >= size) return Infinity;
  const start = starts[term] ?? 0;
  const end = starts[term + 1] ?? 0;
  let upper = 0;
  let lower = 0;
  for (let i = 0, at = start; i < halfKey; i++, at++) {
    const first = at < end ? (units[at] ?? 0) : 0;
    const second = at + halfKey < end ? (units[at + halfKey] ?? 0) : 0;
    if (first >= widestUnit || second >= widestUnit) return keyOfWide(units.subarray(start, end));
    upper = (upper << 8) | first;
    lower = (lower << 8) | second;
  }
  return upper * 0x1000000 + lower;
}

/** The same for a term with units of more than 8 bits: what follows the first of them does not count. */
function keyOfWide(units: Uint16Array): number {
  let key = 0;
  let isWide = false;
  for (let i = 0; i < 2 * halfKey; i++) {
    const unit: number = isWide ? 0 : Math.min(widestUnit, units[i] ?? 0);
    isWide ||= unit === widestUnit;
    key = key * (widestUnit + 1) + unit;
  }
  return key;
}

/** The order of the next terms of two parts, by UTF-16 units. */
function compareNext(parts: readonly Vocabulary[], places: Uint32Array, p: number, q: number): number {
  const [a, b] = [parts[p], parts[q]];
  if (!a || !b) return 0;
  const [inA, inB] = [places[p] ?? 0, places[q] ?? 0];
  const [startA, startB] = [a.starts[inA] ?? 0, b.starts[inB] ?? 0];
  const lengthA = (a.starts[inA + 1] ?? 0) - startA;
  const lengthB = (b.starts[inB + 1] ?? 0) - startB;
  for (let i = 0; i < lengthA && i < lengthB; i++) {
    const difference = (a.units[startA + i] ?? 0) - (b.units[startB + i] ?? 0);
    if (difference !== 0) return difference;
  }
  return lengthA - lengthB;
}
