import { LibraryIndex } from '../../src/core/libraryIndex';
import { encodeLibrary } from '../../src/core/store/libraryBytes';
import { finish } from '../../src/core/util/steps';
import { zubokNotes } from '../unit/core/search/zubokNotes';

/** What is kept of a small library between sessions: the index's bytes, and all of it under `key`. */
export function keptLibrary(): {
  readonly index: Uint8Array;
  readonly library: Uint8Array;
  readonly key: string;
} {
  const arguments_ = new LibraryIndex();
  arguments_.update('zubok.txt', zubokNotes);
  const index = arguments_.snapshot(new Map([['zubok.txt', '1']]));
  const key = 'readers 1';
  const files = { resolvedBy: '', notes: [], bibliographies: [] };
  return { index, library: finish(encodeLibrary({ files, index }, key)), key };
}
