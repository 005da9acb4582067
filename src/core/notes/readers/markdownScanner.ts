import { Sign } from '../../text/signs';
import type { Steps } from '../../util/steps';
import type { NotesBlock } from '../blocks';
import type { NotesLine, NotesText } from '../notesText';
import type { NotesProblem, SkippedLines } from '../outline';
import { continuesMarkdown, isFieldLine, kindOfBox, taskBox, type MarkdownItem } from './markdownItems';
import { MarkerReader } from './markers';
import { scanQuote } from './markdownQuotes';
import { isTableStart, readTable } from './markdownTables';
import { factOf } from './sourceFields';
import { type Phrase, phrase } from '../../util/localize';

/** An item, or blocks that a table or a field has already been made into. */
export type Scanned =
  MarkdownItem | { readonly type: 'blocks'; readonly read: (level: number) => Iterable<NotesBlock> };

const heading = /^(#{1,6})(?:\s+|$)|^(#{2,6})(?=[^#\s])/;
const fence = /^(`{3,}|~{3,})/;
const thematicBreak = /^(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|={4,})$/;
/** `key:: value`; with a space before the colons it is the student's own sign. */
const fieldLine = /^([\p{L}\p{N} _-]{0,39}[\p{L}\p{N}_-])::(?:\s+(.*))?$/u;
/** A field of so many words, with a page of its own, is a statement. */
const statesInField = /(?:\S+\s+){4}.*[([](?:pp?|S|с)\.?\s?\d[^()]{0,20}[)\]][.\s]*$/u;
const footnote = /^\[\^([^\]\s]{1,60})\]:\s*/;
const embedLine = /^!\[\[[^\]]{1,500}\]\]$|^!\[[^\]]{0,500}\]\([^)]{0,2000}\)$/;
/** Another block that Logseq shows here, or what a macro of its makes. */
const otherBlock = /^(?:[-*+]\s+)?(?:\(\([\da-f-]{36}\)\)|\{\{[^{}]{1,300}\}\})$/i;
const reference = /^\[[^\]]{1,200}\]:\s+\S/;

/** Goes through Markdown notes line by line. One pass, each line looked at once, save for one look ahead. */
export class MarkdownScanner {
  readonly items: Scanned[] = [];
  readonly problems: NotesProblem[] = [];
  readonly skipped: SkippedLines[] = [];
  readonly #notes: NotesText;
  readonly #markers: MarkerReader;
  #at: number;
  #apart = true;
  readonly #commentsEnd = new Map<string, number>();

  constructor(notes: NotesText, from: number) {
    this.#notes = notes;
    this.#at = from;
    this.#markers = new MarkerReader(notes.lines.slice(from), true);
  }

  *scan(): Steps<this> {
    for (let count = 0; ; count++) {
      if (count % 32 === 0) yield;
      const line = this.#notes.lines[this.#at];
      if (!line) return this;
      if (line.text === '') {
        this.#apart = true;
        this.#at++;
        continue;
      }
      const next = this.#skipBlock(line) ?? this.#scanBlock(line) ?? this.#scanText(line);
      this.#at = next;
    }
  }

  #skip(line: NotesLine, endLine: number, reason: Phrase): number {
    this.skipped.push({ line: line.number, endLine, reason });
    this.#apart = true;
    return endLine + 1;
  }

  /** Code, hidden comments and definitions: no notes. Returns the next line. */
  #skipBlock(line: NotesLine): number | undefined {
    switch (line.text.charAt(0)) {
      case '`':
      case '~':
        return this.#skipCode(line);
      case '%':
        return this.#skipComment(line, '%%', '%%');
      case '<':
        return this.#skipComment(line, '<!--', '-->');
      case '!':
        return embedLine.test(line.text)
          ? this.#skip(line, line.number, phrase('picture or embedded note'))
          : undefined;
      case '[':
        return !footnote.test(line.text) && reference.test(line.text)
          ? this.#skip(line, line.number, phrase('link definition'))
          : undefined;
      case '-':
      case '*':
      case '_':
      case '=':
        if (!thematicBreak.test(line.text) || this.#underlines(line)) return undefined;
        this.#apart = true;
        return line.number + 1;
    }
    return undefined;
  }

  #skipCode(line: NotesLine): number | undefined {
    const code = fence.exec(line.text)?.[1];
    if (code === undefined) return undefined;
    const close = this.#lineOf(
      code,
      line.number + 1,
      (text) => text.startsWith(code) && /^[`~]+$/.test(text),
    );
    if (close !== undefined) return this.#skip(line, close, phrase('code'));
    this.#unclosed(
      line,
      phrase('The code block that starts here is never closed. What follows was read as notes.'),
    );
    return line.number + 1;
  }

  #skipComment(line: NotesLine, open: string, close: string): number | undefined {
    if (!line.text.startsWith(open)) return undefined;
    const inLine = line.text.indexOf(close, open.length);
    if (inLine === line.text.length - close.length && inLine >= open.length)
      return this.#skip(line, line.number, phrase('hidden comment'));
    if (inLine >= 0) return undefined;
    const end = this.#lineOf(close, line.number + 1, (text) => text.includes(close));
    if (end !== undefined) return this.#skip(line, end, phrase('hidden comment'));
    this.#unclosed(
      line,
      phrase('The hidden comment that starts here is never closed. What follows was read as notes.'),
    );
    return undefined;
  }

  #unclosed(line: NotesLine, message: Phrase): void {
    this.problems.push({ code: 'notes-file', message, line: line.number });
  }

  /** Number of the first line from `from` on that `test` accepts; a mark that is absent is searched only once. */
  #lineOf(mark: string, from: number, test: (text: string) => boolean): number | undefined {
    const known = this.#commentsEnd.get(mark);
    if (known !== undefined && known >= from) return known === Infinity ? undefined : known;
    for (let number = from; number < this.#notes.lines.length; number++)
      if (test(this.#notes.lines[number]?.text ?? '')) {
        this.#commentsEnd.set(mark, number);
        return number;
      }
    this.#commentsEnd.set(mark, Infinity);
    return undefined;
  }

  #scanBlock(line: NotesLine): number | undefined {
    const { text } = line;
    if (otherBlock.test(text)) return this.#skip(line, line.number, phrase('picture or embedded note'));
    const atx = text.startsWith('#') ? heading.exec(text) : null;
    if (atx) return this.#addHeading(line, (atx[1] ?? atx[2] ?? '').length, atx[0].length);
    if (text.startsWith('>')) {
      const quote = scanQuote(this.#notes, line.number, this.#markers);
      this.items.push(...quote.items);
      this.#apart = true;
      return quote.next;
    }
    if (line.signs & Sign.bar && isTableStart(this.#notes, line.number)) {
      const table = readTable(this.#notes, line.number);
      this.items.push({ type: 'blocks', read: table.read });
      this.#apart = true;
      return table.next;
    }
    if (line.signs & Sign.markup && isFieldLine(text)) {
      const [, key = '', value = ''] =
        /^([^:]*?)::?(.*)$/u.exec(text.replace(/^[-*+]\s+|\*\*|__/g, '')) ?? [];
      const facts = factOf(key.trim(), value.trim());
      if (facts) this.items.push({ type: 'blocks', read: () => [{ type: 'source', facts, more: true }] });
      return this.#skip(line, line.number, phrase('field'));
    }
    const field =
      (line.signs & Sign.colon) === 0 || text.length > 1000 || !text.includes('::')
        ? null
        : fieldLine.exec(text.replace(/^[-*+]\s+/, ''));
    if (field && !statesInField.test(field[2] ?? '')) {
      const facts = factOf(field[1] ?? '', field[2] ?? '');
      if (facts) this.items.push({ type: 'blocks', read: () => [{ type: 'source', facts, more: true }] });
      return this.#skip(line, line.number, phrase('field'));
    }
    return undefined;
  }

  #addHeading(line: NotesLine, level: number, markerLength: number): number {
    const closing = /\s+#+$/.exec(line.text)?.[0].length ?? 0;
    const start = line.start + markerLength;
    this.#add({
      type: 'heading',
      level,
      first: line,
      last: line,
      start,
      end: Math.max(start, line.end - closing),
      indent: 0,
      contentIndent: 0,
      style: '',
      apart: true,
    });
    this.#apart = true;
    return line.number + 1;
  }

  #scanText(line: NotesLine): number {
    const previous = this.#openItem();
    if (previous && this.#underlines(line)) {
      this.items[this.items.length - 1] = {
        ...previous,
        type: 'heading',
        level: line.text.startsWith('=') ? 1 : 2,
      };
      this.#apart = true;
      return line.number + 1;
    }
    const marker = this.#markers.read(line);
    const note = line.text.startsWith('[^') ? footnote.exec(line.text) : null;
    if (!marker && !note && previous && !this.#notes.linesAreWhole && continuesMarkdown(previous, line)) {
      previous.last = line;
      previous.end = line.end;
      return line.number + 1;
    }
    const behind = marker ? line.text[marker.length] : undefined;
    const inner = marker && behind === '#' ? heading.exec(line.text.slice(marker.length)) : null;
    if (marker && inner)
      return this.#addHeading(line, (inner[1] ?? inner[2] ?? '').length, marker.length + inner[0].length);
    let start = line.start + (marker?.length ?? note?.[0].length ?? 0);
    const box = behind === '[' ? taskBox.exec(this.#notes.text.slice(start, line.end))?.[0] : undefined;
    if (box) start += box.length;
    const quoted =
      marker && this.#notes.text[start] === '>'
        ? /^>\s*/.exec(this.#notes.text.slice(start, Math.min(line.end, start + 10)))?.[0]
        : undefined;
    if (quoted) start += quoted.length;
    const kind = box ? kindOfBox(box) : quoted ? 'quotation' : undefined;
    this.#add({
      type: note ? 'definition' : marker ? 'list' : 'paragraph',
      level: 0, first: line, last: line, start, end: line.end, indent: line.indent,
      contentIndent: line.indent + (marker?.length ?? 0), style: marker?.style ?? '', apart: this.#apart,
      ...(kind && { kind }),
    }); // prettier-ignore
    this.#apart = false;
    return line.number + 1;
  }

  #add(item: MarkdownItem): void {
    if (item.start < item.end) this.items.push(item);
  }

  /** The item that the next line could go on with. */
  #openItem(): MarkdownItem | undefined {
    const last = this.items.at(-1);
    return this.#apart || !last || last.type === 'blocks' || last.type === 'heading' || last.type === 'quote'
      ? undefined
      : last;
  }

  /** Whether a line of `=` or `-` makes the paragraph line above it a heading. */
  #underlines(line: NotesLine): boolean {
    const previous = this.#openItem();
    return (
      previous?.type === 'paragraph' &&
      previous.first === previous.last &&
      /^(?:=+|-{2,})$/.test(line.text) &&
      !this.#apart
    );
  }
}
