import type { Locator } from '../../citation/locator';
import { takeLocator } from '../locator/takeLocator';
import type { ArgumentKind } from '../outline';
import { columnOf, type Column } from '../readers/markdownTables';
import { asksQuestion, endsSentence, wordCount } from '../readers/words';

/** A paragraph of a table's cell: the number of its line, its words, and how it would stand outside of a table. */
export interface CellParagraph {
  readonly line: number;
  readonly text: string;
  readonly plain: string;
}

/** A row of a table: cells, each of them paragraphs. */
export interface DocxRow {
  readonly cells: readonly (readonly CellParagraph[])[];
  /** Whether the document says so: a row that is repeated on every page. */
  readonly isHeader: boolean;
}

/** What a paragraph of a table is: a heading, a statement, or only for the eye. */
export interface TableLine {
  readonly line: number;
  readonly role: 'cue' | 'statement' | 'other';
  /** How it stands in the text view; its words are at the end. */
  readonly shown: string;
  readonly text: string;
  /** As in a statement's block. */
  readonly depth: number;
  readonly kind?: ArgumentKind;
  readonly locator?: Locator;
}

/** What a table says, row by row: the cues of a Cornell table are headings, other cells statements. */
export function readDocxTable(table: readonly DocxRow[]): readonly TableLine[] {
  const [first] = table;
  const named = (first?.cells ?? []).map((cell) => columnOf(wordsOf(cell)));
  const isNamed = table.length > 1 && named.some((column) => column !== 'other');
  const hasHeader = isNamed || (table.length > 1 && first?.isHeader === true);
  const body = (hasHeader ? table.slice(1) : table).map(({ cells }) => cells);
  const columns = isNamed ? named : columnsByContent(body);
  const hasCues = columns.includes('cue') || (isNamed && columns.includes('notes') && columns[0] === 'other');
  const lines: TableLine[] = hasHeader ? (first?.cells ?? []).flat().map(forTheEye) : [];
  for (const row of body) {
    const isSummary = /^\W*summary\W*$/i.test(wordsOf(row[0]));
    const place = row[columns.indexOf('page')];
    const locator = place && locatorOf(wordsOf(place));
    let isFirst = true;
    for (const [index, cell] of row.entries()) {
      const column = columns[index] ?? 'other';
      const isCue = hasCues && (column === 'cue' || (index === 0 && !columns.includes('cue')));
      if (column === 'page' || (isSummary && index === 0)) lines.push(...cell.map(forTheEye));
      else if (isCue) lines.push(...cell.map(asCue));
      else {
        const kind = isSummary ? 'summary' : kindOf(column);
        const below = !isFirst && (kind === 'comment' || (!isNamed && !hasCues)) ? 1 : 0;
        for (const each of cell)
          lines.push({
            ...asStatement(each, below),
            ...(kind && { kind }),
            ...(locator && kind !== 'comment' && { locator }),
          });
        if (cell.some(({ text }) => text !== '')) isFirst = false;
      }
    }
  }
  return lines.filter(({ text }) => text !== '');
}

const wordsOf = (cell: readonly CellParagraph[] = []) =>
  cell
    .map(({ text }) => text)
    .join(' ')
    .trim();

/** Two columns without a header are a Cornell table if the first holds questions or key words, the second says more. */
function columnsByContent(rows: readonly (readonly (readonly CellParagraph[])[])[]): readonly Column[] {
  const cues = rows.map((row) => wordsOf(row[0])).filter((text) => text !== '');
  const isCue = (text: string) => asksQuestion(text) || (wordCount(text) <= 8 && !endsSentence(text));
  const length = (index: number) => rows.reduce((sum, row) => sum + wordsOf(row[index]).length, 0);
  const isCornell =
    rows.every((row) => row.length === 2) && cues.length > 0 && cues.every(isCue) && length(1) > length(0);
  return isCornell ? ['cue', 'notes'] : [];
}

function kindOf(column: Column): ArgumentKind | undefined {
  return column === 'comment' || column === 'quotation' || column === 'summary' ? column : undefined;
}

function locatorOf(text: string): Locator | undefined {
  const place = text.trim();
  return place === '' ? undefined : takeLocator(`x (${/^\d/.test(place) ? `p. ${place}` : place})`).locator;
}

/** A column's title, a page. */
const forTheEye = ({ line, text }: CellParagraph): TableLine => ({
  line,
  role: 'other',
  shown: text,
  text,
  depth: 0,
});

const asCue = ({ line, text }: CellParagraph): TableLine => ({
  line,
  role: 'cue',
  shown: `## ${text}`,
  text,
  depth: 0,
});

/** An item of a list keeps its own marker and level. */
function asStatement({ line, text, plain }: CellParagraph, below: number): TableLine {
  const tabs = /^\t*/.exec(plain)?.[0].length ?? 0;
  const isItem = plain.endsWith(text) && plain.trim() !== text;
  const shown = '\t'.repeat(below) + (isItem ? plain : `- ${text}`);
  return { line, role: 'statement', shown, text, depth: below + tabs };
}
