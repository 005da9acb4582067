import type { Span } from '../../text/position';
import type { NotesBlock, StatementBlock } from '../blocks';
import { takeLocator } from '../locator/takeLocator';
import type { NotesText } from '../notesText';
import type { ArgumentKind } from '../outline';

const delimiterRow = /^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$/;

/** Whether a table with a header starts at this line. */
export function isTableStart(notes: NotesText, number: number): boolean {
  const line = notes.lines[number];
  const below = notes.lines[number + 1];
  return (
    line !== undefined &&
    below !== undefined &&
    line.text.includes('|') &&
    below.text.includes('|') &&
    below.text.length < 2000 &&
    delimiterRow.test(below.text)
  );
}

/** What a column of a table of notes holds. */
export type Column = 'cue' | 'notes' | 'page' | 'summary' | 'other' | ArgumentKind;

const columns: readonly (readonly [Column, RegExp])[] = [
  ['page', /^(?:p|pp|pg|pages?|page no|location|loc|seiten?|páginas?|с|стр|页码?|頁碼?|where)\.?$/iu],
  ['summary', /^summar(?:y|ies)$/iu],
  [
    'comment',
    /^(?:(?:my )?(?:thoughts?|comments?|reactions?|responses?|reflections?|opinion|ideas?)|me|kommentar|commentaires?)$/iu,
  ],
  ['quotation', /^(?:direct )?(?:quotes?|quotations?|zitate?|citations?|evidence \(quote\))$/iu],
  [
    'cue',
    /\b(?:cues?|questions?|key ?words?|key (?:points?|ideas?|terms?)|main (?:ideas?|points?)|topics?|themes?|prompts?|headings?|terms?)\b|^(?:fragen?|stichw[oö]rte?r?|preguntas?|вопросы?|问题|線索|提示|线索)$/iu,
  ],
  [
    'notes',
    /\b(?:notes?|details?|answers?|explanations?|arguments?|claims?|points?|summary of reading|evidence|notizen|antwort)\b|笔记|записи|notas|apuntes|appunti/iu,
  ],
];

/** Reads a table: a Cornell table's cues are questions, its notes statements; else every cell with words is one. */
export function readTable(
  notes: NotesText,
  from: number,
): { readonly read: (level: number) => Iterable<NotesBlock>; readonly next: number } {
  let next = from + 2;
  const hasLeadingBar = notes.lines[from]?.text.startsWith('|') === true;
  while (notes.lines[next]?.text.includes('|') && notes.lines[next]?.text !== '') next++;
  const header = cellsOf(notes, from, hasLeadingBar).map((cell) =>
    columnOf(notes.text.slice(cell.start, cell.end)),
  );
  const hasCue = header.includes('cue') || (header.includes('notes') && header[0] === 'other');
  if (header.every((column) => column === 'other')) {
    const [first] = cellsOf(notes, from, hasLeadingBar);
    const isRow = first !== undefined && /\d/.test(notes.lines[from]?.text ?? '');
    return { read: () => wholeRows(notes, isRow ? from : from + 2, next, from + 1, hasLeadingBar), next };
  }
  function* read(level: number): Iterable<NotesBlock> {
    for (let number = from + 2; number < next; number++) {
      const all = cellsOf(notes, number, hasLeadingBar);
      const cells = all.filter(({ start, end }) => start < end);
      const isSummaryRow = all[0] && /^\W*summary\W*$/i.test(notes.text.slice(all[0].start, all[0].end));
      if (isSummaryRow && hasCue) yield { type: 'leave', level };
      if (cells.length > 0) yield* rowBlocks(notes, all, header, hasCue, level, Boolean(isSummaryRow));
    }
    if (hasCue) yield { type: 'leave', level };
  }
  return { read, next };
}

/** What a column holds, by its title. */
export function columnOf(title: string): Column {
  const bare = title
    .replace(/[*_`#]/g, '')
    .replace(/<[^>]{0,40}>/g, ' ')
    .trim();
  return columns.find(([, test]) => test.test(bare))?.[0] ?? 'other';
}

function rowBlocks(
  notes: NotesText,
  cells: readonly Span[],
  header: readonly Column[],
  hasCue: boolean,
  level: number,
  isSummary: boolean,
): NotesBlock[] {
  const blocks: NotesBlock[] = [];
  const pageIndex = header.indexOf('page');
  const page = pageIndex < 0 ? undefined : cells[pageIndex];
  const pageText = page ? notes.text.slice(page.start, page.end).trim() : '';
  const locator = pageText
    ? takeLocator(`x (${/^\d/.test(pageText) ? `p. ${pageText}` : pageText})`).locator
    : undefined;
  let first = true;
  for (const [index, cell] of cells.entries()) {
    const column = header[index] ?? 'other';
    if (cell.start >= cell.end || column === 'page') continue;
    if (isSummary && index === 0) continue;
    const isCue = hasCue && (column === 'cue' || (index === 0 && !header.includes('cue')));
    if (isCue && !isSummary) {
      blocks.push({ type: 'heading', level: level + 1, span: cell });
      continue;
    }
    const kind = isSummary
      ? 'summary'
      : column === 'comment' || column === 'quotation' || column === 'summary'
        ? column
        : undefined;
    for (const span of cellStatements(notes, cell)) {
      const block: StatementBlock = {
        type: 'statement',
        span,
        depth: !first && kind === 'comment' ? 1 : 0,
        ...(kind && { kind }),
        ...(locator && kind !== 'comment' && { locator }),
      };
      blocks.push(block);
    }
    first = false;
  }
  return blocks;
}

/** The parts of a cell that `<br>` or list bullets set apart, markers excluded. */
function cellStatements(notes: NotesText, cell: Span): Span[] {
  const spans: Span[] = [];
  const push = (start: number, end: number) => {
    const text = notes.text.slice(start, end);
    const lead = /^\s*(?:[-*•–]\s+|\d{1,2}[.)]\s+)?/.exec(text)?.[0].length ?? 0;
    const length = text.trimEnd().length;
    if (lead < length) spans.push({ start: start + lead, end: start + length });
  };
  let from = cell.start;
  const whole = notes.text.slice(cell.start, cell.end);
  if (whole.includes('<') || whole.includes('•'))
    for (const br of whole.matchAll(/<br\s{0,3}\/?>|(?=•)/gi)) {
      push(from, cell.start + br.index);
      from = cell.start + br.index + br[0].length;
    }
  push(from, cell.end);
  return spans;
}

/** The cells of a table row, trimmed; `\|` and a bar within `[[…|…]]` or code divide nothing. */
function cellsOf(notes: NotesText, number: number, hasLeadingBar: boolean): Span[] {
  const line = notes.lines[number];
  if (!line) return [];
  const cells: Span[] = [];
  const { text } = line;
  let from = text.startsWith('|') && hasLeadingBar ? 1 : 0;
  let link = 0;
  const push = (start: number, end: number) => {
    const words = text.slice(start, end).trim();
    const first = words === '' ? end : text.indexOf(words, start);
    cells.push({ start: line.start + first, end: line.start + first + words.length });
  };
  divider.lastIndex = from;
  for (let match = divider.exec(text); match; match = divider.exec(text)) {
    if (match[0] === '[[') link++;
    else if (match[0] === ']]') link = 0;
    else if (match[0] === '|' && link === 0) {
      push(from, match.index);
      from = match.index + 1;
    }
  }
  if (from < text.length) push(from, text.length);
  return cells;
}

const divider = /\\.?|\[\[|\]\]|\|/g;

/** A table whose columns say nothing of what they hold: each row is a statement. */
function wholeRows(
  notes: NotesText,
  from: number,
  to: number,
  delimiter: number,
  hasLeadingBar: boolean,
): NotesBlock[] {
  const blocks: NotesBlock[] = [];
  for (let number = from; number < to; number++) {
    const cells = cellsOf(notes, number, hasLeadingBar).filter(({ start, end }) => start < end);
    const [first] = cells;
    const last = cells.at(-1);
    if (number !== delimiter && first && last)
      blocks.push({ type: 'statement', span: { start: first.start, end: last.end }, depth: 0 });
  }
  return blocks;
}
