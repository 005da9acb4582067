import { Tokenizer } from 'htmlparser2';
import type { Span } from '../../../text/position';
import type { Steps } from '../../../util/steps';
import { longestStatement } from '../../statement/cleanStatement';
import { isBlockTag, isHiddenTag } from '../../statement/escapes';

/** Characters that are read without a break. */
const CHUNK = 16_384;

/** An element within a line of text whose class says what it holds. */
export interface HtmlMark extends Span {
  readonly className: string;
}

/** A stretch of text between two block tags, with the block that it stands in. */
export interface HtmlLine extends Span {
  /** Lower case. */
  readonly tag: string;
  readonly className: string;
  /** What it says, entities decoded, spaces as they are; cut off where it is longer than any statement. */
  readonly text: string;
  readonly marks: readonly HtmlMark[];
  /** How many lists it stands in. */
  readonly listDepth: number;
  readonly inQuote: boolean;
  /** Number of rules and of elements with class `zotero-note` before it: parts of the file that are about different things. */
  readonly part: number;
}

interface OpenLine {
  start: number;
  end: number;
  text: string;
  readonly marks: HtmlMark[];
}

/** Cuts HTML, however broken, into its lines of text. */
export function* readHtml(html: string): Steps<readonly HtmlLine[]> {
  const reader = new HtmlLineReader(html);
  for (let at = 0; at < html.length; at += CHUNK) {
    yield;
    reader.write(html.slice(at, at + CHUNK));
  }
  return reader.end();
}

class HtmlLineReader {
  readonly #tokenizer: Tokenizer;
  readonly #lines: HtmlLine[] = [];
  readonly #spans: { readonly className: string; readonly start: number }[] = [];
  #line: OpenLine | undefined;
  #tag = '';
  #className = '';
  #listDepth = 0;
  #quoteDepth = 0;
  #hidden = 0;
  #part = 0;
  #openTag = '';
  #openClass = '';
  #attribute = '';

  constructor(html: string) {
    const nothing = () => undefined;
    this.#tokenizer = new Tokenizer(
      { decodeEntities: true },
      {
        ontext: (start, end) => this.#addText(start, end, html.slice(start, end)),
        ontextentity: (code, end) =>
          this.#addText(html.lastIndexOf('&', end - 1), end, String.fromCodePoint(code)),
        onopentagname: (start, end) => {
          this.#openTag = html.slice(start, end).toLowerCase();
          this.#openClass = '';
        },
        onattribname: (start, end) => void (this.#attribute = html.slice(start, end).toLowerCase()),
        onattribdata: (start, end) => {
          if (this.#attribute === 'class') this.#openClass += html.slice(start, end);
        },
        onopentagend: (end) => this.#open(end + 1),
        onselfclosingtag: (end) => this.#open(end + 1),
        onclosetag: (start, end) => this.#close(html.slice(start, end).toLowerCase()),
        onattribentity: nothing, onattribend: nothing, oncdata: nothing, oncomment: nothing, ondeclaration: nothing,
        onend: nothing, onprocessinginstruction: nothing,
      },
    ); // prettier-ignore
  }

  write(chunk: string): void {
    this.#tokenizer.write(chunk);
  }

  end(): readonly HtmlLine[] {
    this.#tokenizer.end();
    this.#endLine();
    return this.#lines;
  }

  #addText(start: number, end: number, text: string): void {
    if (this.#hidden > 0) return;
    const bare = text.trim();
    if (this.#line) this.#line.text += this.#line.text.length < longestStatement ? text : '';
    else if (bare !== '') {
      const from = start + (text.length === end - start ? text.indexOf(bare) : 0);
      this.#line = { start: from, end, text: text.trimStart(), marks: [] };
    }
    if (this.#line && bare !== '')
      this.#line.end = text.length === end - start ? start + text.trimEnd().length : end;
  }

  #open(end: number): void {
    const tag = this.#openTag;
    if (isHiddenTag(tag)) this.#hidden++;
    else if (tag === 'span') {
      this.#spans.push({ className: this.#openClass, start: end });
    } else if (tag === 'br') {
      if (this.#line) this.#line.text += ' ';
    } else if (isBlockTag(tag)) {
      this.#endLine();
      this.#tag = tag;
      this.#className = this.#openClass;
      if (tag === 'ul' || tag === 'ol') this.#listDepth++;
      else if (tag === 'blockquote') this.#quoteDepth++;
      else if (tag === 'hr' || /\bzotero-note\b/.test(this.#openClass)) this.#part++;
    }
  }

  #close(tag: string): void {
    if (isHiddenTag(tag)) this.#hidden = Math.max(0, this.#hidden - 1);
    else if (tag === 'span') {
      const span = this.#spans.pop();
      const line = this.#line;
      if (span && line && span.className !== '')
        line.marks.push({
          className: span.className,
          start: Math.max(span.start, line.start),
          end: line.end,
        });
    } else if (isBlockTag(tag)) {
      this.#endLine();
      if (tag === 'ul' || tag === 'ol') this.#listDepth = Math.max(0, this.#listDepth - 1);
      else if (tag === 'blockquote') this.#quoteDepth = Math.max(0, this.#quoteDepth - 1);
      this.#tag = '';
      this.#className = '';
    }
  }

  #endLine(): void {
    const line = this.#line;
    this.#line = undefined;
    this.#spans.length = 0;
    if (!line) return;
    this.#lines.push({
      ...line,
      text: line.text.trimEnd(),
      tag: this.#tag,
      className: this.#className,
      listDepth: this.#listDepth,
      inQuote: this.#quoteDepth > 0,
      part: this.#part,
    });
  }
}
