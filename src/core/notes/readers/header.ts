import type { NotesBlock } from '../blocks';
import type { SkippedLines } from '../outline';
import type { NotesText } from '../notesText';
import { factOf } from './sourceFields';

export interface NotesHeader {
  readonly blocks: readonly NotesBlock[];
  readonly skipped: readonly SkippedLines[];
  /** First line after the header. */
  readonly end: number;
}

const field = /^(?:[-*]\s+)?(?:\*\*|__)?([\p{L} -]{2,24})(?:\*\*|__)?\s?::?(?:\*\*|__)?\s*(.*)$/u;
const otherFields = /^(?:date|class|course|module|name|student|professor|prof|instructor|teacher|seminar|week|due|tags?|status|type|created|modified|url|isbn|publisher|link|id)$/i;

/** Reads lines such as `Author: Kennedy` and `Course: HIST 301` at the top of notes, from line `from` on. */
export function readHeader(notes: NotesText, from: number): NotesHeader {
  const blocks: NotesBlock[] = [];
  const skipped: SkippedLines[] = [];
  let end = from;
  for (const line of notes.lines.slice(from, from + 40)) {
    if (line.text === '') continue;
    const match = line.text.length > 300 ? null : field.exec(line.text);
    const key = match?.[1]?.trim() ?? '';
    const facts = match && factOf(key, match[2] ?? '');
    if (!facts && !otherFields.test(key)) {
      if (blocks.length + skipped.length === 0 && end === from && line.number < from + 6 && notes.lines[line.number + 1]) {
        const next = notes.lines.slice(line.number + 1, line.number + 4).find(({ text }) => text !== '');
        if (next && field.test(next.text) && !line.text.endsWith('?')) continue;
      }
      break;
    }
    if (facts) blocks.push({ type: 'source', facts });
    else skipped.push({ line: line.number, endLine: line.number, reason: 'about the notes themselves' });
    end = line.number + 1;
  }
  return { blocks, skipped, end: blocks.length + skipped.length > 0 ? end : from };
}
