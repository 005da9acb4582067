import type { Citation, CitationForm } from '../../citation/citation';
import type { CslItem } from '../../citation/cslItem';

/** A citation as Marginalia wrote it: a footnote, or brackets in the sentence, or what came of converting one. */
export interface WrittenNote {
  /** Of `[^1]`; empty for an inline note and in the sentence. */
  readonly label: string;
  /** The note's whole text, or what stands in the sentence. */
  readonly text: string;
  readonly citation: Citation;
  /** Of a citation in the sentence: the words before it, as `leadOf` gives them. */
  readonly lead?: string;
  /** What it was before it was converted. */
  readonly origin?: CitationOrigin;
}

/** What stood in the essay before citations that stand side by side were converted. Kept with the first of them. */
export interface CitationOrigin {
  readonly form: CitationForm;
  /** With `[^]` for each mark. */
  readonly text: string;
  /** The labels of those marks. */
  readonly labels: readonly string[];
  /** What has stood right before and after the converted citations since. */
  readonly before: string;
  readonly after: string;
  /** How many they are. */
  readonly count: number;
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

const isIbid = (text: string) => /^[(*]*ibid\b/i.test(text);

/** The newest of them, if all cite the same. */
function agreed([first, ...others]: readonly WrittenNote[]): WrittenNote | undefined {
  return first && others.every(({ citation }) => isSame(citation, first.citation)) ? first : undefined;
}

/** Looks notes up in the snapshot that is most like the essay as it stands: after an undo that is an older one. */
export class NoteMemory {
  readonly #closest: readonly WrittenNote[];
  readonly #all: readonly WrittenNote[];
  readonly #snapshots: readonly (readonly WrittenNote[])[];

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
    this.#snapshots = record.snapshots;
    this.#all = record.snapshots.flat().filter(({ lead }) => lead === undefined);
  }

  /** The note that was written with this text, under this label or, where that leaves no doubt, under any. */
  find(label: string, text: string): WrittenNote | undefined {
    const own = this.#closest.find(
      (note) => note.lead === undefined && note.label === label && note.text === text,
    );
    // "Ibid." means another work wherever it stands.
    if (own || isIbid(text)) return own;
    return agreed(this.#all.filter((note) => note.text === text));
  }

  /** The citation that was written into a sentence with this text, behind these words or, where that leaves no doubt, anywhere. */
  findInSentence(text: string, lead: string): WrittenNote | undefined {
    const inSentence = (note: WrittenNote) => note.lead !== undefined && note.text === text;
    for (const snapshot of this.#snapshots) {
      const here = snapshot.filter((note) => inSentence(note) && note.lead === lead);
      if (here.length > 0) return agreed(here);
    }
    return isIbid(text) ? undefined : agreed(this.#snapshots.flat().filter(inSentence));
  }

  /** The texts of citations in sentences that end with these brackets and begin before them, with an author's name. */
  textsEndingWith(brackets: string): readonly string[] {
    const texts = this.#snapshots.flat().flatMap(({ text, lead }) => (lead === undefined ? [] : text));
    return [...new Set(texts)].filter((text) => text.length > brackets.length && text.endsWith(brackets));
  }
}
