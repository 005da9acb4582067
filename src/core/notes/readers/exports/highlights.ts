import type { Locator } from '../../../citation/locator';
import type { Span } from '../../../text/position';
import type { NotesBlock, NotesReading, SourceFacts } from '../../blocks';
import type { NotesText } from '../../notesText';
import type { NotesProblem, SkippedLines, Syntax } from '../../outline';
import type { Phrase } from '../../../util/localize';

/** A highlight of an export with what the student wrote about it, or such a note alone. */
export interface ExportedHighlight {
  /** What the export says of the work; undefined: what the file is named after. */
  readonly source?: SourceFacts;
  readonly quotation?: Span;
  readonly comments: readonly Span[];
  readonly locator?: Locator;
  /** Whether the comments are on the highlight before. */
  readonly goesOn?: boolean;
  /** Whether the words are a heading of the work, marked as such. */
  readonly isHeading?: boolean;
}

/** What an export holds apart from highlights. */
export interface ExportFindings {
  readonly problems: readonly NotesProblem[];
  readonly skipped: readonly SkippedLines[];
}

/** Makes blocks of an export's highlights: each a quotation, the student's words on it its sub-points. */
export function highlightBlocks(highlights: readonly ExportedHighlight[]): NotesBlock[] {
  const blocks: NotesBlock[] = [];
  let open: string | undefined;
  for (const { source, quotation, comments, locator, goesOn, isHeading } of highlights) {
    const key = JSON.stringify(source ?? null);
    if (source && key !== open) blocks.push({ type: 'source', facts: source, another: true });
    open = key;
    if (quotation && isHeading) {
      blocks.push({ type: 'heading', level: 1, span: quotation });
      continue;
    }
    const place = locator && { locator };
    if (quotation) blocks.push({ type: 'statement', span: quotation, depth: 0, kind: 'quotation', ...place });
    for (const span of comments)
      blocks.push({
        type: 'statement',
        span,
        depth: quotation || goesOn ? 1 : 0,
        kind: 'comment',
        ...(!quotation && place),
      });
  }
  return blocks;
}

/** The reading of an export. */
export function exportReading(
  format: string,
  syntax: Syntax,
  blocks: readonly NotesBlock[],
  { problems, skipped }: ExportFindings,
): NotesReading {
  return { format, syntax, nested: true, blocks, problems, skipped };
}

/** A locator as an export's field gives it: `page`, `location` or `chapter`; undefined if there is nothing to go by. */
export function exportedLocator(label: string | undefined, value: string): Locator | undefined {
  const place = value.trim();
  return label !== undefined && place !== '' && place !== '0' && place.length < 60
    ? { label, value: place }
    : undefined;
}

/** Whether a row or an entry is left out, for this reason, and no highlight. */
export function isReason(read: ExportedHighlight | Phrase): read is Phrase {
  return Array.isArray(read);
}

/** Says that a span was left out; neighbours with the same reason become one. */
export function skip(skipped: SkippedLines[], notes: NotesText, span: Span, reason: Phrase): void {
  const { line, endLine } = linesOf(notes, span);
  const last = skipped.at(-1);
  const goesOn = last?.reason[0] === reason[0] && last.line <= line && line <= last.endLine + 1;
  if (goesOn) skipped[skipped.length - 1] = { ...last, endLine: Math.max(last.endLine, endLine) };
  else skipped.push({ line, endLine, reason });
}

/** The lines of a span. */
export function linesOf(notes: NotesText, span: Span): Pick<SkippedLines, 'line' | 'endLine'> {
  const { start, end } = notes.lineMap.rangeOf(span);
  return { line: start.line, endLine: end.line };
}
