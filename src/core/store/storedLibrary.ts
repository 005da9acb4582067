import type { CslItem } from '../citation/cslItem';
import type { BibliographyContent } from '../fileContents';
import type { NotesFileContent } from '../notes/notesFile';
import type { Argument, NotesOutline } from '../notes/outline';
import type { KeptResolution } from '../sourceResolver';
import { finish, type Steps } from '../util/steps';
import type { JsonWriter } from './storedJson';
import { JsonReader, type StoredList } from './storedJson';

/** A file as it was read, and the fingerprint that it had then. */
export interface Kept<T> {
  readonly uri: string;
  readonly fingerprint: string;
  readonly content: T;
}

/** A notes file that was read. */
export interface KeptNotes extends Kept<NotesFileContent> {
  /** What its sources were found to be, in their order. */
  readonly resolutions: readonly KeptResolution[];
}

/** What is kept of the files from one session to the next. */
export interface KeptFiles {
  /** What the sources were resolved by: while it is the same, the resolutions hold. */
  readonly resolvedBy: string;
  readonly notes: readonly KeptNotes[];
  readonly bibliographies: readonly Kept<BibliographyContent>[];
}

interface StoredNotes {
  readonly uri: string;
  readonly fingerprint: string;
  readonly sources: NotesFileContent['sources'];
  readonly problems: NotesFileContent['problems'];
  readonly argumentCount: number;
  readonly resolutions: readonly KeptResolution[];
  /** The outline without its arguments. */
  readonly outline: readonly [number, number];
  readonly arguments: StoredList;
}

interface StoredBibliography {
  readonly uri: string;
  readonly fingerprint: string;
  readonly content: Omit<BibliographyContent, 'items'>;
  readonly items: StoredList;
}

/** The table of contents of the body. */
export interface StoredTable {
  readonly resolvedBy: string;
  readonly notes: readonly StoredNotes[];
  readonly bibliographies: readonly StoredBibliography[];
}

/** Writes the files' contents into `body`. */
export function* storeFiles(
  { resolvedBy, notes, bibliographies }: KeptFiles,
  body: JsonWriter,
): Steps<StoredTable> {
  const table = { resolvedBy, notes: [] as StoredNotes[], bibliographies: [] as StoredBibliography[] };
  for (const { content, ...kept } of notes) {
    const { sources, problems, argumentCount } = content;
    const { arguments: all, ...rest } = content.decode ? yield* content.decode() : content.outline();
    const outline = body.value(rest);
    table.notes.push({
      ...kept,
      sources,
      problems,
      argumentCount,
      outline,
      arguments: yield* body.list(all),
    });
    yield;
  }
  for (const { uri, fingerprint, content } of bibliographies) {
    const { items, ...rest } = content;
    table.bibliographies.push({ uri, fingerprint, content: rest, items: yield* body.list(items) });
  }
  return table;
}

/** Takes the files up again; of notes, nothing is decoded before it is asked for. */
export function* takeFiles(
  { resolvedBy, notes, bibliographies }: StoredTable,
  bytes: Uint8Array,
): Steps<KeptFiles> {
  const body = new JsonReader(bytes);
  const kept: Kept<BibliographyContent>[] = [];
  for (const { uri, fingerprint, content, items } of bibliographies) {
    kept.push({ uri, fingerprint, content: { ...content, items: yield* body.list<CslItem>(items) } });
  }
  const keptNotes = notes.map(({ uri, fingerprint, resolutions, ...stored }): KeptNotes => {
    return { uri, fingerprint, resolutions, content: contentOf(stored, body) };
  });
  return { resolvedBy, notes: keptNotes, bibliographies: kept };
}

function contentOf(
  stored: Omit<StoredNotes, keyof Kept<unknown> | 'resolutions'>,
  body: JsonReader,
): NotesFileContent {
  const { sources, problems, argumentCount } = stored;
  let decoded: NotesOutline | undefined;
  function* decode(): Steps<NotesOutline> {
    if (decoded) return decoded;
    const rest = body.value<Omit<NotesOutline, 'arguments'>>(...stored.outline);
    return (decoded = { ...rest, arguments: yield* body.list<Argument>(stored.arguments) });
  }
  return { sources, problems, argumentCount, outline: () => decoded ?? finish(decode()), decode };
}
