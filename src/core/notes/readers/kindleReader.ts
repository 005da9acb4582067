import type { Steps } from '../../util/steps';
import type { NotesBlock, NotesReading } from '../blocks';
import type { NotesText } from '../notesText';
import type { NotesProblem, SkippedLines } from '../outline';
import { readClippings, type Clipping } from './kindleClippings';
import { redoneHighlights } from './kindleRedone';
import { phrase } from '../../util/localize';

/** Reads Kindle's `My Clippings.txt`: every book is a source, every highlight a quotation, a note belongs to its highlight. */
export function* readKindle(notes: NotesText): Steps<NotesReading> {
  const problems: NotesProblem[] = [];
  const skipped: SkippedLines[] = [];
  const clippings = yield* readClippings(notes, problems, skipped);
  const redone = yield* redoneHighlights(clippings);
  const blocks: NotesBlock[] = [];
  let book: string | undefined;
  const placed = yield* attachNotes(clippings.filter((clipping) => !redone.has(clipping)));
  for (const clipping of redone)
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

/** Notes are put to highlights that end at most so many places, pages or locations, behind them. */
const farthestEnd = 50;

/** Puts each note right behind the highlight that ends where the note was made, be it before or after it in the file. */
function* attachNotes(
  clippings: readonly Clipping[],
): Steps<{ readonly clipping: Clipping; readonly depth: number }[]> {
  const books = new Map<string, Map<number, Clipping>>();
  for (const [index, clipping] of clippings.entries()) {
    if (index % 32 === 0) yield;
    if (clipping.kind !== 'highlight' || !clipping.extent) continue;
    const { first, last } = clipping.extent;
    const byPlace = books.get(clipping.heading) ?? new Map<number, Clipping>();
    books.set(clipping.heading, byPlace);
    for (let place = Math.max(first, last - farthestEnd); place <= last; place++)
      byPlace.set(place, clipping);
  }
  const notesOf = new Map<Clipping, Clipping[]>();
  const attached = new Set<Clipping>();
  for (const note of clippings) {
    const highlight =
      note.kind === 'note' && note.extent ? books.get(note.heading)?.get(note.extent.last) : undefined;
    if (!highlight) continue;
    attached.add(note);
    notesOf.set(highlight, [...(notesOf.get(highlight) ?? []), note]);
  }
  yield;
  return clippings
    .filter((clipping) => !attached.has(clipping))
    .flatMap((clipping) => [
      { clipping, depth: 0 },
      ...(notesOf.get(clipping) ?? []).map((note) => ({ clipping: note, depth: 1 })),
    ]);
}
