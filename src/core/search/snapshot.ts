import type { Steps } from '../util/steps';
import type { LiveSegment } from './library';
import type { SearchableArgument } from './searchableArgument';
import type { Segment, SegmentFile } from './segment';
import { checksumSteps, copySteps } from '../util/bytes';
import { Vocabulary } from './vocabulary';

/**
 * What a snapshot holds: one segment, and for each of its files what the host knew the file by (its size and time, or a
 * hash), so that changes made meanwhile are seen.
 */
export interface Snapshot {
  readonly segment: Segment;
  readonly fingerprints: ReadonlyMap<string, string>;
}

/** To be raised whenever the layout, the tokenizer, the stemmers or the field weights change. */
const version = 3;
const magic = 0x504e534d;
const prefixWords = 4;
const alignment = 8;
const encodedAtOnce = 500;

interface Header {
  readonly files: readonly (SegmentFile & { readonly fingerprint: string })[];
  readonly size: number;
  readonly totalLength: number;
  /** Bytes of each section, in the order of `sectionsOf`. */
  readonly sections: readonly number[];
}

/**
 * The bytes of a snapshot: magic, version, checksum and length of the header as 32-bit numbers of this machine's byte
 * order, a JSON header, then the segment's arrays, each aligned so that it can be used where it lies. Arguments are
 * JSON and decoded one by one when they are asked for. Files without a fingerprint are taken as changed next time.
 * With breaks.
 */
export function* encodeSnapshotSteps(
  { segment }: LiveSegment,
  fingerprints: ReadonlyMap<string, string>,
): Steps<Uint8Array> {
  const sections = yield* sectionsOf(segment);
  const header: Header = {
    files: segment.files
      .filter(({ count }) => count > 0)
      .map((file) => ({ ...file, fingerprint: fingerprints.get(file.file) ?? '' })),
    size: segment.size,
    totalLength: segment.totalLength,
    sections: sections.map(({ byteLength }) => byteLength),
  };
  const headerBytes = new TextEncoder().encode(JSON.stringify(header));
  let length = aligned(4 * prefixWords + headerBytes.length);
  for (const { byteLength } of sections) length = aligned(length + byteLength);
  const bytes = new Uint8Array(length);
  bytes.set(headerBytes, 4 * prefixWords);
  let at = aligned(4 * prefixWords + headerBytes.length);
  for (const section of sections) {
    yield* copySteps(bytes, new Uint8Array(section.buffer, section.byteOffset, section.byteLength), at);
    at = aligned(at + section.byteLength);
  }
  const prefix = new Uint32Array(bytes.buffer, 0, prefixWords);
  prefix.set([magic, version, 0, headerBytes.length]);
  prefix[2] = yield* checksumSteps(bytes, 3);
  return bytes;
}

/** Undefined for anything but an undamaged snapshot of this version: the index is then built anew. */
export function* decodeSnapshotSteps(stored: Uint8Array): Steps<Snapshot | undefined> {
  try {
    return yield* decoded(stored);
  } catch {
    return undefined;
  }
}

function* decoded(stored: Uint8Array): Steps<Snapshot | undefined> {
  if (stored.length < 4 * prefixWords || stored.length % alignment !== 0) return undefined;
  const bytes = stored.byteOffset % alignment === 0 ? stored : stored.slice();
  const [foundMagic, foundVersion, sum, headerLength = 0] = new Uint32Array(
    bytes.buffer,
    bytes.byteOffset,
    prefixWords,
  );
  if (foundMagic !== magic || foundVersion !== version || sum !== (yield* checksumSteps(bytes, 3)))
    return undefined;
  const headerEnd = 4 * prefixWords + headerLength;
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4 * prefixWords, headerEnd))) as Header;
  let at = bytes.byteOffset + aligned(headerEnd);
  let section = 0;
  const next = (): readonly [ArrayBufferLike, number, number] => {
    const length = header.sections[section++] ?? 0;
    const place = at;
    at = aligned(at + length);
    return [bytes.buffer, place, length];
  };
  const words32 = () => {
    const [buffer, place, length] = next();
    return new Uint32Array(buffer, place, length / 4);
  };
  const units16 = () => {
    const [buffer, place, length] = next();
    return new Uint16Array(buffer, place, length / 2);
  };
  const bytes8 = () => new Uint8Array(...next());
  const segment = {
    files: header.files,
    size: header.size,
    totalLength: header.totalLength,
    stems: new Vocabulary(units16(), words32()),
    postingStarts: words32(),
    postingArguments: words32(),
    postingWeights: bytes8(),
    stemWritings: bytes8(),
    lengths: floats(next()),
    words: new Vocabulary(units16(), words32()),
    wordStems: words32(),
    argumentAt: storedArguments(words32(), bytes8()),
  };
  return { segment, fingerprints: new Map(header.files.map(({ file, fingerprint }) => [file, fingerprint])) };
}

/** In the order in which `decoded` takes them up. */
function* sectionsOf(
  segment: Segment,
): Steps<readonly (Uint8Array | Uint16Array | Uint32Array | Float32Array)[]> {
  const encoder = new TextEncoder();
  const args: Uint8Array[] = [];
  for (let i = 0; i < segment.size; i++) {
    args.push(encoder.encode(JSON.stringify(segment.argumentAt(i))));
    if (i % encodedAtOnce === 0) yield;
  }
  const starts = new Uint32Array(args.length + 1);
  args.forEach(({ length }, i) => (starts[i + 1] = (starts[i] ?? 0) + length));
  const texts = new Uint8Array(starts[args.length] ?? 0);
  for (let i = 0; i < args.length; i++) {
    texts.set(args[i] ?? [], starts[i]);
    if (i % (10 * encodedAtOnce) === 0) yield;
  }
  return [
    segment.stems.units,
    segment.stems.starts,
    segment.postingStarts,
    segment.postingArguments,
    segment.postingWeights,
    segment.stemWritings,
    segment.lengths,
    segment.words.units,
    segment.words.starts,
    segment.wordStems,
    starts,
    texts,
  ];
}

function floats([buffer, place, length]: readonly [ArrayBufferLike, number, number]): Float32Array {
  return new Float32Array(buffer, place, length / 4);
}

function storedArguments(starts: Uint32Array, texts: Uint8Array): Segment['argumentAt'] {
  const decoder = new TextDecoder();
  return (argument) => {
    const [start, end] = [starts[argument], starts[argument + 1]];
    if (start === undefined || end === undefined)
      throw new RangeError(`The snapshot holds no argument ${argument}`);
    return JSON.parse(decoder.decode(texts.subarray(start, end))) as SearchableArgument;
  };
}

const aligned = (length: number): number => Math.ceil(length / alignment) * alignment;
