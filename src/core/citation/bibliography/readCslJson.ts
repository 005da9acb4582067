import type { Span } from '../../text/position';
import {
  type Bibliography,
  type BibliographyProblem,
  createBibliography,
  type RawEntry,
  toProblem,
} from './bibliography';
import { isObject, readCslItem } from './cslItemReader';
import { phrase } from '../../util/localize';

/** The offset just after the string that opens at `offset`; the text's length if it never closes. */
function endOfString(text: string, offset: number): number {
  for (let index = offset + 1; index < text.length; index++) {
    const character = text[index];
    if (character === '\\') index++;
    else if (character === '"') return index + 1;
  }
  return text.length;
}

interface ObjectScan {
  readonly objects: readonly Span[];
  /** Where an object starts that the end of the text cuts off. */
  readonly cutOff?: number;
}

/** The outermost objects of the list in `text`: the whole text is one, or the value of `items` or `references`. */
function scanObjects(text: string): ObjectScan {
  const wrapper =
    /^\s*\{\s*(?:"[^"\\]*"\s*:\s*(?:"[^"\\]*"|[\d.]+|null|true|false)\s*,\s*)*"(?:items|references)"\s*:\s*\[/.exec(
      text,
    );
  const objects: Span[] = [];
  let depth = 0;
  let start = 0;
  for (let index = wrapper?.[0].length ?? 0; index < text.length; index++) {
    const character = text[index];
    if (character === '"') index = endOfString(text, index) - 1;
    else if (character === '{' && depth++ === 0) start = index;
    else if (character === '}' && depth > 0 && --depth === 0) objects.push({ start, end: index + 1 });
  }
  return depth > 0 ? { objects, cutOff: start } : { objects };
}

/** Where `"id": "zubok1996"` has its value, without quotation marks. */
function findId(text: string, { start, end }: Span, id: string): Span {
  for (const match of text
    .slice(start, end)
    .matchAll(/"(?:id|citation-key)"\s*:\s*("(?:[^"\\]|\\.)*"|[^\s,}]+)/g)) {
    const value = match[1] ?? '';
    const isQuoted = value.startsWith('"');
    if ((isQuoted ? (JSON.parse(value) as unknown) : value) !== id) continue;
    const valueStart = start + match.index + match[0].length - value.length;
    return isQuoted
      ? { start: valueStart + 1, end: valueStart + value.length - 1 }
      : { start: valueStart, end: valueStart + value.length };
  }
  return { start, end: Math.min(end, start + 1) };
}

/** Reads a CSL-JSON file object by object, so that a bad one, or a file that is cut off, costs as little as it can. */
export function readCslJson(text: string): Bibliography {
  const { objects, cutOff } = scanObjects(text);
  const entries: RawEntry[] = [];
  const problems: BibliographyProblem[] = [];
  for (const span of objects) {
    const value = parseObject(text.slice(span.start, span.end));
    const item = readCslItem(value);
    if (item)
      entries.push({ citekey: item.id, span, keySpan: findId(text, span, item.id), read: () => item });
    else
      problems.push(
        toProblem(
          isObject(value)
            ? phrase('This entry has no “id”, so nothing can cite it.')
            : phrase('This entry is not valid JSON.'),
          { start: span.start, end: Math.min(span.end, endOfLine(text, span.start)) },
        ),
      );
  }
  if (cutOff !== undefined)
    problems.push(
      toProblem(phrase('The file ends within this entry.'), { start: cutOff, end: endOfLine(text, cutOff) }),
    );
  else if (objects.length === 0 && !/^\uFEFF?\s*(?:\[\s*\]|\{\s*\})?\s*$/.test(text))
    problems.push(
      toProblem(phrase('There is no CSL-JSON entry in this file.'), { start: 0, end: endOfLine(text, 0) }),
    );
  return createBibliography('csl-json', entries, problems, cutOff !== undefined);
}

function parseObject(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function endOfLine(text: string, offset: number): number {
  const length = text.slice(offset, offset + 500).search(/[\r\n]/);
  return length < 0 ? Math.min(text.length, offset + 500) : offset + length;
}
