import { LineMap, lineStarts } from '../text/lineMap';
import { signsIn } from '../text/signs';
import { finish, type Steps } from '../util/steps';

/** One line of a notes file. Offsets are in UTF-16 units from the start of the text. */
export interface NotesLine {
  readonly number: number;
  /** Offset of the first character that is no space; the end of the line if it is blank. */
  readonly start: number;
  /** Offset after the last character that is no space. */
  readonly end: number;
  /** Column where the line starts: a tab goes to the next multiple of four. */
  readonly indent: number;
  /** From `start` to `end`. */
  readonly text: string;
  /** Which signs it holds (`Sign`). */
  readonly signs: number;
}

const tabWidth = 4;
const isSpace = (code: number) =>
  code === 32 ||
  code === 9 ||
  code === 0xa0 ||
  (code >= 0x2000 && code <= 0x200b) ||
  code === 0x3000 ||
  code === 0x202f ||
  code === 0xfeff ||
  code === 0x0b ||
  code === 0x0c;

/** A notes file as its readers see it. */
export class NotesText {
  readonly text: string;
  readonly fileName: string;
  readonly lineMap: LineMap;
  readonly lines: readonly NotesLine[];
  /** Which signs its lines hold (`Sign`). */
  readonly signs: number;

  /** Whether every line is a whole paragraph, as in the text view of a Word document: none goes on below. */
  readonly linesAreWhole: boolean;

  constructor(text: string, fileName: string, linesAreWhole = false, parts = finish(partsOf(text))) {
    this.text = text;
    this.linesAreWhole = linesAreWhole;
    this.fileName = fileName;
    this.lineMap = parts.lineMap;
    this.lines = parts.lines;
    this.signs = parts.signs;
  }

  /** The same, with breaks. */
  static *read(text: string, fileName: string, linesAreWhole = false): Steps<NotesText> {
    return new NotesText(text, fileName, linesAreWhole, yield* partsOf(text));
  }
}

interface TextParts {
  readonly lineMap: LineMap;
  readonly lines: readonly NotesLine[];
  readonly signs: number;
}

function* partsOf(text: string): Steps<TextParts> {
  const lineMap = new LineMap(text, yield* lineStarts(text));
  const lines: NotesLine[] = [];
  let signs = 0;
  for (let number = 0; number < lineMap.lineCount; number++) {
    if (number % 256 === 0) yield;
    const line = lineOf(text, lineMap, number);
    signs |= line.signs;
    lines.push(line);
  }
  return { lineMap, lines, signs };
}

function lineOf(text: string, lineMap: LineMap, number: number): NotesLine {
  let start = lineMap.lineStart(number);
  let end = lineMap.lineStart(number + 1);
  let indent = 0;
  while (end > start && isLineBreakOrSpace(text.charCodeAt(end - 1))) end--;
  while (start < end) {
    const code = text.charCodeAt(start);
    if (!isSpace(code)) break;
    if (code === 9) indent = (Math.floor(indent / tabWidth) + 1) * tabWidth;
    else if (code === 0x3000) indent += 2;
    else if (code !== 0xfeff && code !== 0x200b) indent++;
    start++;
  }
  return { number, start, end, indent, text: text.slice(start, end), signs: signsIn(text, start, end) };
}

const isLineBreakOrSpace = (code: number) => code === 10 || code === 13 || isSpace(code);
