import type { Steps } from '../../util/steps';
import { markerOf, readNumbering, type Numbering } from './docxNumbering';
import type { DocxParts } from './docxParts';
import { readStyles, resolveStyle, type ParagraphStyle } from './docxStyles';
import { xmlSteps } from './xml';

/** A Word document as text: one line a paragraph, with Markdown's marks for what its styles mean. */
export interface DocxView {
  readonly text: string;
  /** What the view leaves out, such as "2 pictures". */
  readonly lost: readonly string[];
}

interface Paragraph {
  text: string;
  styleId?: string;
  outlineLevel?: number;
  numbering?: string;
  listLevel?: number;
  indent?: number;
}

const symbols: Readonly<Record<string, string>> = { F0E0: '→', F0DF: '←', F0E8: '⇒', F0F0: '⇒', F0B7: '•' };
const twipsPerStep = 720;
const countable = { pictures: 'picture', footnotes: 'footnote', tables: 'table', symbols: 'symbol' };

/** Makes the text view of a Word document. Throws on malformed XML. */
export function* docxView(parts: DocxParts): Steps<DocxView> {
  const styles = readStyles(parts.styles);
  const numbering = readNumbering(parts.numbering);
  const lost: Record<keyof typeof countable, number> = { pictures: 0, footnotes: 0, tables: 0, symbols: 0 };
  const lines: string[] = [];
  const open: Paragraph[] = [];
  const counters = new ListCounters(numbering);
  let ignored = 0;
  let inText = false;
  yield* xmlSteps(parts.document, {
    open(name, attributes) {
      const paragraph = open.at(-1);
      if (name === 'mc:Fallback' || name === 'w:del' || name === 'w:moveFrom') ignored++;
      if (ignored > 0) return;
      const value = attributes['w:val'] ?? '';
      if (name === 'w:p') open.push({ text: '' });
      else if (name === 'w:tbl') lost.tables++;
      else if (name === 'w:drawing' || name === 'w:pict') lost.pictures++;
      else if (!paragraph) return;
      else if (name === 'w:t') inText = true;
      else if (name === 'w:tab' && attributes['w:pos'] === undefined) paragraph.text += '\t';
      else if (name === 'w:br' || name === 'w:cr') paragraph.text += ' ';
      else if (name === 'w:noBreakHyphen') paragraph.text += '\u2011';
      else if (name === 'w:sym')
        paragraph.text += symbols[(attributes['w:char'] ?? '').toUpperCase()] ?? (lost.symbols++, '');
      else if (name === 'w:footnoteReference' || name === 'w:endnoteReference') lost.footnotes++;
      else if (name === 'w:pStyle') paragraph.styleId = value;
      else if (name === 'w:outlineLvl') paragraph.outlineLevel = Number(value);
      else if (name === 'w:numId') paragraph.numbering = value;
      else if (name === 'w:ilvl') paragraph.listLevel = Number(value);
      else if (name === 'w:ind') paragraph.indent = indentOf(attributes);
    },
    close(name) {
      if (name === 'mc:Fallback' || name === 'w:del' || name === 'w:moveFrom') ignored--;
      else if (name === 'w:t') inText = false;
      else if (name === 'w:p' && ignored === 0) {
        const paragraph = open.pop();
        if (paragraph) lines.push(lineOf(paragraph, resolveStyle(styles, paragraph.styleId), counters));
      }
    },
    text(text) {
      const paragraph = open.at(-1);
      if (inText && ignored === 0 && paragraph) paragraph.text += text.replace(/[\r\n\u2028\u2029]+/g, ' ');
    },
  });
  const kinds = Object.keys(countable) as (keyof typeof countable)[];
  return {
    text: lines.join('\n'),
    lost: kinds
      .filter((kind) => lost[kind] > 0)
      .map((kind) => `${String(lost[kind])} ${countable[kind]}${lost[kind] > 1 ? 's' : ''}`),
  };
}

/** The space before the first word: a first line may hang out, or stand in on its own. */
function indentOf(attributes: Readonly<Record<string, string>>): number {
  const number = (name: string) => Number(attributes[`w:${name}`] ?? 0) || 0;
  return Math.max(0, (number('left') || number('start')) + number('firstLine') - number('hanging'));
}

class ListCounters {
  readonly #numbering: Numbering;
  readonly #values = new Map<string, number[]>();

  constructor(numbering: Numbering) {
    this.#numbering = numbering;
  }

  /** Counts an item and returns its marker. */
  next(id: string, level: number): string {
    const values = this.#values.get(id) ?? [];
    values.length = Math.min(values.length, level + 1);
    const value = (values[level] ?? 0) + 1;
    values[level] = value;
    this.#values.set(id, values);
    return markerOf(this.#numbering.get(id)?.[level] ?? 'bullet', value);
  }
}

function lineOf(paragraph: Paragraph, style: ParagraphStyle, counters: ListCounters): string {
  const typed = /^\s*/.exec(paragraph.text)?.[0] ?? '';
  const text = paragraph.text.trim();
  if (text === '') return '';
  const named = /^heading\s?(\d)$/i.exec(style.name)?.[1];
  const outline = named ? Number(named) - 1 : (paragraph.outlineLevel ?? style.outlineLevel);
  if (outline !== undefined && outline < 9) return `${'#'.repeat(Math.min(6, outline + 1))} ${text}`;
  if (/^title$/i.test(style.name)) return text;
  const numbering = paragraph.numbering ?? style.numbering;
  if (numbering !== undefined && numbering !== '0') {
    const level = Math.min(paragraph.listLevel ?? style.listLevel ?? 0, 8);
    return `${'\t'.repeat(level)}${counters.next(numbering, level)} ${text}`;
  }
  if (/quote|zitat|citation|blocktext|block text/i.test(style.name)) return `> ${text}`;
  const indent = Math.min(8, Math.round((paragraph.indent ?? style.indent ?? 0) / twipsPerStep));
  const tabs = [...typed].filter((character) => character === '\t').length;
  return '\t'.repeat(indent + tabs) + (tabs > 0 || indent > 0 ? text : typed.replace(/\t/g, '') + text);
}
