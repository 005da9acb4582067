import type { Span } from '../text/position';
import type { EssayDocument } from './essayDocument';
import { nextFootnoteLabel } from './footnotes';

/** A citation, ready to stand in an essay. */
export type RenderedCitation = FootnoteCitation | InTextCitation;

export interface FootnoteCitation {
  readonly form: 'footnote';
  readonly note: string;
  /** Offset in `note` where a page would go, if none is known. */
  readonly pageAt?: number;
}

/** What stands in the sentence itself: `[@zubok1996]`, `(Zubok and Pleshakov 63)`. */
export interface InTextCitation {
  readonly form: 'inText';
  readonly text: string;
  /** Offset in `text` where a page would go, if none is known. */
  readonly pageAt?: number;
}

/** What to insert, and where. */
export interface InsertionRequest {
  /** What it replaces; empty at a cursor. */
  readonly at: Span;
  /** The words; empty to insert a citation alone. */
  readonly wording: string;
  readonly citation: RenderedCitation;
}

/** Text to put in place of `span`, as a snippet. */
export interface SnippetEdit {
  readonly span: Span;
  readonly text: string;
  /** Where Tab goes: offsets into `text` with the snippet's numbers, 1 first and 0 last, over all edits of one step. */
  readonly stops: readonly { readonly offset: number; readonly number: number }[];
}

/** Full stop that ends a sentence, and not an abbreviation that may stand in its middle. */
const BARE_FULL_STOP = /(?<!\betc|\bal|\.)\.$/;

/** Punctuation that a footnote mark stands behind. */
const CLOSING_PUNCTUATION = /^[.,;:!?]["'”’»)]*/;

/**
 * The edits that insert words and their citation as one step: the words and the mark where the cursor is, a footnote's
 * text at the end of the document. Where both places touch it is one edit, because two would mangle each other.
 */
export function planInsertion(essay: EssayDocument, request: InsertionRequest): readonly SnippetEdit[] {
  const { citation } = request;
  return citation.form === 'inText' ? [inText(essay, request, citation)] : footnote(essay, request, citation);
}

function inText(
  essay: EssayDocument,
  { at, wording }: InsertionRequest,
  citation: InTextCitation,
): SnippetEdit {
  const { before, after } = around(essay, at);
  const words = CLOSING_PUNCTUATION.test(after) ? wording.replace(BARE_FULL_STOP, '') : wording;
  const stop = BARE_FULL_STOP.test(words) ? '.' : '';
  const body = leadingSpace(before, words) + words.slice(0, words.length - stop.length);
  const gap = /\s$|^$/.test(before + body) ? '' : ' ';
  const opening = body + gap;
  const written = opening + citation.text + stop;
  const stops = [{ offset: written.length, number: 0 }];
  if (citation.pageAt !== undefined) {
    stops.push(
      { offset: written.length, number: 1 },
      { offset: opening.length + citation.pageAt, number: 2 },
    );
  }
  return { span: at, text: written + trailingSpace(after), stops };
}

function footnote(
  essay: EssayDocument,
  request: InsertionRequest,
  citation: FootnoteCitation,
): readonly SnippetEdit[] {
  const { text } = essay;
  const { before, after } = around(essay, request.at);
  const punctuation = CLOSING_PUNCTUATION.exec(after)?.[0] ?? '';
  const words = punctuation === '' ? request.wording : request.wording.replace(BARE_FULL_STOP, '');
  const rest = after.slice(punctuation.length);
  const label = nextFootnoteLabel(essay.footnotes);
  const marked = `${leadingSpace(before, words)}${words}${punctuation}[^${label}]`;
  const span = { start: request.at.start, end: request.at.end + punctuation.length };

  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const atEnd = rest.trim() === '';
  const gap = !atEnd && endsInFootnote(essay) ? newline : newline + newline;
  const opening = `${gap}[^${label}]: `;
  const definition = `${opening}${citation.note}${/[\r\n]$/.test(text) ? newline : ''}`;
  const markStops = [{ offset: marked.length, number: 0 }];
  const pageStops = [];
  if (citation.pageAt !== undefined) {
    markStops.push({ offset: marked.length, number: 1 });
    pageStops.push({ offset: opening.length + citation.pageAt, number: 2 });
  }
  if (atEnd) {
    const shifted = pageStops.map((stop) => ({ ...stop, offset: marked.length + stop.offset }));
    const whole = { start: span.start, end: text.length };
    return [{ span: whole, text: marked + definition, stops: [...markStops, ...shifted] }];
  }
  const end = { start: text.trimEnd().length, end: text.length };
  return [
    { span, text: marked + trailingSpace(rest), stops: markStops },
    { span: end, text: definition, stops: pageStops },
  ];
}

function around(
  { text }: EssayDocument,
  { start, end }: Span,
): { readonly before: string; readonly after: string } {
  return { before: text.slice(0, start), after: text.slice(end) };
}

/** Words don't stick to what stands before them, unless that opens a bracket or a quotation. */
function leadingSpace(before: string, words: string): string {
  return words !== '' && /[^\s([{"“‘«—–-]$/.test(before) ? ' ' : '';
}

function trailingSpace(after: string): string {
  return /^[\p{L}\p{N}]/u.test(after) ? ' ' : '';
}

/** Whether the essay's last block is a footnote's text: the next one may then follow without an empty line. */
function endsInFootnote({ text, footnotes }: EssayDocument): boolean {
  const last = footnotes.definitions.at(-1);
  return last !== undefined && last.span.end >= text.trimEnd().length;
}
