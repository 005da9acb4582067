// Reads wordVectors.bin, which makeWordVectors.mjs makes: the numbers of stems, of dimensions and of bytes of text (32 bits each,
// little-endian); the stems' vectors, packed; the stems, separated by line feeds.
import { readFileSync } from 'node:fs';

const file = new URL('wordVectors.bin', import.meta.url);

/** The packed vector of each stem that has one, and how many dimensions they have. */
export function readWordVectors() {
  const bytes = readFileSync(file);
  const [count, dimensions, textLength] = [0, 4, 8].map((at) => bytes.readUInt32LE(at));
  const width = Math.ceil(dimensions / 4);
  const start = 12;
  const text = bytes.subarray(start + count * width, start + count * width + textLength);
  const stems = text.toString('latin1').split('\n');
  const vectors = new Map(
    stems.map((stem, i) => [stem, bytes.subarray(start + i * width, start + (i + 1) * width)]),
  );
  return { dimensions, vectors };
}
