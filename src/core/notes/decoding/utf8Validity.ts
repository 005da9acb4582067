/** How well bytes keep to UTF-8. */
export interface Utf8Validity {
  /** Number of well-formed sequences of two bytes or more. */
  readonly good: number;
  /** Number of bytes that belong to no well-formed sequence. */
  readonly bad: number;
  /** Offset of the first bad byte; -1 if there is none. */
  readonly firstBad: number;
}

/** Counts the well-formed sequences and the bad bytes of `bytes`, after the table in RFC 3629, section 4. */
export function utf8Validity(bytes: Uint8Array): Utf8Validity {
  let good = 0;
  let bad = 0;
  let firstBad = -1;
  for (let index = 0; index < bytes.length;) {
    const lead = bytes[index] ?? 0;
    if (lead < 0x80) {
      index++;
      continue;
    }
    const length = sequenceLength(bytes, index, lead);
    if (length > 0) {
      good++;
      index += length;
    } else {
      if (firstBad < 0) firstBad = index;
      bad++;
      index++;
    }
  }
  return { good, bad, firstBad };
}

/** Length of the well-formed sequence at `index`; 0 if there is none. */
function sequenceLength(bytes: Uint8Array, index: number, lead: number): number {
  const length =
    lead >= 0xf0 && lead <= 0xf4 ? 4 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xc2 && lead < 0xe0 ? 2 : 0;
  const second = bytes[index + 1] ?? 0;
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (length === 0 || second < low || second > high) return 0;
  for (let offset = 2; offset < length; offset++)
    if (((bytes[index + offset] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}
