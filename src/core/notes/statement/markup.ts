import type { Syntax } from '../outline';
import { allSigns, Sign } from '../../text/signs';
import { entityAt } from './entities';
import { unescapeText } from './escapes';
import { MarkdownMarkup } from './markdownMarkup';
import { MarkupCursor } from './markupCursor';
import type { InlineField, MarkupContents, MarkupGrammar } from './markupGrammar';
import { OrgMarkup } from './orgMarkup';

/** A statement without markup, and what the markup held. */
export interface PlainStatement {
  readonly text: string;
  /** Contents of Pandoc citations in brackets: `see @gaddis2005, 12`. */
  readonly citations: readonly string[];
  readonly fields: readonly InlineField[];
}

function strip(cursor: MarkupCursor, grammar: MarkupGrammar): string {
  const { raw } = cursor;
  const { start } = grammar;
  const pieces: string[] = [];
  let copied = 0;
  for (;;) {
    start.lastIndex = cursor.at;
    const from = start.exec(raw)?.index;
    if (from === undefined) break;
    cursor.at = from;
    const character = raw[from] ?? '';
    const replacement =
      character === '\n' || character === '\r'
        ? lineBreak(cursor)
        : character === '&'
          ? entity(cursor)
          : grammar.step(character);
    if (replacement === undefined) {
      cursor.at = from + 1;
      continue;
    }
    if (copied < from) pieces.push(raw.slice(copied, from));
    pieces.push(replacement);
    copied = cursor.at;
    grammar.settle(pieces);
  }
  if (copied === 0) return raw;
  if (copied < raw.length) pieces.push(raw.slice(copied));
  return pieces.join('');
}

/** A line break goes with the indentation and the quote marks of the next line. */
function lineBreak(cursor: MarkupCursor): string {
  while (/[\s>]/.test(cursor.raw[cursor.at] ?? '')) cursor.at++;
  return ' ';
}

function entity(cursor: MarkupCursor): string | undefined {
  const found = entityAt(cursor.raw, cursor.at);
  return found && cursor.take(found.length, found.character);
}

function stripMarkdown(raw: string, contents: MarkupContents, depth = 0): string {
  const cursor = new MarkupCursor(raw);
  const readLinkText = (text: string) => (depth > 2 ? text : stripMarkdown(text, contents, depth + 1));
  return strip(cursor, new MarkdownMarkup(cursor, contents, readLinkText));
}

function stripOrg(raw: string, contents: MarkupContents): string {
  const cursor = new MarkupCursor(raw);
  return strip(cursor, new OrgMarkup(cursor, contents));
}

const none: readonly never[] = [];
const mayBeMarkdown = /[\\`*_[<&\r\n]|==|~~|%%|::/;

/** `([pdf](zotero://open-pdf/…))` leads back to an annotation and says nothing. */
const wayBack = /\(\[(?:pdf|snapshot|epub|snippet)\]\(zotero:[^)\s]{0,500}\)\)/gi;

/** Takes the markup of `syntax` off a statement; its words stay to the letter. `signs`: those that it may hold. */
export function stripMarkup(raw: string, syntax: Syntax, signs = allSigns): PlainStatement {
  if (syntax !== 'markdown' && syntax !== 'org')
    return { text: unescapeText(raw, syntax).replace(/[\r\n][\s>]*/g, ' '), citations: none, fields: none };
  if (syntax === 'markdown' && ((signs & (Sign.markup | Sign.doubled)) === 0 || !mayBeMarkdown.test(raw)))
    return { text: raw, citations: none, fields: none };
  const contents: MarkupContents = { citations: [], fields: [] };
  const said = raw.includes('](zotero:') ? raw.replace(wayBack, '') : raw;
  const text = syntax === 'org' ? stripOrg(said, contents) : stripMarkdown(said, contents);
  return { text, ...contents };
}
