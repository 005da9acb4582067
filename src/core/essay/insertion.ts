import type { PageLeadIn } from '../citation/pagePlace';
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
  readonly leadIn?: PageLeadIn;
}

/** What stands in the sentence itself: `[@zubok1996]`, `(Zubok and Pleshakov 63)`. */
export interface InTextCitation {
  readonly form: 'inText';
  readonly text: string;
  /** Offset in `text` where a page would go, if none is known. */
  readonly pageAt?: number;
  readonly leadIn?: PageLeadIn;
}

/** Words to insert, as Markdown. */
export interface Wording {
  readonly text: string;
  /** The part of `text` that the student is to rewrite: it is selected first. */
  readonly placeholder?: Span;
}

/** What to insert, and where. */
export interface InsertionRequest {
  /** What it replaces, in the order of the text; empty at a cursor. Each place gets the words, and all share one footnote. */
  readonly at: readonly Span[];
  /** Empty to insert a citation alone. */
  readonly wording: Wording;
  readonly citation: RenderedCitation;
}

/** A place that Tab goes to. */
export interface SnippetStop {
  /** Into the edit's text. */
  readonly offset: number;
  /** The snippet's number over all edits of one step: 1 first, and 0 last. */
  readonly number: number;
  /** Units of text behind `offset` that are selected there. */
  readonly length?: number;
  /** What comes before a page that is typed there, unless the student types it. */
  readonly leadIn?: PageLeadIn;
}

/** Text to put in place of `span`, as a snippet. */
export interface SnippetEdit {
  readonly span: Span;
  readonly text: string;
  readonly stops: readonly SnippetStop[];
}

/** Full stop that ends a sentence, and not an abbreviation that may stand in its middle. */
const BARE_FULL_STOP = /(?<!\betc|\bal|\.)\.$/;

/** Punctuation that a footnote mark stands behind. */
const CLOSING_PUNCTUATION = /^[.,;:!?]["'”’»)]*/;

/**
 * The edits that insert words and their citation as one step: the words and the mark where the cursors are, a footnote's
 * text at the end of the document. Where both places touch it is one edit, because two would mangle each other.
 */
export function planInsertion(essay: EssayDocument, request: InsertionRequest): readonly SnippetEdit[] {
  const { citation } = request;
  return citation.form === 'inText'
    ? request.at.map((at) => inText(essay, at, request.wording, citation))
    : footnote(essay, request, citation);
}

function inText(essay: EssayDocument, at: Span, wording: Wording, citation: InTextCitation): SnippetEdit {
  const { before, after } = around(essay, at);
  const words = CLOSING_PUNCTUATION.test(after) ? wording.text.replace(BARE_FULL_STOP, '') : wording.text;
  const stop = BARE_FULL_STOP.test(words) ? '.' : '';
  const space = leadingSpace(before, words);
  const body = space + words.slice(0, words.length - stop.length);
  const gap = /\s$|^$/.test(before + body) ? '' : ' ';
  const opening = body + gap;
  const written = opening + citation.text + stop;
  const pageAt = citation.pageAt === undefined ? undefined : opening.length + citation.pageAt;
  const stops = wordStops(
    wording,
    { start: space.length, end: body.length },
    written.length,
    pageAt !== undefined,
  );
  return {
    span: at,
    text: written + trailingSpace(after),
    stops: pageAt === undefined ? stops : [...stops, { offset: pageAt, number: 2, leadIn: citation.leadIn }],
  };
}

function footnote(
  essay: EssayDocument,
  { at: places, wording }: InsertionRequest,
  citation: FootnoteCitation,
): readonly SnippetEdit[] {
  const { text } = essay;
  const label = nextFootnoteLabel(essay.footnotes);
  const hasPage = citation.pageAt !== undefined;
  const marks = places.map((at) => {
    const { before, after } = around(essay, at);
    const punctuation = CLOSING_PUNCTUATION.exec(after)?.[0] ?? '';
    const words = punctuation === '' ? wording.text : wording.text.replace(BARE_FULL_STOP, '');
    const rest = after.slice(punctuation.length);
    const space = leadingSpace(before, words);
    const marked = `${space}${words}${punctuation}[^${label}]`;
    const worded = { start: space.length, end: space.length + words.length };
    const stops = wordStops(wording, worded, marked.length, hasPage);
    return { span: { start: at.start, end: at.end + punctuation.length }, marked, stops, rest };
  });

  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const last = marks.at(-1);
  const atEnd = last?.rest.trim() === '' ? last : undefined;
  const gap = !atEnd && endsInFootnote(essay) ? newline : newline + newline;
  const opening = `${gap}[^${label}]: `;
  const definition = `${opening}${citation.note}${/[\r\n]$/.test(text) ? newline : ''}`;
  const pageAt = opening.length + (citation.pageAt ?? 0);
  const pageStops = hasPage ? [{ offset: pageAt, number: 2, leadIn: citation.leadIn }] : [];
  const edits = marks
    .filter((mark) => mark !== atEnd)
    .map(({ span, marked, stops, rest }) => ({ span, text: marked + trailingSpace(rest), stops }));
  if (atEnd) {
    const { span, marked, stops } = atEnd;
    const shifted = pageStops.map((stop) => ({ ...stop, offset: marked.length + stop.offset }));
    const whole = { start: span.start, end: text.length };
    return [...edits, { span: whole, text: marked + definition, stops: [...stops, ...shifted] }];
  }
  const end = { start: text.trimEnd().length, end: text.length };
  return [...edits, { span: end, text: definition, stops: pageStops }];
}

/** Tab goes to the placeholder, or first behind the citation, then to a page that is missing, and ends behind it. */
function wordStops(
  { placeholder }: Wording,
  words: Span,
  end: number,
  hasPage: boolean,
): readonly SnippetStop[] {
  const last = { offset: end, number: 0 };
  if (!placeholder) return hasPage ? [last, { offset: end, number: 1 }] : [last];
  const start = Math.min(words.start + placeholder.start, words.end);
  const length = Math.min(words.start + placeholder.end, words.end) - start;
  return [{ offset: start, number: 1, length }, last];
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
