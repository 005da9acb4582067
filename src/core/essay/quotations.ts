import type { Span } from '../text/position';
import type { Paragraph } from './prose';

/** Words of the essay that are marked as somebody else's. */
export interface Quotation {
  /** With the quotation marks; of a block quote, from its first word to its last punctuation. */
  readonly span: Span;
  /** Without them. */
  readonly inner: Span;
  /** As long as `inner`, notes and citations blanked out. */
  readonly words: string;
  readonly isBlock: boolean;
}

const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  '＂': '＂',
  '“': '”',
  '„': '“”"',
  '”': '”',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
  '「': '」',
  '『': '』',
  '‘': '’',
  '‚': '‘’',
  "'": "'",
};
const ANY_OPENING = /["＂“„”«»‹›「『‘‚']/gu;
/** Marks that are apostrophes just as well. */
const SINGLE = new Set(['‘', "'", '‚']);
const ELISION = /^['‘](?:\d|tis\b|twas\b|em\b|n['’]|til\b|cause\b)/i;
const MAX_LENGTH = 3000;
/** Of a quotation in single marks, which may be apostrophes. */
const MAX_SINGLE = 500;

/**
 * The quotations of a paragraph in order, outermost only. A mark that nothing closes opens none.
 *
 * @param text of the whole essay
 */
export function quotationsIn(paragraph: Paragraph, text: string): readonly Quotation[] {
  const { span } = paragraph;
  const written = text.slice(span.start, span.end);
  const words = withBrackets(paragraph.words, written);
  if (paragraph.isQuoted) return blockQuotation(words, span);
  const found: Quotation[] = [];
  ANY_OPENING.lastIndex = 0;
  for (let match = ANY_OPENING.exec(words); match; match = ANY_OPENING.exec(words)) {
    const open = match.index;
    if (!opens(words, open, written)) continue;
    const close = closingOf(words, open, written);
    if (close === undefined) continue;
    const inner = { start: span.start + open + 1, end: span.start + close };
    found.push({
      span: { start: inner.start - 1, end: inner.end + 1 },
      inner,
      words: words.slice(open + 1, close),
      isBlock: false,
    });
    ANY_OPENING.lastIndex = close + 1;
  }
  return found;
}

/** `[sic]`, `[t]he` and `[…]` may look like links, whose brackets are blanked out; here they are part of the words. */
function withBrackets(words: string, written: string): string {
  if (!written.includes('[')) return words;
  return written
    .replace(/\[([^[\]]*)\](?!\()/g, (bracket, inner: string, at: number) =>
      words.slice(at + 1, at + 1 + inner.length) === inner ? bracket : words.slice(at, at + bracket.length),
    )
    .replace(/[^[\]]/g, (_, at: number) => words.charAt(at));
}

/** A paragraph of a block quote, without the line that says who it is by. */
function blockQuotation(words: string, span: Span): readonly Quotation[] {
  const said = words.replace(/\n\s*(?:[—–]|--)\s*\S.*$/s, (line) => ' '.repeat(line.length));
  const first = said.search(/\S/);
  if (first < 0) return [];
  const end = said.trimEnd().length;
  const inner = { start: span.start + first, end: span.start + end };
  return [{ span: inner, inner, words: said.slice(first, end), isBlock: true }];
}

/** @param written with the marks of emphasis, which are no space: `"*word*"` */
function opens(words: string, at: number, written: string): boolean {
  const mark = words[at] ?? '';
  if (/[“„«‹「『]/.test(mark)) return true;
  if (!/^$|[\s([{—–/-]/.test(words.charAt(at - 1)) || !/\S/.test(written.charAt(at + 1))) return false;
  return !SINGLE.has(mark) || !ELISION.test(words.slice(at, at + 8));
}

function closingOf(words: string, open: number, written: string): number | undefined {
  const mark = words[open] ?? '';
  const closing = CLOSING[mark] ?? '';
  const limit = Math.min(words.length, open + (SINGLE.has(mark) ? MAX_SINGLE : MAX_LENGTH));
  for (let at = open + 1; at < limit; at++) {
    const character = words.charAt(at);
    // A second opening mark shows that the first one was never closed.
    if (character === mark && mark !== closing[0] && !SINGLE.has(mark)) return undefined;
    if (!closing.includes(character)) continue;
    if (mark === '"' && opens(words, at, written) && !/[\s\p{P}]/u.test(words.charAt(at + 1)))
      return undefined;
    if (SINGLE.has(mark) && isApostrophe(words, at, written)) continue;
    return at > open + 1 ? at : undefined;
  }
  return undefined;
}

/** Inside a word, or after a plural that goes on: `the soldiers’ boots`, with another mark still to come. */
function isApostrophe(words: string, at: number, written: string): boolean {
  if (/[\p{L}\p{N}]/u.test(words.charAt(at + 1)) || /\s/.test(written.charAt(at - 1))) return true;
  const rest = words.slice(at + 1, at + 400);
  return (
    /s/.test(words.charAt(at - 1)) &&
    /^\s\p{Ll}/u.test(rest) &&
    /^[^‘“"]*?\S['’](?=[\s.,;:!?)]|$)/u.test(rest)
  );
}
