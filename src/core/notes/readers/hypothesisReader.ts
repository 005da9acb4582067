import type { Steps } from '../../util/steps';
import type { Locator } from '../../citation/locator';
import type { NotesBlock, NotesReading } from '../blocks';
import type { NotesLine, NotesText } from '../notesText';
import type { SkippedLines } from '../outline';
import { phrase } from '../../util/localize';

const annotation = /^Annotation \d+:$/;
const field = /^(Quote|Comment|Tags|Page):\s*(.*)$/;

/** Whether this is the text that Hypothesis exports from its sidebar. */
export function isHypothesisText(notes: NotesText): boolean {
  const head = notes.lines.slice(0, 60);
  return (
    head.some(({ text }) => /^Total annotations: \d+$/.test(text)) &&
    head.some(({ text }) => annotation.test(text))
  );
}

/** Reads the text export of Hypothesis: each annotation is a quotation, with the student's comment below it. */
export function* readHypothesisText(notes: NotesText): Steps<NotesReading> {
  const blocks: NotesBlock[] = [];
  const skipped: SkippedLines[] = [];
  const starts = notes.lines.filter(({ text }) => annotation.test(text)).map(({ number }) => number);
  const [first = notes.lines.length] = starts;
  const url = notes.lines.slice(0, first).find(({ text }) => /^https?:\/\/\S+$/.test(text));
  const title = url && notes.lines.slice(0, url.number).findLast(({ text }) => text !== '');
  if (title) blocks.push({ type: 'source', facts: { label: title.text, title: title.text } });
  if (first > 0) skipped.push({ line: 0, endLine: first - 1, reason: phrase('about the export') });
  for (const [index, start] of starts.entries()) {
    if (index % 16 === 0) yield;
    blocks.push(...readAnnotation(notes, notes.lines.slice(start + 1, starts[index + 1])));
  }
  return { format: 'hypothesis', syntax: 'verbatim', nested: true, blocks, problems: [], skipped };
}

interface Field {
  readonly name: string;
  readonly start: number;
  end: number;
}

function readAnnotation(notes: NotesText, lines: readonly NotesLine[]): NotesBlock[] {
  const fields: Field[] = [];
  let author = -1;
  for (const [index, line] of lines.entries()) {
    const match = field.exec(line.text);
    if (match) {
      const start = line.end - (match[2] ?? '').length;
      fields.push({ name: match[1] ?? '', start, end: line.end });
      author = match[1] === 'Comment' ? nextFieldLine(lines, index) - 1 : -1;
      continue;
    }
    const last = fields.at(-1);
    const isAuthor = index === author && index > 0;
    if (last && line.text !== '' && !isAuthor && (last.name === 'Comment' || last.name === 'Quote'))
      last.end = line.end;
  }
  const page = fields.find(({ name }) => name === 'Page');
  const value = page && notes.text.slice(page.start, page.end).trim();
  const locator: Locator | undefined = value ? { label: 'page', value } : undefined;
  const statements = fields.filter(
    ({ name, start, end }) => (name === 'Quote' || name === 'Comment') && start < end,
  );
  statements.sort((a, b) => Number(b.name === 'Quote') - Number(a.name === 'Quote'));
  const hasQuote = statements.some((statement) => statement.name === 'Quote' && !isNull(notes, statement));
  return statements
    .filter((statement) => statement.name === 'Comment' || !isNull(notes, statement))
    .map((statement): NotesBlock => {
      const isQuote = statement.name === 'Quote';
      return {
        type: 'statement',
        span: isQuote ? withoutMarks(notes, statement) : { start: statement.start, end: statement.end },
        depth: isQuote || !hasQuote ? 0 : 1,
        kind: isQuote ? 'quotation' : 'comment',
        ...(locator && { locator }),
      };
    });
}

/** The export writes the author's name on a line of its own after the comment. */
function nextFieldLine(lines: readonly NotesLine[], from: number): number {
  const next = lines.findIndex(({ text }, index) => index > from && field.test(text));
  return next < 0 ? lines.length : next;
}

const isNull = (notes: NotesText, { start, end }: Field) =>
  /^"?(?:null)?"?$/.test(notes.text.slice(start, end));

/** The export puts each quotation into straight quotation marks of its own. */
function withoutMarks(
  notes: NotesText,
  { start, end }: Field,
): { readonly start: number; readonly end: number } {
  const quoted = notes.text[start] === '"' && notes.text[end - 1] === '"';
  return quoted ? { start: start + 1, end: end - 1 } : { start, end };
}
