import { longestMarkup, type MarkupCursor } from './markupCursor';
import { citationPlace, type MarkupContents, type MarkupGrammar } from './markupGrammar';
import { PairedMarks } from './pairedMarks';

const punctuation = /[!-/:-@[-`{-~]/;
const start = /[\\`[*_<&\r\n]|!\[|%%|==|~~/g;
const startWithFields = /[\\`[(*_<&\r\n]|!\[|%%|==|~~/g;

interface Link {
  readonly text: string;
  readonly target: string;
  readonly end: number;
}

/** Markdown with what Pandoc and Obsidian add to it. */
export class MarkdownMarkup implements MarkupGrammar {
  readonly start: RegExp;
  readonly #cursor: MarkupCursor;
  readonly #contents: MarkupContents;
  readonly #readLinkText: (text: string) => string;
  readonly #marks = new PairedMarks(false);
  readonly #hasFields: boolean;

  constructor(cursor: MarkupCursor, contents: MarkupContents, readLinkText: (text: string) => string) {
    this.#cursor = cursor;
    this.#contents = contents;
    this.#readLinkText = readLinkText;
    this.#hasFields = cursor.raw.includes('::');
    this.start = this.#hasFields ? startWithFields : start;
  }

  step(character: string): string | undefined {
    const cursor = this.#cursor;
    switch (character) {
      case '\\': {
        const escaped = cursor.raw[cursor.at + 1] ?? '';
        return punctuation.test(escaped) || escaped === ' ' ? cursor.take(2, escaped) : undefined;
      }
      case '`':
        return this.#code();
      case '!':
        return this.#embed();
      case '[':
        return this.#bracket();
      case '(':
        return this.#field('(', ')');
      case '<':
        return this.#angle();
      case '%':
        return cursor.between('%%', '%%', () => '', Infinity);
      case '=':
      case '~':
        return this.#marks.read(cursor, character + character);
      case '*':
      case '_':
        return this.#marks.read(cursor, cursor.run(character));
    }
    return undefined;
  }

  settle(pieces: string[]): void {
    this.#marks.settle(pieces);
  }

  #code(): string {
    const ticks = this.#cursor.run('`');
    return this.#cursor.between(ticks, ticks, (inner) => inner) ?? this.#cursor.take(ticks.length, ticks);
  }

  #embed(): string | undefined {
    const cursor = this.#cursor;
    if (cursor.isAt('![[')) return cursor.between('![[', ']]', () => '');
    const target = this.#linkAt(cursor.at + 1);
    return target && cursor.take(target.end - cursor.at);
  }

  #bracket(): string | undefined {
    const cursor = this.#cursor;
    if (cursor.isAt('[[')) return cursor.between('[[', ']]', wikiLinkText);
    if (cursor.isAt('[^'))
      return cursor.between('[^', ']', (id) => (/^[^\s[\]]{1,60}$/.test(id) ? '' : undefined));
    const field = this.#field('[', ']');
    if (field !== undefined) return field;
    const link = this.#linkAt(cursor.at);
    if (link) {
      const isPlace =
        link.target.startsWith('zotero:') && cursor.raw[cursor.at - 1] !== '(' && !link.text.startsWith('(');
      cursor.at = link.end;
      return isPlace ? `(${link.text})` : this.#readLinkText(link.text);
    }
    return cursor.between('[', ']', (inner) => {
      if (!inner.includes('@') || !/(?:^|[\s;-])@[\p{L}\p{N}_{]/u.test(inner) || inner.includes('['))
        return undefined;
      this.#contents.citations.push(inner);
      return citationPlace;
    });
  }

  #field(open: string, close: string): string | undefined {
    if (!this.#hasFields) return undefined;
    return this.#cursor.between(open, close, (inner) => {
      const separator = inner.indexOf('::');
      if (separator < 1 || separator > 60 || inner.includes('[')) return undefined;
      const key = inner.slice(0, separator).trim();
      this.#contents.fields.push({ key, value: inner.slice(separator + 2).trim() });
      return '';
    });
  }

  /** The inline link whose `[` stands at `from`. */
  #linkAt(from: number): Link | undefined {
    const cursor = this.#cursor;
    const { raw } = cursor;
    const close = cursor.find('](', from);
    if (close < 0 || close - from > longestMarkup || cursor.find(']', from) < close) return undefined;
    const parenthesis = cursor.find(')', close);
    if (parenthesis < 0 || parenthesis - close > longestMarkup) return undefined;
    let level = 1;
    const limit = Math.min(raw.length, close + 2000);
    for (let end = close + 2; end < limit; end++) {
      const character = raw[end];
      if (character === '\n') return undefined;
      if (character === '(') level++;
      else if (character === ')' && --level === 0)
        return { text: raw.slice(from + 1, close), target: raw.slice(close + 2, end), end: end + 1 };
    }
    return undefined;
  }

  #angle(): string | undefined {
    const cursor = this.#cursor;
    if (cursor.isAt('<!--')) return cursor.between('<!--', '-->', () => '', Infinity);
    return cursor.between('<', '>', (inner) => {
      if (inner.length > 2000 || inner.includes('<')) return undefined;
      if (/^(?:https?|mailto|zotero):[^\s]+$/i.test(inner)) return inner;
      if (/^br\s*\/?$/i.test(inner)) return ' ';
      return /^\/?[a-z][a-z0-9-]*(?:[\s/].*)?$/is.test(inner) ? '' : undefined;
    });
  }
}

/** What an Obsidian link shows: the alias, else the name of the note without folder, heading and block. */
function wikiLinkText(inner: string): string | undefined {
  if (inner.includes('[[') || inner.length > longestMarkup) return undefined;
  const [target = '', alias] = inner.split('|', 2);
  if (alias !== undefined) return alias;
  const [page = '', ...anchors] = target.split('#');
  return page === '' ? (anchors.pop() ?? '').replace(/^\^.*/, '') : page.replace(/^.*\//, '');
}
