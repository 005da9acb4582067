import type { Citation } from '../../citation/citation';
import type { CslItem } from '../../citation/cslItem';

/** A footnote as Marginalia wrote it. */
export interface WrittenNote {
  /** Of `[^1]`; empty for an inline note. */
  readonly label: string;
  /** The note's whole text. */
  readonly text: string;
  readonly citation: Citation;
  /** What stood in the sentence before the note took its place, if it was converted. */
  readonly origin?: NoteOrigin;
}

/** A stretch of the essay's text before and after a citation became a footnote. */
export interface NoteOrigin {
  readonly before: string;
  /** With `[^]` for the mark, whatever its label. */
  readonly after: string;
}

/** How the definitions of an essay's footnotes stand. */
export interface DefinitionLayout {
  /** What stands between two of them; undefined if no two stand together. */
  readonly separator?: string;
  /** The line of text that follows the last ones; undefined at the end of the essay. */
  readonly followedBy?: string;
}

/**
 * What is remembered of an essay, outside of it, so that its text needs no hidden marks: the notes that Marginalia wrote,
 * at several times, and the works as they were then.
 */
export interface NoteRecord {
  /** Newest first. */
  readonly snapshots: readonly (readonly WrittenNote[])[];
  /** Versions of the works that the notes were written from, newest first. */
  readonly works: readonly CslItem[];
  /** How the definitions of footnotes stood before they became citations. */
  readonly layout?: DefinitionLayout;
  /** The entries of the bibliography as Marginalia wrote them last. */
  readonly entries?: readonly string[];
}

/** The port to where records are kept, by the essay's uri. */
export interface NoteRecordStorage {
  read(essay: string): NoteRecord | undefined;
  write(essay: string, record: NoteRecord): Promise<void>;
}

export const emptyRecord: NoteRecord = Object.freeze({ snapshots: [], works: [] });

/** Enough for what undo can bring back. */
const MAX_SNAPSHOTS = 8;
const MAX_VERSIONS = 3;

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** `record` with the notes as they stand now, and the works that they cite. */
export function remember(
  record: NoteRecord,
  notes: readonly WrittenNote[],
  items: ReadonlyMap<string, CslItem>,
): NoteRecord {
  const citekeys = new Set(notes.flatMap(({ citation }) => citation.cites.map(({ citekey }) => citekey)));
  const current = [...citekeys].flatMap((citekey) => items.get(citekey) ?? []);
  const versions = new Map<string, CslItem[]>();
  for (const item of [...current, ...record.works]) {
    const known = versions.get(item.id) ?? [];
    if (known.length < MAX_VERSIONS && !known.some((each) => isSame(each, item))) known.push(item);
    versions.set(item.id, known);
  }
  const others = record.snapshots.filter((snapshot) => !isSame(snapshot, notes));
  return {
    ...record,
    snapshots: notes.length > 0 ? [notes, ...others].slice(0, MAX_SNAPSHOTS) : record.snapshots,
    works: [...versions.values()].flat(),
  };
}

/** Looks notes up in the snapshot that is most like the essay as it stands: after an undo that is an older one. */
export class NoteMemory {
  readonly #closest: readonly WrittenNote[];
  readonly #all: readonly WrittenNote[];

  /** @param standing the footnotes that the essay has now. */
  constructor(record: NoteRecord, standing: readonly { readonly label: string; readonly text: string }[]) {
    const present = new Set(standing.map(({ label, text }) => JSON.stringify([label, text])));
    let best = 0;
    let closest: readonly WrittenNote[] = [];
    for (const snapshot of record.snapshots) {
      const hits = snapshot.filter(({ label, text }) => present.has(JSON.stringify([label, text]))).length;
      if (hits > best) [best, closest] = [hits, snapshot];
    }
    this.#closest = closest;
    this.#all = record.snapshots.flat();
  }

  /** The note that was written with this text, under this label or, where that leaves no doubt, under any. */
  find(label: string, text: string): WrittenNote | undefined {
    const own = this.#closest.find((note) => note.label === label && note.text === text);
    // "Ibid." means another work wherever it stands.
    if (own || /^\*?ibid\b/i.test(text)) return own;
    const [first, ...others] = this.#all.filter((note) => note.text === text);
    return first && others.every(({ citation }) => isSame(citation, first.citation)) ? first : undefined;
  }
}
