import type { Span } from '../../../text/position';
import type { Steps } from '../../../util/steps';

/** A table of comma-separated values. Fields are spans of the text, within their quotation marks. */
export interface CsvTable {
  readonly rows: readonly (readonly Span[])[];
  /** Offset of a quotation mark that never closes; the row that it stands in is left out. */
  readonly unclosed?: number;
}

/** The separator that the first line uses most: comma, semicolon or tab. */
function separatorOf(text: string): string {
  const line = /^[^\r\n]{0,4000}/.exec(text)?.[0] ?? '';
  const count = (separator: string) => line.split(separator).length;
  return [',', ';', '\t'].reduce((best, other) => (count(other) > count(best) ? other : best));
}

/** Reads comma-separated values after RFC 4180, with their offsets, which no library gives. */
export function* readCsv(text: string): Steps<CsvTable> {
  const separator = separatorOf(text);
  const stop = new RegExp(`[\\r\\n${separator}]`, 'g');
  const rows: Span[][] = [];
  let row: Span[] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  for (let fields = 0; at < text.length; fields++) {
    if (fields % 256 === 0) yield;
    let end: number;
    if (text[at] === '"') {
      const close = closingQuote(text, at + 1);
      if (close < 0) return { rows, unclosed: at };
      row.push({ start: at + 1, end: close });
      end = close + 1;
    } else {
      stop.lastIndex = at;
      end = stop.exec(text)?.index ?? text.length;
      row.push({ start: at, end });
    }
    // What stands between a closing quotation mark and the separator belongs to no field.
    stop.lastIndex = end;
    at = stop.exec(text)?.index ?? text.length;
    if (text[at] === separator) {
      at++;
      if (at >= text.length || text[at] === '\r' || text[at] === '\n') row.push({ start: at, end: at });
      else continue;
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    rows.push(row);
    row = [];
  }
  return { rows };
}

/** Where a quoted field ends; -1 if nowhere. Two quotation marks stand for one that is part of it. */
function closingQuote(text: string, from: number): number {
  let close = text.indexOf('"', from);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  return close;
}
