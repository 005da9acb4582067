import type { Syntax } from '../outline';
import { unescapeText } from './escapes';

/** A key and value that Obsidian's `[key:: value]` puts into a statement. */
export interface InlineField {
  readonly key: string;
  readonly value: string;
}

/** A statement without markup, and what the markup held. */
export interface PlainStatement {
  readonly text: string;
  /** Contents of Pandoc citations in brackets: `see @gaddis2005, 12`. */
  readonly citations: readonly string[];
  readonly fields: readonly InlineField[];
}

const namedEntities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  sect: '§',
  para: '¶',
  middot: '·',
  bull: '•',
};

const punctuation = /[!-/:-@[-`{-~]/;
const wordCharacter = /[\p{L}\p{N}]/u;

/** Stands where a citation was taken out: a private-use character, never seen. */
export const citationPlace = '\ue000';

/** No link, tag or citation is longer, in UTF-16 units: what goes on for longer was not meant as one. */
const longestMarkup = 1000;

interface Delimiter {
  readonly mark: string;
  /** Index into the pieces of the output. */
  readonly piece: number;
}

/** Takes markup away in one pass: every look-ahead that fails is remembered, so that hostile text costs no more. */
class MarkupStripper {
  readonly #raw: string;
  readonly #syntax: Syntax;
  readonly #depth: number;
  readonly #pieces: string[] = [];
  readonly #delimiters: Delimiter[] = [];
  readonly #found = new Map<string, { readonly from: number; readonly index: number }>();
  readonly citations: string[] = [];
  readonly fields: InlineField[] = [];
  #at = 0;

  constructor(raw: string, syntax: Syntax, depth = 0) {
    this.#raw = raw;
    this.#syntax = syntax;
    this.#depth = depth;
  }

  strip(): string {
    const raw = this.#raw;
    let copied = 0;
    while (this.#at < raw.length) {
      const from = this.#at;
      const replacement = this.#step(raw[from] ?? '');
      if (replacement === undefined) {
        this.#at = from + 1;
        continue;
      }
      if (copied < from) this.#pieces.push(raw.slice(copied, from));
      this.#pieces.push(replacement);
      copied = this.#at;
      const delimiter = this.#pending;
      if (delimiter) this.#matchDelimiter(delimiter);
    }
    if (copied < raw.length) this.#pieces.push(raw.slice(copied));
    return this.#pieces.join('');
  }

  #pending: { mark: string; opens: boolean; closes: boolean } | undefined;

  /** Moves past what starts at the current place and returns what stands for it; undefined: the character itself. */
  #step(character: string): string | undefined {
    this.#pending = undefined;
    switch (character) {
      case '\n':
      case '\r':
        return this.#lineBreak();
      case '<':
        return this.#angle();
      case '&':
        return this.#entity();
    }
    return this.#syntax === 'org' ? this.#orgStep(character) : this.#markdownStep(character);
  }

  #markdownStep(character: string): string | undefined {
    switch (character) {
      case '\\':
        return punctuation.test(this.#raw[this.#at + 1] ?? '')
          ? this.#take(2, this.#raw[this.#at + 1])
          : undefined;
      case '`':
        return this.#code();
      case '!':
        return this.#embed();
      case '[':
        return this.#bracket();
      case '(':
        return this.#pdfLink() ?? this.#field('(', ')');
      case '%':
        return this.#raw.startsWith('%%', this.#at)
          ? this.#between('%%', '%%', () => '', Infinity)
          : undefined;
      case '=':
      case '~':
        return this.#raw.startsWith(character + character, this.#at)
          ? this.#delimiter(character + character)
          : undefined;
      case '*':
      case '_':
        return this.#delimiter(this.#run(character));
    }
    return undefined;
  }

  #orgStep(character: string): string | undefined {
    switch (character) {
      case '[':
        if (this.#raw.startsWith('[cite', this.#at)) return this.#orgCitation();
        if (this.#raw.startsWith('[fn:', this.#at)) return this.#between('[fn:', ']', () => '');
        if (this.#raw.startsWith('[[', this.#at))
          return this.#between(
            '[[',
            ']]',
            (inner) =>
              inner
                .split('][')
                .pop()
                ?.replace(/^(?:file|id|cite):/, '') ?? '',
          );
        return this.#timestamp('[', ']');
      case '*':
      case '/':
      case '_':
      case '+':
      case '=':
      case '~':
        return this.#delimiter(character);
    }
    return undefined;
  }

  #take(length: number, replacement = ''): string {
    this.#at += length;
    return replacement;
  }

  #run(character: string): string {
    let end = this.#at;
    while (this.#raw[end] === character) end++;
    return this.#raw.slice(this.#at, end);
  }

  /** Index of `mark` at or after `from`, or -1; no stretch of the text is searched twice for the same mark. */
  #find(mark: string, from: number): number {
    const known = this.#found.get(mark);
    if (known && known.from <= from && (known.index < 0 || from <= known.index)) return known.index;
    const index = this.#raw.indexOf(mark, from);
    this.#found.set(mark, { from, index });
    return index;
  }

  #between(
    open: string,
    close: string,
    read: (inner: string) => string | undefined,
    limit = longestMarkup,
  ): string | undefined {
    const start = this.#at + open.length;
    const end = this.#find(close, start);
    if (end < 0 || end - start > limit) return undefined;
    const replacement = read(this.#raw.slice(start, end));
    if (replacement === undefined) return undefined;
    this.#at = end + close.length;
    return replacement;
  }

  #lineBreak(): string {
    while (/[\s>]/.test(this.#raw[this.#at] ?? '')) this.#at++;
    return ' ';
  }

  #code(): string | undefined {
    const ticks = this.#run('`');
    return this.#between(ticks, ticks, (inner) => inner) ?? this.#take(ticks.length, ticks);
  }

  #embed(): string | undefined {
    if (this.#raw.startsWith('![[', this.#at)) return this.#between('![[', ']]', () => '');
    const target = this.#raw.startsWith('![', this.#at) ? this.#linkAt(this.#at + 1) : undefined;
    return target && this.#take(target.end - this.#at);
  }

  #bracket(): string | undefined {
    const raw = this.#raw;
    if (raw.startsWith('[[', this.#at)) return this.#between('[[', ']]', wikiLinkText);
    if (raw.startsWith('[^', this.#at))
      return this.#between('[^', ']', (id) => (/^[^\s[\]]{1,60}$/.test(id) ? '' : undefined));
    const field = this.#field('[', ']');
    if (field !== undefined) return field;
    const link = this.#linkAt(this.#at);
    if (link) {
      const isPlace = /^zotero:/.test(link.target) && raw[this.#at - 1] !== '(' && !link.text.startsWith('(');
      this.#at = link.end;
      if (isPlace) return `(${link.text})`;
      if (this.#depth > 2) return link.text;
      const inner = new MarkupStripper(link.text, this.#syntax, this.#depth + 1);
      const text = inner.strip();
      this.citations.push(...inner.citations);
      return text;
    }
    return this.#between('[', ']', (inner) => {
      if (!/(?:^|[\s;-])@[\p{L}\p{N}_{]/u.test(inner) || inner.includes('[')) return undefined;
      this.citations.push(inner);
      return citationPlace;
    });
  }

  /** `([pdf](zotero://open-pdf/…))` leads back to the annotation and says nothing. */
  #pdfLink(): string | undefined {
    if (this.#raw[this.#at + 1] !== '[') return undefined;
    const link = /^\(\[(?:pdf|snapshot|epub|snippet)\]\(zotero:[^)\s]{0,500}\)\)/i.exec(
      this.#raw.slice(this.#at, this.#at + 600),
    );
    return link ? this.#take(link[0].length) : undefined;
  }

  #field(open: string, close: string): string | undefined {
    return this.#between(open, close, (inner) => {
      const separator = inner.indexOf('::');
      if (separator < 1 || separator > 60 || inner.includes('[')) return undefined;
      this.fields.push({ key: inner.slice(0, separator).trim(), value: inner.slice(separator + 2).trim() });
      return '';
    });
  }

  /** The inline link whose `[` stands at `from`. */
  #linkAt(
    from: number,
  ): { readonly text: string; readonly target: string; readonly end: number } | undefined {
    const close = this.#find('](', from);
    if (close < 0 || close - from > longestMarkup || this.#find(']', from) < close) return undefined;
    const parenthesis = this.#find(')', close);
    if (parenthesis < 0 || parenthesis - close > longestMarkup) return undefined;
    let level = 1;
    const limit = Math.min(this.#raw.length, close + 2000);
    for (let end = close + 2; end < limit; end++) {
      const character = this.#raw[end];
      if (character === '\n') return undefined;
      if (character === '(') level++;
      else if (character === ')' && --level === 0)
        return {
          text: this.#raw.slice(from + 1, close),
          target: this.#raw.slice(close + 2, end),
          end: end + 1,
        };
    }
    return undefined;
  }

  #angle(): string | undefined {
    if (this.#raw.startsWith('<!--', this.#at)) return this.#between('<!--', '-->', () => '', Infinity);
    if (this.#syntax === 'org') return this.#timestamp('<', '>');
    return this.#between('<', '>', (inner) => {
      if (inner.length > 2000 || inner.includes('<')) return undefined;
      if (/^(?:https?|mailto|zotero):[^\s]+$/i.test(inner)) return inner;
      if (/^br\s*\/?$/i.test(inner)) return ' ';
      return /^\/?[a-z][a-z0-9-]*(?:[\s/].*)?$/is.test(inner) ? '' : undefined;
    });
  }

  #timestamp(open: string, close: string): string | undefined {
    return this.#between(open, close, (inner) =>
      /^\d{4}-\d\d-\d\d\b[^[\]<>]*$/.test(inner) ? '' : undefined,
    );
  }

  #orgCitation(): string | undefined {
    return this.#between('[cite', ']', (inner) => {
      this.citations.push(inner.slice(inner.indexOf(':') + 1));
      return citationPlace;
    });
  }

  #entity(): string | undefined {
    const entity = /^&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/i.exec(
      this.#raw.slice(this.#at, this.#at + 12),
    );
    if (!entity) return undefined;
    const [whole, decimal, hexadecimal, name = ''] = entity;
    const code = decimal ? Number(decimal) : hexadecimal ? parseInt(hexadecimal, 16) : 0;
    const text =
      code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : namedEntities[name.toLowerCase()];
    return text === undefined ? undefined : this.#take(whole.length, text);
  }

  /** Marks that come in pairs stay until their partner is found: an asterisk alone is the student's. */
  #delimiter(mark: string): string {
    const before = this.#raw[this.#at - 1] ?? ' ';
    const after = this.#raw[this.#at + mark.length] ?? ' ';
    const wordBefore = wordCharacter.test(before);
    const wordAfter = wordCharacter.test(after);
    const intraword = mark[0] === '*' || mark.length === 2;
    const strict = this.#syntax === 'org' || !intraword;
    const opens = !/\s/.test(after) && !(strict && wordBefore);
    const closes = !/\s/.test(before) && !(strict && wordAfter);
    this.#pending = { mark, opens, closes };
    return this.#take(mark.length, mark);
  }

  #matchDelimiter({ mark, opens, closes }: { mark: string; opens: boolean; closes: boolean }): void {
    const piece = this.#pieces.length - 1;
    if (closes) {
      for (
        let index = this.#delimiters.length - 1;
        index >= Math.max(0, this.#delimiters.length - 20);
        index--
      ) {
        const opener = this.#delimiters[index];
        if (opener?.mark !== mark) continue;
        this.#pieces[opener.piece] = '';
        this.#pieces[piece] = '';
        this.#delimiters.length = index;
        return;
      }
    }
    if (opens) this.#delimiters.push({ mark, piece });
  }
}

/** What an Obsidian link shows: the alias, else the name of the note without folder, heading and block. */
function wikiLinkText(inner: string): string | undefined {
  if (inner.includes('[[') || inner.length > 1000) return undefined;
  const [target = '', alias] = inner.split('|', 2);
  if (alias !== undefined) return alias;
  const [page = '', ...anchors] = target.split('#');
  return page === '' ? (anchors.pop() ?? '').replace(/^\^.*/, '') : page.replace(/^.*\//, '');
}

const mayHoldMarkup = /[\\`*_~=[<&!%(/+\r\n]/;

/** Takes the markup of `syntax` off a statement; its words stay to the letter. */
export function stripMarkup(raw: string, syntax: Syntax): PlainStatement {
  if ((syntax !== 'markdown' && syntax !== 'org') || !mayHoldMarkup.test(raw))
    return { text: unescapeText(raw, syntax).replace(/[\r\n][\s>]*/g, ' '), citations: [], fields: [] };
  const stripper = new MarkupStripper(raw, syntax);
  return { text: stripper.strip(), citations: stripper.citations, fields: stripper.fields };
}
