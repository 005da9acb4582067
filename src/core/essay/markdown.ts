import type { BlockContext, InlineContext, Line, MarkdownConfig } from '@lezer/markdown';
import { GFM, parser as commonMark } from '@lezer/markdown';
import { parseCitationAt } from '../citation/pandoc/parseCitation';

/** `[^label]` in the running text. */
const FOOTNOTE_REFERENCE = /^\[\^([^\s[\]]+)\]/;
/** `[^label]: ` at the start of a line. */
const FOOTNOTE_DEFINITION = /^\[\^([^\s[\]]+)\]:[ \t]*/;

/** Columns that the later lines of a footnote are indented by, as pandoc has it. */
const DEFINITION_INDENT = 4;

function parseFootnoteReference(context: InlineContext, next: number, position: number): number {
  if (next !== 91 /* [ */) return -1;
  const match = FOOTNOTE_REFERENCE.exec(context.slice(position, Math.min(context.end, position + 200)));
  if (!match) return -1;
  return context.addElement(context.elt('FootnoteReference', position, position + match[0].length));
}

/** In `What![^1]` the exclamation mark is the sentence's, and opens no picture. */
function parseExclamation(context: InlineContext, next: number, position: number): number {
  if (next !== 33 /* ! */ || context.char(position + 1) !== 91 /* [ */) return -1;
  const after = context.slice(position + 1, Math.min(context.end, position + MAX_INLINE_NOTE));
  return FOOTNOTE_REFERENCE.test(after) || parseCitationAt(after, 0) ? position + 1 : -1;
}

/** Longest inline note or citation in UTF-16 units: keeps a text full of unclosed ones from costing quadratic time. */
const MAX_INLINE_NOTE = 10_000;

/** `^[A note written in place]`, brackets inside it balanced. */
function parseInlineNote(context: InlineContext, next: number, position: number): number {
  if (next !== 94 /* ^ */ || context.char(position + 1) !== 91) return -1;
  const limit = Math.min(context.end, position + MAX_INLINE_NOTE);
  let depth = 0;
  for (let at = position + 1; at < limit; at++) {
    const character = context.char(at);
    if (character === 92 /* \ */) at++;
    else if (character === 91) depth++;
    else if (character === 93 && --depth === 0) {
      return context.addElement(context.elt('InlineNote', position, at + 1));
    }
  }
  return -1;
}

/** `[see @zubok1996, p. 63]` or `@zubok1996 [p. 63]`. */
function parseCitation(context: InlineContext, next: number, position: number): number {
  if (
    next !== 91 /* [ */ &&
    next !== 64 /* @ */ &&
    !(next === 45 /* - */ && context.char(position + 1) === 64)
  )
    return -1;
  // What stands before decides whether it is one: an e-mail address is none.
  const start = Math.max(context.offset, position - 1);
  const text = context.slice(start, Math.min(context.end, position + MAX_INLINE_NOTE));
  const citation = parseCitationAt(text, position - start);
  return citation ? context.addElement(context.elt('Citation', position, start + citation.span.end)) : -1;
}

function parseFootnoteDefinition(context: BlockContext, line: Line): boolean | null {
  if (line.indent >= line.baseIndent + DEFINITION_INDENT) return false;
  const match = FOOTNOTE_DEFINITION.exec(line.text.slice(line.pos));
  if (!match) return false;
  context.startComposite('FootnoteDefinition', line.pos, line.baseIndent + DEFINITION_INDENT);
  line.moveBase(line.pos + match[0].length);
  return null;
}

function continuesFootnote(_context: BlockContext, line: Line, indent: number): boolean {
  const blank = line.pos >= line.text.length;
  if (!blank && line.indent < indent) return false;
  if (!blank) line.moveBaseColumn(indent);
  return true;
}

const notes: MarkdownConfig = {
  defineNodes: [
    'FootnoteReference',
    'InlineNote',
    'Citation',
    { name: 'FootnoteDefinition', block: true, composite: continuesFootnote },
  ],
  parseInline: [
    { name: 'Exclamation', parse: parseExclamation, before: 'Image' },
    { name: 'FootnoteReference', parse: parseFootnoteReference, before: 'Link' },
    { name: 'InlineNote', parse: parseInlineNote, before: 'Link' },
    { name: 'Citation', parse: parseCitation, before: 'Link' },
  ],
  parseBlock: [
    {
      name: 'FootnoteDefinition',
      parse: parseFootnoteDefinition,
      endLeaf: (_context, line) => FOOTNOTE_DEFINITION.test(line.text.slice(line.pos)),
      before: 'LinkReference',
    },
  ],
};

/** Markdown as students write essays in it: CommonMark and GFM with footnotes and Pandoc's citations. */
export const markdownParser = commonMark.configure([GFM, notes]);

const FRONT_MATTER = /^---[ \t]*\r?\n(?:[^\n]*\n)*?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/** Length of the YAML front matter at the start of `text` in UTF-16 units, or 0. */
export function frontMatterLength(text: string): number {
  return FRONT_MATTER.exec(text)?.[0].length ?? 0;
}

/** The text with its front matter blanked out, so that the parser passes over it and every offset stays. */
export function withoutFrontMatter(text: string): string {
  const length = frontMatterLength(text);
  return length === 0 ? text : text.slice(0, length).replace(/[^\r\n]/g, ' ') + text.slice(length);
}
