import type { Span } from '../../text/position';
import type { Steps } from '../../util/steps';
import { type BibliographyProblem, toProblem } from './bibliography';
import { phrase } from '../../util/localize';

/** An entry of a `.bib` file that has been found, not yet read. */
export interface BibtexChunk {
  /** Lower case: `book`, `article`, … */
  readonly type: string;
  readonly key: string;
  readonly keySpan: Span;
  /** From `@` to the closing brace. */
  readonly span: Span;
  /** The fields: what stands between the comma after the key and the closing brace. */
  readonly body: Span;
  /** A closing brace is missing, of the entry or of one of its fields. */
  readonly isUnclosed?: boolean;
}

export interface BibtexScan {
  readonly chunks: readonly BibtexChunk[];
  /** The bodies of `@string{name = value}`, in order. */
  readonly strings: readonly Span[];
  readonly problems: readonly BibliographyProblem[];
}

const entryStart = /@\s{0,20}([A-Za-z][A-Za-z0-9_-]{0,40})\s{0,200}([{(])/g;
/** A line that starts an entry, key and first field included: where it shows up within another entry, that one was never closed. */
const nextEntry = /[\n\r][ \t]*@[A-Za-z]{2,20}[ \t]*[{(][ \t]*[^\s,={}"()]{1,200}[ \t]*,/y;
const keyPart = /\s*([^,={}"\r\n]{0,300})(,?)\s*/y;

/**
 * Finds the entries of a `.bib` file by their braces, in one pass. An entry whose braces don't balance ends where the
 * next one starts and costs only itself. A break after each entry.
 */
export function* scanBibtex(text: string): Steps<BibtexScan> {
  const chunks: BibtexChunk[] = [];
  const strings: Span[] = [];
  const problems: BibliographyProblem[] = [];
  const starts = new RegExp(entryStart);
  let previousEnd = 0;
  for (let match = starts.exec(text); match; match = starts.exec(text)) {
    yield;
    const start = match.index;
    if (isCommentedOut(text, start)) continue;
    const type = (match[1] ?? '').toLowerCase();
    const open = starts.lastIndex;
    reportLeftover(text, { start: previousEnd, end: start }, problems);
    if (type === 'comment') {
      previousEnd = starts.lastIndex = endOfBody(text, open, '{', false).closing ?? endOfLine(text, open);
      continue;
    }
    const { end, closing } = endOfBody(text, open, match[2] ?? '{');
    const span = { start, end: closing ?? end };
    starts.lastIndex = previousEnd = span.end;
    if (type === 'preamble') continue;
    if (type === 'string') {
      strings.push({ start: open, end });
      continue;
    }
    const chunk = toChunk(text, type, span, { start: open, end }, problems);
    if (!chunk) {
      problems.push(
        toProblem(phrase('This entry has no citekey, so nothing can cite it.'), lineSpan(text, start)),
      );
      continue;
    }
    chunks.push(closing === undefined ? { ...chunk, isUnclosed: true } : chunk);
    if (closing === undefined)
      problems.push(
        toProblem(
          phrase('The entry “{0}” is never closed: a closing brace is missing.', chunk.key),
          lineSpan(text, start),
        ),
      );
  }
  reportLeftover(text, { start: previousEnd, end: text.length }, problems);
  return { chunks, strings, problems };
}

/** Undefined if the entry has no key: its first word is a field's name, or nothing. */
function toChunk(
  text: string,
  type: string,
  span: Span,
  body: Span,
  problems: BibliographyProblem[],
): BibtexChunk | undefined {
  keyPart.lastIndex = body.start;
  const match = keyPart.exec(text);
  if (!match) return undefined;
  const words = match[1]?.trim() ?? '';
  const lacksComma = text[keyPart.lastIndex] === '=';
  // "key title = {…}": the comma is missing, and the last word is the first field's name.
  const key = lacksComma ? words.replace(/(?:^|\s+)\S+$/, '') : words;
  if (key === '') return undefined;
  const start = body.start + match[0].indexOf(key);
  const keySpan = { start, end: start + key.length };
  if (lacksComma)
    problems.push(toProblem(phrase('A comma is missing after the citekey “{0}”.', key), keySpan));
  else if (/\s/.test(key))
    problems.push(
      toProblem(phrase('The citekey “{0}” holds a space, so nothing can cite it.', key), keySpan),
    );
  const fieldsStart = lacksComma ? keySpan.end : keyPart.lastIndex;
  return { type, key, keySpan, span, body: { start: Math.min(fieldsStart, body.end), end: body.end } };
}

/**
 * Where the body that starts at `offset` ends; `closing` is the offset after the closing delimiter, undefined if the
 * next entry or the end of the file comes first.
 */
function endOfBody(
  text: string,
  offset: number,
  delimiter: string,
  stopsAtNextEntry = true,
): { readonly end: number; readonly closing?: number } {
  const close = delimiter === '(' ? ')' : '}';
  let depth = 0;
  for (let index = offset; index < text.length; index++) {
    const character = text[index];
    if (depth === 0 && character === close) return { end: index, closing: index + 1 };
    if (character === '\\' && /[\\{}]/.test(text.charAt(index + 1))) index++;
    else if (character === '{') depth++;
    else if (character === '}' && depth > 0) depth--;
    else if (stopsAtNextEntry && (character === '\n' || character === '\r')) {
      nextEntry.lastIndex = index;
      if (nextEntry.test(text)) return { end: index };
    }
  }
  return { end: text.length };
}

/** A field that stands between entries shows that a closing brace too many ended the entry before it. */
function reportLeftover(text: string, gap: Span, problems: BibliographyProblem[]): void {
  const field = /^[ \t,}]*([A-Za-z]{2,30})[ \t]*=[ \t]*[{"]/m.exec(
    text.slice(gap.start, Math.min(gap.end, gap.start + 2000)),
  );
  if (!field || gap.start === 0) return;
  const start = gap.start + field.index;
  problems.push(
    toProblem(
      phrase(
        'The field “{0}” stands outside of any entry: the entry before it has a closing brace too many.',
        field[1] ?? '',
      ),
      lineSpan(text, start),
    ),
  );
}

/** Whether only a `%` and words stand before `offset` on its line. */
function isCommentedOut(text: string, offset: number): boolean {
  let index = offset;
  while (index > 0 && offset - index < 200 && text[index - 1] !== '\n' && text[index - 1] !== '\r') index--;
  return /^[ \t]*%/.test(text.slice(index, offset));
}

function endOfLine(text: string, offset: number): number {
  const lineBreak = /[\r\n]/g;
  lineBreak.lastIndex = offset;
  return lineBreak.exec(text)?.index ?? text.length;
}

function lineSpan(text: string, start: number): Span {
  const end = text.slice(start, start + 500).search(/[\r\n]/);
  return { start, end: end < 0 ? Math.min(text.length, start + 500) : start + end };
}
