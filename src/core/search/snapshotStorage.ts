/** Where the host keeps a snapshot between sessions. `write` replaces it as a whole or leaves the old one. */
export interface SnapshotStorage {
  /** Undefined when there is none. */
  read(): Promise<Uint8Array | undefined>;
  write(snapshot: Uint8Array): Promise<void>;
}
