import type { Steps } from './steps';

const WORDS_AT_ONCE = 500_000;
const BYTES_AT_ONCE = 4_000_000;

/**
 * MurmurHash3's 32-bit sum (Austin Appleby, public domain) of whole words. Any one changed word changes it; of other damage,
 * such as a torn write leaves, one case in 2^32 goes unnoticed.
 * @param bytes aligned to 4 bytes, as many as a multiple of 4
 * @param from the first word that counts
 */
export function* checksumSteps(bytes: Uint8Array, from = 0): Steps<number> {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  let sum = 0;
  for (let start = from; start < words.length; start += WORDS_AT_ONCE) {
    const end = Math.min(words.length, start + WORDS_AT_ONCE);
    for (let i = start; i < end; i++) sum = withWord(sum, words[i] ?? 0);
    yield;
  }
  return finished(sum ^ (4 * (words.length - from)));
}

/** A checksum that holds for these 32-bit numbers as well. */
export function sealed(sum: number, words: Uint32Array): number {
  return finished(words.reduce(withWord, sum));
}

function finished(sum: number): number {
  const half = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b);
  const whole = Math.imul(half ^ (half >>> 13), 0xc2b2ae35);
  return (whole ^ (whole >>> 16)) >>> 0;
}

function withWord(sum: number, word: number): number {
  const scattered = Math.imul(word, 0xcc9e2d51);
  const mixed = sum ^ Math.imul((scattered << 15) | (scattered >>> 17), 0x1b873593);
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0;
}

/** Copies `source` into `target` at an offset. */
export function* copySteps(target: Uint8Array, source: Uint8Array, at: number): Steps<void> {
  for (let start = 0; start < source.length; start += BYTES_AT_ONCE) {
    target.set(source.subarray(start, start + BYTES_AT_ONCE), at + start);
    yield;
  }
}
