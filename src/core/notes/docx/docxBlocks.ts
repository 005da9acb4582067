import type { Locator } from '../../citation/locator';
import type { NotesBlock, NotesReading, StatementBlock } from '../blocks';
import type { NotesText } from '../notesText';
import type { SkippedLines } from '../outline';
import type { TableLine } from './docxTables';
import type { DocxView } from './docxView';
import { phrase } from '../../util/localize';

/** A footnote, endnote or comment, which stands in the text view below the document. */
export interface HangingNote {
  /** The line of the paragraph that it hangs on. */
  readonly on: number;
  /** Its own line, and where its words start there. */
  readonly line: number;
  readonly lead: number;
  readonly kind: 'footnotes' | 'endnotes' | 'comments';
}

/** What hangs on a statement is a sub-point of it, and never has sub-points itself. */
const belowAll = 1000;

const place = /^(?:ibid\.?,?\s*)?(?:pp?\.|S\.|s\.|с\.)?\s*([\divxlc]{1,6}(?:\s?[-–—]\s?\d{1,4})?)\.?$/i;
/** `Voss, The Salt Archive (London, 1999), 63–5.` */
const citation =
  /^(?:(?:see|cf\.?|compare|vgl\.|siehe|voir)(?:\s+also)?\s+)?\p{Lu}.{2,300}[,)\]]\s*(?:pp?\.|S\.|с\.)?\s*(\d{1,4}(?:\s?[-–—]\s?\d{1,4})?)\.?$/iu;

/** Puts into a reading what only the document's structure tells: tables, footnotes and comments. */
export function withDocxStructure(
  reading: NotesReading,
  view: DocxView,
  notes: NotesText,
  hanging: readonly HangingNote[],
): NotesReading {
  const skipped: SkippedLines[] = [...reading.skipped];
  const blocks = withTables(reading.blocks, view, notes, skipped);
  const notesOf = new Map<number, HangingNote[]>();
  for (const note of hanging) notesOf.set(note.on, [...(notesOf.get(note.on) ?? []), note]);
  const names = namesOf(reading, notes);
  const all: NotesBlock[] = [];
  for (const block of blocks) {
    const line = lineOf(block, notes);
    const own = line === undefined ? undefined : notesOf.get(line);
    if (line !== undefined) notesOf.delete(line);
    let placed = block;
    const below: NotesBlock[] = [];
    for (const note of own ?? []) {
      const words = notes.lines[note.line]?.text.slice(note.lead) ?? '';
      const locator =
        note.kind === 'comments' || block.type !== 'statement' ? undefined : placeIn(words, names);
      if (locator === undefined)
        below.push(...asStatement(notes, note, block.type === 'statement' ? block.depth + belowAll : 0));
      else {
        if (locator !== 'other' && placed.type === 'statement') placed = { locator, ...placed };
        const reason = locator === 'other' ? phrase('footnote that cites another work') : phrase('footnote');
        skipped.push({ line: note.line, endLine: note.line, reason });
      }
    }
    all.push(placed, ...below);
  }
  for (const note of [...notesOf.values()].flat()) all.push(...asStatement(notes, note, 0));
  return { ...reading, blocks: all, skipped };
}

const lineOf = (block: NotesBlock, notes: NotesText) =>
  'span' in block ? notes.lineMap.positionAt(block.span.start).line : undefined;

/** The blocks of the tables at their places; a cue stands below the heading under which its table stands. */
function withTables(
  blocks: readonly NotesBlock[],
  view: DocxView,
  notes: NotesText,
  skipped: SkippedLines[],
): readonly NotesBlock[] {
  const tables = view.tables.filter((table) => table.length > 0);
  if (tables.length === 0) return blocks;
  const merged: NotesBlock[] = [];
  let next = 0;
  let level = 0;
  const takeTables = (before: number) => {
    for (let table = tables[next]; table && (table[0]?.line ?? 0) < before; table = tables[++next])
      merged.push(...tableBlocks(table, level + 1, notes, skipped));
  };
  // What has no place of its own goes with what follows it.
  let waiting: NotesBlock[] = [];
  for (const block of blocks) {
    const line = lineOf(block, notes);
    if (line === undefined) {
      waiting.push(block);
      continue;
    }
    takeTables(line);
    if (block.type === 'heading') level = block.level;
    merged.push(...waiting, block);
    waiting = [];
  }
  takeTables(Infinity);
  return [...merged, ...waiting];
}

function tableBlocks(
  table: readonly TableLine[],
  level: number,
  notes: NotesText,
  skipped: SkippedLines[],
): NotesBlock[] {
  const blocks: NotesBlock[] = [];
  for (const { line, role, shown, text, depth, kind, locator } of table) {
    const start = notes.lineMap.lineStart(line) + shown.length - text.length;
    const span = { start, end: start + text.length };
    if (role === 'other') skipped.push({ line, endLine: line, reason: phrase('title or page in a table') });
    else if (role === 'cue') blocks.push({ type: 'heading', level, span });
    else blocks.push({ type: 'statement', span, depth, ...(kind && { kind }), ...(locator && { locator }) });
  }
  if (table.some(({ role }) => role === 'cue')) blocks.push({ type: 'leave', level: level - 1 });
  return blocks;
}

function asStatement(notes: NotesText, note: HangingNote, depth: number): StatementBlock[] {
  const line = notes.lines[note.line];
  if (!line) return [];
  const span = { start: line.start + note.lead, end: line.end };
  return [{ type: 'statement', span, depth, ...(note.kind === 'comments' && { kind: 'comment' as const }) }];
}

/** The place that a footnote gives; `other` if it is one in a work that the notes are not about; undefined for words. */
function placeIn(words: string, names: string): Locator | 'other' | undefined {
  const bare = place.exec(words)?.[1];
  if (bare !== undefined) return isYear(bare) ? undefined : { label: 'page', value: bare };
  const [, value] = citation.exec(words) ?? [];
  if (value === undefined || isYear(value)) return undefined;
  const author = /\p{Lu}[\p{L}\p{M}'’-]+(?=,)/u.exec(words)?.[0].toLowerCase();
  return author !== undefined && names.includes(author) ? { label: 'page', value } : 'other';
}

const isYear = (value: string) => /^(?:1[4-9]|20)\d\d$/.test(value);

/** What the notes call their source, in lower case. */
function namesOf(reading: NotesReading, notes: NotesText): string {
  const [source] = reading.blocks.flatMap((block) => (block.type === 'source' ? [block.facts] : []));
  return [source?.label, source?.title, ...(source?.authors ?? []), source ? '' : notes.fileName]
    .join(' ')
    .toLowerCase();
}
