/** A stem that may stand for another, and how well, from 0 to 1. */
export interface RelatedStem {
  readonly stem: string;
  readonly weight: number;
}

const magic = 0x3248544d;
const headerBytes = 20;
const person = 255;

/**
 * English words that may stand for each other: synonyms, word families and near neighbours by WordNet 3.1,
 * between Porter2 stems, weighed by how usual the shared sense is; how common a word is in running text; and the direction of
 * each usual word in a space where words of similar meaning lie near each other.
 *
 * The table is little-endian: five 32-bit numbers (magic, stems, links, bytes of text, dimensions), the links' targets (16 bits
 * each), their weights in hundredths (8 bits), the number of links of each stem (8 bits), how common each stem is
 * (16 log2(1 + occurrences), 8 bits; 255 for a person’s name), whether each has a direction (8 bits), the directions (4 bits
 * a coordinate, with 8 added), and the stems in order, separated by line feeds.
 */
export class Thesaurus {
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #stems: readonly string[];
  readonly #targets: Uint16Array;
  readonly #weights: Uint8Array;
  readonly #starts: Uint32Array;
  readonly #commonness: Uint8Array;
  readonly #directions: Uint8Array;
  /** Which of the directions is a stem's; −1 for none. */
  readonly #directionOf: Int32Array;
  readonly #dimensions: number;

  /** @throws RangeError when `table` is not such a table */
  constructor(table: Uint8Array) {
    const bytes = table.slice();
    const header = new Uint32Array(bytes.buffer, 0, headerBytes / 4);
    const [found, stems = 0, links = 0, text = 0, dimensions = 0] = header;
    const flagsStart = headerBytes + 3 * links + 2 * stems;
    const flags = bytes.subarray(flagsStart, flagsStart + stems);
    let placed = 0;
    this.#directionOf = Int32Array.from(flags, (flag) => (flag === 1 ? placed++ : -1));
    const textStart = flagsStart + stems + (placed * dimensions) / 2;
    if (found !== magic || bytes.length !== textStart + text)
      throw new RangeError('Not a table of the thesaurus');
    this.#dimensions = dimensions;
    this.#directions = bytes.subarray(flagsStart + stems, textStart);
    this.#targets = new Uint16Array(bytes.buffer, headerBytes, links);
    this.#weights = new Uint8Array(bytes.buffer, headerBytes + 2 * links, links);
    const counts = bytes.subarray(headerBytes + 3 * links, headerBytes + 3 * links + stems);
    this.#commonness = bytes.subarray(headerBytes + 3 * links + stems, flagsStart);
    this.#starts = new Uint32Array(stems + 1);
    counts.forEach((count, stem) => (this.#starts[stem + 1] = (this.#starts[stem] ?? 0) + count));
    this.#stems = new TextDecoder('latin1').decode(bytes.subarray(textStart)).split('\n');
    this.#numbers = new Map(this.#stems.map((stem, number) => [stem, number]));
  }

  relatedTo(stem: string): RelatedStem[] {
    const number = this.#numbers.get(stem);
    if (number === undefined) return [];
    const related: RelatedStem[] = [];
    const end = this.#starts[number + 1] ?? 0;
    for (let i = this.#starts[number] ?? 0; i < end; i++)
      related.push({ stem: this.#stems[this.#targets[i] ?? 0] ?? '', weight: (this.#weights[i] ?? 0) / 100 });
    return related;
  }

  /** Where a word lies in the space of words, as numbers that only their proportions count of; undefined for an unusual word. */
  directionOf(stem: string): Int8Array | undefined {
    const number = this.#directionOf[this.#numbers.get(stem) ?? -1] ?? -1;
    if (number < 0) return undefined;
    const direction = new Int8Array(this.#dimensions);
    const start = (number * this.#dimensions) / 2;
    for (let i = 0; i < direction.length; i += 2) {
      const pair = this.#directions[start + i / 2] ?? 0;
      direction[i] = (pair & 15) - 8;
      direction[i + 1] = (pair >> 4) - 8;
    }
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
