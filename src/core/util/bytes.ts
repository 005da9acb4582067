import type { Steps } from './steps';

const WORDS_AT_ONCE = 500_000;
const BYTES_AT_ONCE = 4_000_000;

/**
 * FNV-1a over 32-bit words: fast, and it notices what a torn write leaves.
 * @param bytes aligned to 4 bytes, as many as a multiple of 4
 * @param from the first word that counts
 */
export function* checksumSteps(bytes: Uint8Array, from = 0): Steps<number> {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  let sum = 0x811c9dc5 ^ words.length;
  for (let start = from; start < words.length; start += WORDS_AT_ONCE) {
    const end = Math.min(words.length, start + WORDS_AT_ONCE);
    for (let i = start; i < end; i++) sum = Math.imul(sum ^ (words[i] ?? 0), 0x01000193);
    yield;
  }
  return sum >>> 0;
}

/** Copies `source` into `target` at an offset. */
export function* copySteps(target: Uint8Array, source: Uint8Array, at: number): Steps<void> {
  for (let start = 0; start < source.length; start += BYTES_AT_ONCE) {
    target.set(source.subarray(start, start + BYTES_AT_ONCE), at + start);
    yield;
  }
}
