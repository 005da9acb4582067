import type { Span } from '../../text/position';
import type { NotesLine } from '../notesText';
import type { ArgumentKind } from '../outline';
import { endsSentence, startsWithPlace } from './words';

/** A line of Markdown notes with what goes on with it. */
export interface MarkdownItem {
  readonly type: 'heading' | 'list' | 'paragraph' | 'quote' | 'definition';
  /** Heading level as written, or 0. */
  readonly level: number;
  readonly first: NotesLine;
  last: NotesLine;
  readonly start: number;
  end: number;
  readonly indent: number;
  /** Column of the first word. */
  readonly contentIndent: number;
  /** Style of a list item's marker. */
  readonly style: string;
  /** Whether a blank line, or another sort of block, stands before it. */
  readonly apart: boolean;
  readonly kind?: ArgumentKind;
}

export const spanOf = (item: MarkdownItem): Span => ({ start: item.start, end: item.end });

/** A box to tick, with the signs that Obsidian's themes give a meaning of their own. */
export const taskBox = /^\[([ xX/><*!?"-])\]\s+/;

/** What stands behind a box: a task, unless its sign says that it is none. */
export function kindOfBox(box: string): ArgumentKind | undefined {
  const [, sign = ' '] = box;
  if (sign === '?') return 'comment';
  if (sign === '"') return 'quotation';
  return sign === '!' || sign === '*' ? undefined : 'todo';
}

/** A line that ends with one of these goes on below. */
const danglingWord =
  /(?:,|\s(?:the|an?|of|and|or|to|in|on|for|with|by|from|that|as|at|is|was|were|his|her|their|its|der|die|das|und|von|le|la|les|de|du|des|et|el|los|и|в|на|с))$/iu;

const boldField = /^(?:[-*+]\s+)?(\*\*|__)[\p{L}\p{N} _-]{1,40}(?:\1\s?::?|::?\1)\s*/u;
const onlyLinks = /^(?:\[[^\]]{0,200}\]\((?:zotero|https?|file|obsidian):[^)]{0,500}\)[\s,;|]*)+$/u;

/** A line about the source that plug-ins write: `**Authors**:: [[…]]`, or a bold label with nothing but links. */
export function isFieldLine(text: string): boolean {
  const field = text.length > 1000 ? null : boldField.exec(text);
  return field !== null && (field[0].includes('::') || onlyLinks.test(text.slice(field[0].length)));
}

const longestParagraph = 8000;

/** Whether `line`, right under `item` and without a marker, is part of it. */
export function continuesMarkdown(item: MarkdownItem, line: NotesLine): boolean {
  if (line.end - item.start > longestParagraph) return false;
  const above = item.last.text;
  if (startsWithPlace(line.text, endsSentence(above)) || line.text.includes(' :: ')) return false;
  const lower = /^[\p{Ll}(]/u.test(line.text);
  if (item.type === 'list' && line.indent >= Math.min(item.contentIndent, item.indent + 2))
    return !/[:：]$/.test(above) || lower;
  if (/[?？:：]$/.test(above) && !lower) return false;
  if (!/^[\p{Lu}\p{Lo}]/u.test(line.text) && above.length >= 40 && !endsSentence(above)) return true;
  if (danglingWord.test(above)) return true;
  const isLong = above.length >= 55 && above.length <= 130;
  return lower || isLong || (item.last !== item.first && item.first.text.length >= 55);
}
