import type { Span } from '../../text/position';

/** A field of a `.bib` entry: its value as written, `@string` names resolved, outer braces or quotation marks gone. */
export interface BibtexField {
  /** Lower case. */
  readonly name: string;
  readonly value: string;
  /** From the name to the end of the value. */
  readonly span: Span;
}

const fieldName = /[\s,]*([^\s,={}"#()@][^\s,={}"#()]*)\s*=\s*/y;
const bareWord = /[^\s,={}"#()]+/y;
const gap = /[\s,]+/g;
const concatenation = /\s*#\s*/y;

/** The names that BibTeX styles define; months become numbers, as BibLaTeX wants them. */
export const predefinedStrings: ReadonlyMap<string, string> = new Map(
  ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].map((month, index) => [
    month,
    String(index + 1),
  ]),
);

/** The offset just after the brace that closes the one at `offset`, or `end`. */
function endOfBraces(text: string, offset: number, end: number): number {
  let depth = 0;
  for (let index = offset; index < end; index++) {
    const character = text[index];
    if (character === '\\') index++;
    else if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return index + 1;
  }
  return end;
}

/** The offset just after the quotation mark that closes the one at `offset`, or `end`; braces hide quotation marks. */
function endOfQuotes(text: string, offset: number, end: number): number {
  for (let index = offset + 1; index < end; index++) {
    const character = text[index];
    if (character === '\\' && text[index + 1] !== '"') index++;
    else if (character === '{') index = endOfBraces(text, index, end) - 1;
    else if (character === '"') return index + 1;
  }
  return end;
}

interface Value {
  readonly value: string;
  readonly end: number;
}

/** One value, or several joined by `#`. */
function readValue(text: string, offset: number, end: number, strings: ReadonlyMap<string, string>): Value {
  let value = '';
  let index = offset;
  for (;;) {
    const character = text[index];
    if (character === '{' || character === '"') {
      const close = (character === '{' ? endOfBraces : endOfQuotes)(text, index, end);
      const isClosed = close > index + 1 && text[close - 1] === (character === '{' ? '}' : '"');
      value += text.slice(index + 1, isClosed ? close - 1 : close);
      index = close;
    } else {
      bareWord.lastIndex = index;
      const word = bareWord.exec(text)?.[0] ?? '';
      value += /^\d+$/.test(word) ? word : (strings.get(word.toLowerCase()) ?? word);
      index += word.length;
    }
    concatenation.lastIndex = index;
    if (!concatenation.test(text) || concatenation.lastIndex >= end)
      return { value, end: Math.min(index, end) };
    index = concatenation.lastIndex;
  }
}

/** The fields in `body`, in order; a missing comma or junk between two of them costs neither. */
export function readBibtexFields(
  text: string,
  body: Span,
  strings: ReadonlyMap<string, string> = predefinedStrings,
): readonly BibtexField[] {
  const fields: BibtexField[] = [];
  let offset = body.start;
  while (offset < body.end) {
    fieldName.lastIndex = offset;
    const match = fieldName.exec(text);
    if (!match || fieldName.lastIndex > body.end) {
      gap.lastIndex = offset + 1;
      offset = gap.test(text) ? gap.lastIndex : body.end;
      continue;
    }
    const { value, end } = readValue(text, fieldName.lastIndex, body.end, strings);
    const name = (match[1] ?? '').toLowerCase();
    fields.push({ name, value, span: { start: match.index + match[0].indexOf(match[1] ?? ''), end } });
    offset = Math.max(end, offset + 1);
  }
  return fields;
}
