import type { Logger } from '../util/logger';
import type { ArgumentIndex } from './argumentIndex';

/** Where the host keeps the snapshot between sessions. `write` replaces it as a whole or leaves the old one. */
export interface SnapshotStorage {
  /** Undefined when there is none. */
  read(): Promise<Uint8Array | undefined>;
  write(snapshot: Uint8Array): Promise<void>;
}

/**
 * Fills `index` with what was stored and returns the fingerprint that each file then had; empty when nothing usable was
 * stored. The host updates the files whose fingerprint has changed and removes those that are gone.
 */
export async function restore(
  index: ArgumentIndex,
  storage: SnapshotStorage,
  logger: Logger,
): Promise<ReadonlyMap<string, string>> {
  try {
    const stored = await storage.read();
    if (!stored) return new Map();
    const fingerprints = index.attach(stored);
    if (!fingerprints) logger.info('The stored index was of no use and is built anew');
    return fingerprints ?? new Map();
  } catch (error) {
    logger.warn(`The stored index could not be read: ${String(error)}`);
    return new Map();
  }
}

/** Stores `index`. A failure costs only time at the next start, so it is logged and nothing more. */
export async function store(
  index: ArgumentIndex,
  fingerprints: ReadonlyMap<string, string>,
  storage: SnapshotStorage,
  logger: Logger,
): Promise<void> {
  try {
    await storage.write(index.snapshot(fingerprints));
  } catch (error) {
    logger.warn(`The index could not be stored: ${String(error)}`);
  }
}
