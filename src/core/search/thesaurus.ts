import { finish, type Steps } from '../util/steps';

/** A stem that may stand for another, and how well, from 0 to 1. */
export interface RelatedStem {
  readonly stem: string;
  readonly weight: number;
}

const magic = 0x3448544d;
const headerBytes = 24;
const person = 255;
const weightLevels = 16;
/** Stems that are taken up without a pause. */
const AT_ONCE = 1000;

/**
 * English words that may stand for each other: synonyms, word families and near neighbours by WordNet 3.1,
 * between Porter2 stems, weighed by how usual the shared sense is; how common a word is in running text; and the direction of
 * each usual word in a space where words that keep the same company in running text lie near each other.
 *
 * The table is little-endian: six 32-bit numbers (magic, stems, links, bytes of the links’ targets, bytes of text, dimensions),
 * the number of links of each stem (8 bits), how common each stem is (16 log2(1 + occurrences), 8 bits; 255 for a person’s name),
 * whether each has a direction (8 bits), the links’ weights (in sixteenths, less one; 4 bits, the lower half of a byte first),
 * their targets, the directions, and the stems, separated by line feeds. The targets of a stem ascend; stored are the steps
 * between them, seven bits a byte, the lowest first, where all but the last byte of a step have 128 added. A coordinate of a
 * direction is −3, −1, 1 or 3, stored as 0 to 3 in two bits, the first coordinate the lowest.
 */
export class Thesaurus {
  readonly #numbers = new Map<string, number>();
  readonly #stems: readonly string[];
  /** Where the links of each stem begin, among all links and in the bytes of their targets. */
  readonly #starts: Uint32Array;
  readonly #targetStarts: Uint32Array;
  readonly #weights: Uint8Array;
  readonly #targets: Uint8Array;
  readonly #commonness: Uint8Array;
  readonly #directions: Uint8Array;
  /** Which of the directions is a stem's; −1 for none. */
  readonly #directionOf: Int32Array;
  readonly #dimensions: number;

  private constructor(table: Uint8Array) {
    const bytes = table.slice();
    const [found, stems = 0, links = 0, targetBytes = 0, textBytes = 0, dimensions = 0] =
      bytes.length < headerBytes ? [] : new Uint32Array(bytes.buffer, 0, headerBytes / 4);
    if (found !== magic) throw new RangeError('Not a table of the thesaurus');
    let at = headerBytes;
    const next = (length: number) => bytes.subarray(at, (at += length));
    this.#starts = new Uint32Array(stems + 1);
    this.#starts.set(next(stems), 1);
    this.#commonness = next(stems);
    this.#directionOf = new Int32Array(stems);
    this.#directionOf.set(next(stems));
    this.#weights = next(Math.ceil(links / 2));
    this.#targets = next(targetBytes);
    this.#dimensions = dimensions;
    const directions = this.#directionOf.reduce((sum, flag) => sum + flag, 0);
    this.#directions = next(directions * Math.ceil(dimensions / 4));
    const text = next(textBytes);
    if (bytes.length !== at) throw new RangeError('Not a table of the thesaurus');
    this.#targetStarts = new Uint32Array(stems);
    this.#stems = new TextDecoder('latin1').decode(text).split('\n');
  }

  /** @throws RangeError when `table` is not such a table */
  static *steps(table: Uint8Array): Steps<Thesaurus> {
    const thesaurus = new Thesaurus(table);
    yield;
    yield* thesaurus.#takeUp();
    return thesaurus;
  }

  /** @throws RangeError when `table` is not such a table */
  static read(table: Uint8Array): Thesaurus {
    return finish(Thesaurus.steps(table));
  }

  /** Finds out where each stem's own part of the table begins. */
  *#takeUp(): Steps<void> {
    let target = 0;
    let directions = 0;
    for (let stem = 0; stem < this.#commonness.length; stem++) {
      if (stem % AT_ONCE === 0) yield;
      this.#numbers.set(this.#stems[stem] ?? '', stem);
      this.#directionOf[stem] = this.#directionOf[stem] === 1 ? directions++ : -1;
      const count = this.#starts[stem + 1] ?? 0;
      this.#starts[stem + 1] = (this.#starts[stem] ?? 0) + count;
      this.#targetStarts[stem] = target;
      for (let link = 0; link < count; target++) if ((this.#targets[target] ?? 0) < 128) link++;
    }
  }

  relatedTo(stem: string): RelatedStem[] {
    const number = this.#numbers.get(stem);
    if (number === undefined) return [];
    const related: RelatedStem[] = [];
    const end = this.#starts[number + 1] ?? 0;
    let at = this.#targetStarts[number] ?? 0;
    let target = 0;
    for (let link = this.#starts[number] ?? 0; link < end; link++) {
      for (let shift = 0, more = true; more; shift += 7) {
        const byte = this.#targets[at++] ?? 0;
        target += (byte & 127) << shift;
        more = byte >= 128;
      }
      const level = ((this.#weights[link >> 1] ?? 0) >> (4 * (link & 1))) & 15;
      related.push({ stem: this.#stems[target] ?? '', weight: (level + 1) / weightLevels });
    }
    return related;
  }

  /** Where a word lies in the space of words, as numbers that only their proportions count of; undefined for an unusual word. */
  directionOf(stem: string): Int8Array | undefined {
    const number = this.#directionOf[this.#numbers.get(stem) ?? -1] ?? -1;
    if (number < 0) return undefined;
    const direction = new Int8Array(this.#dimensions);
    const start = number * Math.ceil(this.#dimensions / 4);
    for (let i = 0; i < direction.length; i++)
      direction[i] = 2 * (((this.#directions[start + (i >> 2)] ?? 0) >> (2 * (i & 3))) & 3) - 3;
    return direction;
  }

  /** 0 for a word not met in running text, about 1 for the most common ones; undefined for an unknown word. */
  commonness(stem: string): number | undefined {
    const number = this.#numbers.get(stem);
    return number === undefined ? undefined : (this.#commonness[number] ?? 0) / 192;
  }

  isPerson(stem: string): boolean {
    return this.#commonness[this.#numbers.get(stem) ?? -1] === person;
  }
}
