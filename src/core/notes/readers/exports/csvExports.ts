import type { Steps } from '../../../util/steps';
import type { Span } from '../../../text/position';
import type { NotesReading, SourceFacts } from '../../blocks';
import type { NotesText } from '../../notesText';
import type { NotesProblem, SkippedLines } from '../../outline';
import { unescapeText } from '../../statement/escapes';
import { clippingKind } from '../kindleClippings';
import { readCsv } from './csv';
import {
  exportedLocator,
  exportReading,
  highlightBlocks,
  isReason,
  linesOf,
  skip,
  type ExportedHighlight,
} from './highlights';
import { kindleNotes } from './kindleNotebook';
import { bookFacts, commentOf, marksHeading, readwiseLocator } from './readwise';
import { type Phrase, phrase } from '../../../util/localize';

/** A row of a table with named columns. */
interface Row {
  readonly span: Span;
  /** The field under the first of these columns that the table has. */
  readonly field: (...columns: readonly string[]) => Span | undefined;
  readonly text: (...columns: readonly string[]) => string;
}

type RowReader = (row: Row) => ExportedHighlight | Phrase;

/** What a table's columns show it to be. */
interface TableFormat {
  readonly format: string;
  readonly reader: (notes: NotesText, rows: readonly Row[], above: readonly string[]) => RowReader;
}

/** Reads a `.csv` export of Readwise, Hypothesis or Kindle; undefined for any other table. */
export function* readCsvExport(notes: NotesText): Steps<NotesReading | undefined> {
  const { rows, unclosed } = yield* readCsv(notes.text);
  const textOf = (span: Span) => unescapeText(notes.text.slice(span.start, span.end), 'verbatim-csv').trim();
  let found: TableFormat | undefined;
  let headerIndex = 0;
  for (; headerIndex < Math.min(rows.length, 20) && !found; headerIndex++)
    found = formatOf((rows[headerIndex] ?? []).map((span) => textOf(span).toLowerCase()));
  if (!found) return undefined;
  const columns = new Map(
    (rows[headerIndex - 1] ?? []).map((span, index) => [textOf(span).toLowerCase(), index]),
  );
  const body = rows.slice(headerIndex).map((fields): Row => {
    const field = (...names: readonly string[]) => {
      const name = names.find((each) => columns.has(each));
      const span = name === undefined ? undefined : fields[columns.get(name) ?? -1];
      return span && trimmed(notes.text, span);
    };
    return {
      span: { start: fields[0]?.start ?? 0, end: fields.at(-1)?.end ?? 0 },
      field,
      text: (...names) => {
        const span = field(...names);
        return span ? textOf(span) : '';
      },
    };
  });
  const above = rows.slice(0, headerIndex - 1).map((fields) => (fields[0] ? textOf(fields[0]) : ''));
  const read = found.reader(notes, body, above);
  const highlights: ExportedHighlight[] = [];
  const skipped: SkippedLines[] = [];
  const problems: NotesProblem[] = [];
  if (headerIndex > 0)
    skipped.push({
      line: 0,
      endLine: lineOf(notes, rows[headerIndex - 1]),
      reason: phrase('about the export'),
    });
  for (const [index, row] of body.entries()) {
    if (index % 32 === 0) yield;
    const highlight = read(row);
    if (!isReason(highlight)) highlights.push(highlight);
    else if (row.span.start < row.span.end) skip(skipped, notes, row.span, highlight);
  }
  if (unclosed !== undefined) {
    const message = phrase(
      'A quotation mark opens here and is never closed, so that the rest of the table can’t be told apart. It was left out; export the file again.',
    );
    const { line } = linesOf(notes, { start: unclosed, end: unclosed });
    problems.push({ code: 'notes-file', message, line });
    skipped.push({ line, endLine: notes.lineMap.lineCount - 1, reason: phrase('table that breaks off') });
  }
  return exportReading(found.format, 'verbatim-csv', highlightBlocks(highlights), { problems, skipped });
}

const lineOf = (notes: NotesText, row: readonly Span[] | undefined) =>
  notes.lineMap.positionAt(row?.at(-1)?.end ?? 0).line;

function trimmed(text: string, { start, end }: Span): Span | undefined {
  const raw = text.slice(start, end);
  const from = start + raw.length - raw.trimStart().length;
  return raw.trim() === '' ? undefined : { start: from, end: start + raw.trimEnd().length };
}

function formatOf(columns: readonly string[]): TableFormat | undefined {
  const has = (...names: readonly string[]) => names.some((name) => columns.includes(name));
  if (has('highlight') && has('book title', 'title'))
    return { format: 'readwise', reader: () => readReadwiseRow };
  if (has('quote', 'exact') && has('comment', 'body', 'text') && has('url', 'uri', 'group'))
    return { format: 'hypothesis', reader: (_, rows) => hypothesisRows(rows) };
  if (has('annotation type') && has('annotation') && has('location'))
    return { format: 'kindle', reader: (_, __, above) => kindleRows(above) };
  return undefined;
}

function readReadwiseRow(row: Row): ExportedHighlight | Phrase {
  const quotation = row.field('highlight');
  const note = row.field('note');
  if (!quotation && !note) return phrase('row without a highlight');
  const noteText = row.text('note');
  const source = bookFacts(row.text('book title', 'title'), row.text('book author', 'author'));
  const locator = readwiseLocator(row.text('location type'), row.text('location'));
  return {
    ...(source && { source }),
    ...(quotation && { quotation }),
    comments: note ? commentOf(noteText, note) : [],
    ...(locator && { locator }),
    isHeading: marksHeading(noteText, row.text('tags').split(',')),
  };
}

/** Hypothesis exports the annotations of one page, without its title; other tools those of several, with titles. */
function hypothesisRows(rows: readonly Row[]): RowReader {
  const urls = new Set(rows.map((row) => row.text('url', 'uri')));
  let last: { readonly url: string; readonly hasQuote: boolean } | undefined;
  return (row) => {
    const quotation = row.field('quote', 'exact');
    const comment = row.field('comment', 'body', 'text');
    if (!quotation && !comment) return phrase('annotation without words');
    const url = row.text('url', 'uri');
    const title = row.text('title');
    const source: SourceFacts | undefined =
      bookFacts(title, undefined) ?? (urls.size > 1 && url !== '' ? { label: url } : undefined);
    const locator = exportedLocator('page', row.text('page'));
    const isReply = /reply/i.test(row.text('type', 'annotation/reply type'));
    const leans = isReply && last?.url === url && last.hasQuote;
    if (!isReply) last = { url, hasQuote: quotation !== undefined };
    return {
      ...(source && { source }),
      ...(quotation && !leans && { quotation }),
      comments: comment ? [comment] : [],
      ...(locator && { locator }),
      ...(leans && { goesOn: true }),
    };
  };
}

/** The table that Kindle sends by mail: title and author stand above it. */
function kindleRows(above: readonly string[]): RowReader {
  const by = above.findIndex((line) => /^by\s/i.test(line));
  const source = by < 1 ? undefined : bookFacts(above[by - 1], above[by]?.replace(/^by\s+/i, ''));
  const follow = kindleNotes();
  return (row) => {
    const words = row.field('annotation');
    if (!words) return phrase('entry without text');
    const kind = clippingKind(row.text('annotation type'));
    if (kind === 'bookmark') return phrase('bookmark');
    return { ...(source && { source }), ...follow(kind, row.text('location'), words) };
  };
}
