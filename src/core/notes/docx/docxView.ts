import type { Steps } from '../../util/steps';
import { ListCounters, readNumbering, type Numbering } from './docxNumbering';
import type { DocxParts } from './docxParts';
import { characterOf, indentOf, isDeleted } from './docxRuns';
import {
  headingLevel,
  isContents,
  isTitle,
  readStyles,
  resolveStyle,
  type ParagraphStyle,
} from './docxStyles';
import { readDocxTable, type CellParagraph, type TableLine } from './docxTables';
import { xmlSteps } from './xml';

/** What the text view leaves out of a Word document. */
export type LostThing = 'picture' | 'symbol' | 'formula' | 'contents' | 'note';

/** A footnote, endnote or comment, by the line of the paragraph that it hangs on. */
export interface NoteReference {
  readonly kind: 'footnotes' | 'endnotes' | 'comments';
  readonly id: string;
  readonly line: number;
}

/** A Word document as text: one line a paragraph, with Markdown's marks for what its styles mean. */
export interface DocxView {
  readonly lines: readonly string[];
  /** Tables in the order of the document, without those that only frame a text. */
  readonly tables: readonly (readonly TableLine[])[];
  readonly references: readonly NoteReference[];
  /** The lines at which something is lost. */
  readonly lost: ReadonlyMap<LostThing, readonly number[]>;
}

interface Paragraph {
  text: string;
  styleId?: string;
  outlineLevel?: number;
  numbering?: string;
  listLevel?: number;
  indent?: number;
  readonly references: Omit<NoteReference, 'line'>[];
  readonly lost: LostThing[];
}

const twipsPerStep = 720;
const referenceKinds: Readonly<Record<string, NoteReference['kind']>> = {
  'w:footnoteReference': 'footnotes', 'w:endnoteReference': 'endnotes', 'w:commentReference': 'comments',
}; // prettier-ignore

/** Makes the text view of a Word document. Throws on malformed XML. */
export function* docxView(parts: DocxParts): Steps<DocxView> {
  const builder = new ViewBuilder(yield* readStyles(parts.styles), yield* readNumbering(parts.numbering));
  yield* xmlSteps(parts.document, builder);
  return builder;
}

class ViewBuilder implements DocxView {
  readonly lines: string[] = [];
  readonly tables: (readonly TableLine[])[] = [];
  readonly references: NoteReference[] = [];
  readonly lost = new Map<LostThing, number[]>();
  readonly #styles: ReadonlyMap<string, ParagraphStyle>;
  readonly #counters: ListCounters;
  readonly #open: Paragraph[] = [];
  #ignored = 0;
  #inText = false;
  /** Rows of the table that is open; tables within its cells are part of the cell. */
  #table: { cells: CellParagraph[][]; isHeader: boolean }[] | undefined;
  /** Number of lines at the start of each picture that is open: if there are more at its end, it is a box with text. */
  readonly #pictures: number[] = [];
  #tableDepth = 0;

  constructor(styles: ReadonlyMap<string, ParagraphStyle>, numbering: Numbering) {
    this.#styles = styles;
    this.#counters = new ListCounters(numbering);
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (isDeleted(name)) this.#ignored++;
    if (this.#ignored > 0) return;
    if (name === 'w:p') this.#open.push({ text: '', references: [], lost: [] });
    else if (name === 'w:tbl') {
      if (this.#tableDepth++ === 0) this.#table = [];
    } else if (name === 'w:tr' && this.#tableDepth === 1) this.#table?.push({ cells: [], isHeader: false });
    else if (name === 'w:tc' && this.#tableDepth === 1) this.#table?.at(-1)?.cells.push([]);
    else if (name === 'w:tblHeader' && this.#tableDepth === 1) {
      const row = this.#table?.at(-1);
      if (row) row.isHeader = attributes['w:val'] !== '0' && attributes['w:val'] !== 'false';
    } else if (name === 'w:drawing' || name === 'w:pict') this.#pictures.push(this.lines.length);
    else if (name === 'w:t') this.#inText = true;
    else {
      const paragraph = this.#open.at(-1);
      if (paragraph) this.#openInParagraph(paragraph, name, attributes);
    }
  }

  #openInParagraph(paragraph: Paragraph, name: string, attributes: Readonly<Record<string, string>>): void {
    const value = attributes['w:val'] ?? '';
    const kind = referenceKinds[name];
    if (name === 'w:pStyle') paragraph.styleId = value;
    else if (name === 'w:outlineLvl') paragraph.outlineLevel = Number(value);
    else if (name === 'w:numId') paragraph.numbering = value;
    else if (name === 'w:ilvl') paragraph.listLevel = Number(value) || 0;
    else if (name === 'w:ind') paragraph.indent = indentOf(attributes);
    else if (name === 'm:oMath') paragraph.lost.push('formula');
    else if (kind) paragraph.references.push({ kind, id: attributes['w:id'] ?? '' });
    else {
      const character = characterOf(name, attributes);
      if (character !== undefined) paragraph.text += character;
      else if (name === 'w:sym') paragraph.lost.push('symbol');
    }
  }

  close(name: string): void {
    if (isDeleted(name)) this.#ignored--;
    else if (this.#ignored > 0) return;
    else if (name === 'w:t') this.#inText = false;
    else if (name === 'w:drawing' || name === 'w:pict') {
      if (this.#pictures.pop() === this.lines.length) this.#open.at(-1)?.lost.push('picture');
    } else if (name === 'w:tbl') {
      if (--this.#tableDepth === 0) this.#endTable();
    } else if (name === 'w:p') {
      const paragraph = this.#open.pop();
      if (paragraph) this.#endParagraph(paragraph);
    }
  }

  text(text: string): void {
    const paragraph = this.#open.at(-1);
    if (this.#inText && this.#ignored === 0 && paragraph)
      paragraph.text += text.replace(/[\r\n\u2028\u2029]+/g, ' ');
  }

  #endParagraph(paragraph: Paragraph): void {
    const line = this.lines.length;
    const style = resolveStyle(this.#styles, paragraph.styleId);
    if (isContents(style.name) && paragraph.text.trim() !== '') {
      paragraph.lost.push('contents');
      paragraph.text = '';
    }
    const shown = this.#lineOf(paragraph, style);
    this.lines.push(shown);
    const cell = this.#table?.at(-1)?.cells.at(-1);
    cell?.push({ line, text: paragraph.text.trim(), plain: shown });
    for (const reference of paragraph.references) this.references.push({ ...reference, line });
    for (const thing of paragraph.lost) {
      const known = this.lost.get(thing);
      if (known) known.push(line);
      else this.lost.set(thing, [line]);
    }
  }

  #endTable(): void {
    const table = this.#table ?? [];
    this.#table = undefined;
    if (!table.some(({ cells }) => cells.length > 1)) return;
    const lines = readDocxTable(table);
    for (const { line, shown } of lines) this.lines[line] = shown;
    this.tables.push(lines);
  }

  #lineOf(paragraph: Paragraph, style: ParagraphStyle): string {
    const typed = /^\s*/.exec(paragraph.text)?.[0] ?? '';
    const text = paragraph.text.trim();
    if (text === '') return '';
    const heading = headingLevel(style, paragraph.outlineLevel);
    if (heading !== undefined) return `${'#'.repeat(heading)} ${text}`;
    if (isTitle(style.name)) return text;
    const numbering = paragraph.numbering ?? style.numbering;
    if (numbering !== undefined && numbering !== '0') {
      const level = Math.max(0, Math.min(paragraph.listLevel ?? style.listLevel ?? 0, 8));
      return `${'\t'.repeat(level)}${this.#counters.next(numbering, level)} ${text}`;
    }
    if (/quote|zitat|citation|blocktext|block text|citazione|cita\b|цитата/i.test(style.name))
      return `> ${text}`;
    const indent = Math.min(8, Math.round((paragraph.indent ?? style.indent ?? 0) / twipsPerStep));
    const tabs = [...typed].filter((character) => character === '\t').length;
    return '\t'.repeat(indent + tabs) + (tabs > 0 || indent > 0 ? text : typed.replace(/\t/g, '') + text);
  }
}
