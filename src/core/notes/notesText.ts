import { LineMap } from '../text/lineMap';

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

  /** Whether every line is a whole paragraph, as in the text view of a Word document: none goes on below. */
  readonly linesAreWhole: boolean;

  constructor(text: string, fileName: string, linesAreWhole = false) {
    this.text = text;
    this.linesAreWhole = linesAreWhole;
    this.fileName = fileName;
    this.lineMap = new LineMap(text);
    this.lines = Array.from({ length: this.lineMap.lineCount }, (_, number) => this.#line(number));
  }

  #line(number: number): NotesLine {
    let start = this.lineMap.lineStart(number);
    let end = this.lineMap.lineStart(number + 1);
    let indent = 0;
    while (end > start && isLineBreakOrSpace(this.text.charCodeAt(end - 1))) end--;
    while (start < end) {
      const code = this.text.charCodeAt(start);
      if (!isSpace(code)) break;
      if (code === 9) indent = (Math.floor(indent / tabWidth) + 1) * tabWidth;
      else if (code === 0x3000) indent += 2;
      else if (code !== 0xfeff && code !== 0x200b) indent++;
      start++;
    }
    return { number, start, end, indent, text: this.text.slice(start, end) };
  }
}

const isLineBreakOrSpace = (code: number) => code === 10 || code === 13 || isSpace(code);
