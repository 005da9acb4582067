import { inOrder } from './termOrder';

/** Terms whose numbers are remembered. */
const REMEMBERED = 20_000;

/**
 * A sorted list of distinct strings in two typed arrays, so that a snapshot attaches to it without parsing. Sorted by
 * UTF-16 units; a term's number is its place in the list.
 */
export class Vocabulary {
  /** The terms' UTF-16 units, one after the other. */
  readonly units: Uint16Array;
  /** Where each term starts in `units`, and where the last one ends. */
  readonly starts: Uint32Array;
  /** What was looked up lately: a keystroke asks for the same words again and again. */
  readonly #found = new Map<string, number>();

  constructor(units: Uint16Array, starts: Uint32Array) {
    this.units = units;
    this.starts = starts;
  }

  /** @param terms distinct strings @param order their places in the order of `Array.prototype.sort()` */
  static of(terms: readonly string[], order: Uint32Array = inOrder(terms)): Vocabulary {
    const starts = new Uint32Array(terms.length + 1);
    let length = 0;
    for (let i = 0; i < order.length; i++) starts[i + 1] = length += terms[order[i] ?? 0]?.length ?? 0;
    const units = new Uint16Array(length);
    let at = 0;
    for (let i = 0; i < order.length; i++) {
      const term = terms[order[i] ?? 0] ?? '';
      for (let unit = 0; unit < term.length; unit++) units[at++] = term.charCodeAt(unit);
    }
    return new Vocabulary(units, starts);
  }

  get size(): number {
    return this.starts.length - 1;
  }

  at(term: number): string {
    const [start, end] = this.#bounds(term);
    let text = '';
    for (let i = start; i < end; i++) text += String.fromCharCode(this.units[i] ?? 0);
    return text;
  }

  lengthOf(term: number): number {
    const [start, end] = this.#bounds(term);
    return end - start;
  }

  /** The number of `term`, or -1. */
  find(term: string): number {
    const known = this.#found.get(term);
    if (known !== undefined) return known;
    const place = this.#lowerBound(term, false);
    const found = place < this.size && this.#compare(place, term) === 0 ? place : -1;
    if (this.#found.size >= REMEMBERED) this.#found.clear();
    this.#found.set(term, found);
    return found;
  }

  /** The terms that begin with `prefix`: from the first number up to, and not including, the second. */
  startingWith(prefix: string): readonly [number, number] {
    return [this.#lowerBound(prefix, false), this.#lowerBound(prefix, true)];
  }

  #bounds(term: number): [number, number] {
    return [this.starts[term] ?? 0, this.starts[term + 1] ?? 0];
  }

  /** The first term that is not before `text`; with `past`, the first that is after everything beginning with it. */
  #lowerBound(text: string, past: boolean): number {
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >> 1;
      const order = this.#compare(middle, text);
      if (order < 0 || (past && (order === 0 || order === 2))) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** -1 before `text`, 0 equal, 1 after, 2 after because it only goes on where `text` ends. */
  #compare(term: number, text: string): -1 | 0 | 1 | 2 {
    const [start, end] = this.#bounds(term);
    const shared = Math.min(end - start, text.length);
    for (let i = 0; i < shared; i++) {
      const difference = (this.units[start + i] ?? 0) - text.charCodeAt(i);
      if (difference !== 0) return difference < 0 ? -1 : 1;
    }
    if (end - start === text.length) return 0;
    return end - start < text.length ? -1 : 2;
  }
}
