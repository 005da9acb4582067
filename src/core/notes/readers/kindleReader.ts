import type { Steps } from '../../util/steps';
import type { NotesBlock, NotesReading } from '../blocks';
import type { NotesText } from '../notesText';
import type { NotesProblem, SkippedLines } from '../outline';
import { readClippings, type Clipping } from './kindleClippings';
import { phrase } from '../../util/localize';

/** Reads Kindle's `My Clippings.txt`: every book is a source, every highlight a quotation, a note belongs to its highlight. */
export function* readKindle(notes: NotesText): Steps<NotesReading> {
  const problems: NotesProblem[] = [];
  const skipped: SkippedLines[] = [];
  const clippings = yield* readClippings(notes, problems, skipped);
  const superseded = new Set<Clipping>();
  for (const index of clippings.keys()) {
    if (index % 16 === 0) yield;
    for (const clipping of supersededBy(clippings, index)) superseded.add(clipping);
  }
  const blocks: NotesBlock[] = [];
  let book: string | undefined;
  const placed = attachNotes(clippings.filter((clipping) => !superseded.has(clipping)));
  for (const clipping of superseded)
    skipped.push({
      line: clipping.firstLine,
      endLine: clipping.lastLine,
      reason: phrase('highlight that was made again further on'),
    });
  for (const { clipping, depth } of placed) {
    if (clipping.heading !== book) {
      book = clipping.heading;
      blocks.push({
        type: 'source',
        facts: { label: clipping.title, title: clipping.title, authors: clipping.authors },
      });
    }
    blocks.push({
      type: 'statement',
      span: clipping.span,
      depth,
      kind: clipping.kind === 'note' ? 'comment' : 'quotation',
      ...(clipping.locator && { locator: clipping.locator }),
    });
  }
  return { format: 'kindle', syntax: 'verbatim', nested: true, blocks, problems, skipped };
}

/** How many later clippings of a book are compared: a redone highlight follows closely in most files, and not always. */
const lookAhead = 200;

/** The clipping at `index` itself, if a later highlight of the same place holds it or is held by it. */
function supersededBy(clippings: readonly Clipping[], index: number): readonly Clipping[] {
  const clipping = clippings[index];
  if (!clipping || clipping.kind !== 'highlight') return [];
  for (let later = index + 1; later < clippings.length && later <= index + lookAhead; later++) {
    const other = clippings[later];
    if (
      !other ||
      other.kind !== 'highlight' ||
      other.heading !== clipping.heading ||
      !overlap(clipping, other)
    )
      continue;
    if (
      other.text.includes(clipping.text) ||
      clipping.text.includes(other.text) ||
      shareEdge(clipping.text, other.text)
    )
      return [clipping];
  }
  return [];
}

function overlap(a: Clipping, b: Clipping): boolean {
  if (!a.extent || !b.extent) return false;
  return a.extent.first <= b.extent.last && b.extent.first <= a.extent.last;
}

/** Whether two highlights begin or end with the same words: one was dragged further than the other. */
function shareEdge(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length, 40);
  return length >= 15 && (a.slice(0, length) === b.slice(0, length) || a.slice(-length) === b.slice(-length));
}

/** Puts each note right behind the highlight that ends where the note was made, be it before or after it in the file. */
function attachNotes(
  clippings: readonly Clipping[],
): { readonly clipping: Clipping; readonly depth: number }[] {
  const byEnd = new Map<string, Clipping>();
  const key = (clipping: Clipping, place: number) => `${clipping.heading}\n${String(place)}`;
  for (const clipping of clippings)
    if (clipping.kind === 'highlight' && clipping.extent)
      for (
        let place = Math.max(clipping.extent.first, clipping.extent.last - 50);
        place <= clipping.extent.last;
        place++
      )
        byEnd.set(key(clipping, place), clipping);
  const notesOf = new Map<Clipping, Clipping[]>();
  const attached = new Set<Clipping>();
  for (const note of clippings) {
    const highlight =
      note.kind === 'note' && note.extent ? byEnd.get(key(note, note.extent.last)) : undefined;
    if (!highlight) continue;
    attached.add(note);
    notesOf.set(highlight, [...(notesOf.get(highlight) ?? []), note]);
  }
  return clippings
    .filter((clipping) => !attached.has(clipping))
    .flatMap((clipping) => [
      { clipping, depth: 0 },
      ...(notesOf.get(clipping) ?? []).map((note) => ({ clipping: note, depth: 1 })),
    ]);
}
