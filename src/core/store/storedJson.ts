import type { Steps } from '../util/steps';

/** A list as JSON, in pieces that are decoded one at a time: offsets at which they begin and end. */
export type StoredList = readonly number[];

const ENTRIES_AT_ONCE = 250;

/** Collects JSON for a file's body. */
export class JsonWriter {
  readonly #encoder = new TextEncoder();
  readonly pieces: Uint8Array[] = [];
  length = 0;

  *list(values: readonly unknown[]): Steps<StoredList> {
    const places: number[] = [];
    for (let start = 0; start < values.length; start += ENTRIES_AT_ONCE) {
      places.push(...this.value(values.slice(start, start + ENTRIES_AT_ONCE)));
      yield;
    }
    return places;
  }

  value(value: unknown): [start: number, end: number] {
    const piece = this.#encoder.encode(JSON.stringify(value));
    this.pieces.push(piece);
    return [this.length, (this.length += piece.length)];
  }
}

/** Takes up again what a `JsonWriter` has written. What it gives is trusted: the body's checksum has been compared. */
export class JsonReader {
  readonly #decoder = new TextDecoder();
  readonly #body: Uint8Array;

  constructor(body: Uint8Array) {
    this.#body = body;
  }

  *list<T>(places: StoredList): Steps<readonly T[]> {
    const values: T[] = [];
    for (let i = 0; i < places.length; i += 2) {
      values.push(...this.value<readonly T[]>(places[i] ?? 0, places[i + 1] ?? 0));
      yield;
    }
    return values;
  }

  value<T>(start: number, end: number): T {
    return JSON.parse(this.#decoder.decode(this.#body.subarray(start, end))) as T;
  }
}
