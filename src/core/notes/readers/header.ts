import type { NotesBlock, SourceFacts } from '../blocks';
import type { SkippedLines } from '../outline';
import type { NotesText } from '../notesText';
import { isOccasion, readSourceTitle } from '../sourceLabel';
import { factOf } from './sourceFields';
import { asksQuestion } from './words';
import { phrase } from '../../util/localize';

export interface NotesHeader {
  readonly blocks: readonly NotesBlock[];
  readonly skipped: readonly SkippedLines[];
  /** First line after the header. */
  readonly end: number;
}

const field = /^(?:[-*]\s+)?(?:\*\*|__)?([\p{L} -]{2,24})(?:\*\*|__)?\s?::?(?:\*\*|__)?\s*(.*)$/u;
const otherFields =
  /^(?:date|class|course|module|name|student|professor|prof|instructor|teacher|seminar|week|due|tags?|status|type|created|modified|url|isbn|publisher|link|id)$/i;

/** Reads lines such as `Author: Kennedy` and `Course: HIST 301` at the top of notes, from line `from` on. */
export function readHeader(notes: NotesText, from: number): NotesHeader {
  const blocks: NotesBlock[] = [];
  const skipped: SkippedLines[] = [];
  const head = notes.lines.slice(from, from + 40).filter(({ text }) => text !== '');
  let end = from;
  for (const [index, line] of head.entries()) {
    const found = readField(line.text);
    if (found) {
      if (found.facts) blocks.push({ type: 'source', facts: found.facts });
      else
        skipped.push({
          line: line.number,
          endLine: line.number,
          reason: phrase('about the notes themselves'),
        });
    } else if (index === 0 && isOccasion(line.text))
      skipped.push({ line: line.number, endLine: line.number, reason: phrase('about the notes themselves') });
    else if (
      index === 0 &&
      !line.text.includes('::') &&
      readField(head[1]?.text ?? '') &&
      !asksQuestion(line.text)
    ) {
      blocks.push({ type: 'source', facts: readSourceTitle(line.text.replace(/^#{1,6}\s+/, '')).facts });
    } else break;
    end = line.number + 1;
  }
  return { blocks, skipped, end };
}

function readField(line: string): { readonly facts?: SourceFacts } | undefined {
  const match = line.length > 300 ? null : field.exec(line);
  const key = match?.[1]?.trim() ?? '';
  const facts = match ? factOf(key, match[2] ?? '') : undefined;
  return facts ? { facts } : otherFields.test(key) ? {} : undefined;
}
