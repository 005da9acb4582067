import { checksumSteps, copySteps, sealed } from '../util/bytes';
import type { Steps } from '../util/steps';
import { JsonWriter } from './storedJson';
import { type KeptFiles, storeFiles, type StoredTable, takeFiles } from './storedLibrary';

/** To be raised whenever the layout changes. */
const VERSION = 4;
const MAGIC = 0x424c474d;
const PREFIX_WORDS = 6;
const PREFIX = 4 * PREFIX_WORDS;
const ALIGNMENT = 8;

/** What a stored library holds. */
export interface StoredContents {
  readonly files: KeptFiles;
  /** The search index's own snapshot, with a checksum of its own. */
  readonly index: Uint8Array;
}

/**
 * The bytes of a library: magic, version, checksum, and the lengths of the index, of the table and of the body as 32-bit
 * numbers of this machine's byte order; the index, the table (JSON: the key and what lies where in the body), the body.
 * Each part is aligned, so that the index can be used where it lies.
 * @param key whatever must be the same for the contents to be of use: what they were made by
 */
export function* encodeLibrary({ files, index }: StoredContents, key: string): Steps<Uint8Array> {
  const body = new JsonWriter();
  const table = yield* storeFiles(files, body);
  const tableBytes = new TextEncoder().encode(JSON.stringify({ key, ...table }));
  yield;
  const tableAt = aligned(PREFIX + index.length);
  const bodyAt = aligned(tableAt + tableBytes.length);
  const bytes = new Uint8Array(aligned(bodyAt + body.length));
  yield* copySteps(bytes, index, PREFIX);
  yield* copySteps(bytes, tableBytes, tableAt);
  let at = bodyAt;
  for (const piece of body.pieces) {
    bytes.set(piece, at);
    at += piece.length;
    yield;
  }
  const prefix = new Uint32Array(bytes.buffer, 0, PREFIX_WORDS);
  prefix.set([MAGIC, VERSION, 0, index.length, tableBytes.length, body.length]);
  prefix[2] = sealed(yield* checksumSteps(bytes.subarray(tableAt)), prefix.subarray(3));
  return bytes;
}

/** Undefined for anything but an undamaged library of this version with this key: everything is then read anew. */
export function* decodeLibrary(stored: Uint8Array, key: string): Steps<StoredContents | undefined> {
  if (stored.length < PREFIX || stored.length % ALIGNMENT !== 0) return undefined;
  const bytes = stored.byteOffset % ALIGNMENT === 0 ? stored : stored.slice();
  const prefix = new Uint32Array(bytes.buffer, bytes.byteOffset, PREFIX_WORDS);
  const [magic, version, seal, indexLength = 0, tableLength = 0, bodyLength = 0] = prefix;
  const tableAt = aligned(PREFIX + indexLength);
  const bodyAt = aligned(tableAt + tableLength);
  if (magic !== MAGIC || version !== VERSION || aligned(bodyAt + bodyLength) !== bytes.length)
    return undefined;
  if (seal !== sealed(yield* checksumSteps(bytes.subarray(tableAt)), prefix.subarray(3))) return undefined;
  const { key: storedKey, ...table } = JSON.parse(
    new TextDecoder().decode(bytes.subarray(tableAt, tableAt + tableLength)),
  ) as StoredTable & { readonly key: string };
  if (storedKey !== key) return undefined;
  const files = yield* takeFiles(table, bytes.subarray(bodyAt, bodyAt + bodyLength));
  return { files, index: bytes.subarray(PREFIX, PREFIX + indexLength) };
}

const aligned = (length: number): number => Math.ceil(length / ALIGNMENT) * ALIGNMENT;
