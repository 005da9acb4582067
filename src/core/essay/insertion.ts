import type { Span } from '../text/position';
import type { EssayDocument } from './essayDocument';
import { nextFootnoteLabel } from './footnotes';

/** A citation, ready to stand in an essay. */
export type RenderedCitation =
  /** The text of a footnote; `pageAt` is the offset in it where a page would go, if none is known. */
  | { readonly form: 'footnote'; readonly note: string; readonly pageAt?: number }
  /** What stands in the sentence itself: `[@zubok1996]`, `(Zubok and Pleshakov 63)`. */
  | { readonly form: 'inText'; readonly text: string; readonly pageAt?: number };

/** What to insert, and where. */
export interface InsertionRequest {
  /** What it replaces; empty at a cursor. */
  readonly at: Span;
  /** The words; empty to insert a citation alone. */
  readonly wording: string;
  readonly citation: RenderedCitation;
}

/** Text to put in place of `span`. `stops` are offsets into `text`, in the order in which Tab visits them. */
export interface SnippetEdit {
  readonly span: Span;
  readonly text: string;
  readonly stops: readonly { readonly offset: number; readonly order: number }[];
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
  const { text } = essay;
  const before = text.slice(0, request.at.start);
  let after = text.slice(request.at.end);
  let end = request.at.end;
  let { wording } = request;
  let punctuation = '';
  const follows = CLOSING_PUNCTUATION.exec(after)?.[0];
  if (wording !== '' && follows !== undefined) {
    wording = wording.replace(BARE_FULL_STOP, '');
    if (request.citation.form === 'footnote') {
      punctuation = follows;
      end += follows.length;
      after = after.slice(follows.length);
    }
  }
  const lead = wording !== '' && /[^\s([{"“‘«—–-]$/.test(before) ? ' ' : '';
  const tail = /^[\p{L}\p{N}]/u.test(after) ? ' ' : '';
  const { citation } = request;

  if (citation.form === 'inText') {
    const [, body = wording, stop = ''] = BARE_FULL_STOP.test(wording) ? /^(.*)(\.)$/s.exec(wording)! : [];
    const gap = body === '' ? (/\S$/.test(before) ? ' ' : '') : ' ';
    const opening = `${lead}${body}${gap}`;
    const written = `${opening}${citation.text}${stop}`;
    const stops = [{ offset: written.length, order: 0 }];
    if (citation.pageAt !== undefined) stops.push({ offset: opening.length + citation.pageAt, order: 1 });
    return [{ span: { start: request.at.start, end }, text: written + tail, stops }];
  }

  const label = nextFootnoteLabel(essay.footnotes);
  const marked = `${lead}${wording}${punctuation}[^${label}]`;
  const definitionStart = `[^${label}]: `;
  const page = citation.pageAt;
  const atEnd = after.trim() === '';
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const separator = atEnd ? newline.repeat(2) : definitionSeparator(essay, newline);
  const definition = `${separator}${definitionStart}${citation.note}`;
  const pageOffset = page === undefined ? undefined : separator.length + definitionStart.length + page;
  const finalNewline = /[\r\n]$/.test(text) ? newline : '';
  if (atEnd) {
    const stops = [{ offset: marked.length, order: 0 }];
    if (pageOffset !== undefined) {
      stops.push({ offset: marked.length, order: 1 }, { offset: marked.length + pageOffset, order: 2 });
    }
    return [
      { span: { start: request.at.start, end: text.length }, text: `${marked}${definition}${finalNewline}`, stops },
    ];
  }
  const contentEnd = text.trimEnd().length;
  return [
    {
      span: { start: request.at.start, end },
      text: marked + tail,
      stops:
        pageOffset === undefined
          ? [{ offset: marked.length, order: 0 }]
          : [
              { offset: marked.length, order: 0 },
              { offset: marked.length, order: 1 },
            ],
    },
    {
      span: { start: contentEnd, end: text.length },
      text: `${definition}${finalNewline}`,
      stops: pageOffset === undefined ? [] : [{ offset: pageOffset, order: 2 }],
    },
  ];
}

/** A footnote's text follows another's on the next line, and anything else after an empty line. */
function definitionSeparator(essay: EssayDocument, newline: string): string {
  const contentEnd = essay.text.trimEnd().length;
  const last = essay.footnotes.definitions.at(-1);
  return last !== undefined && last.span.end >= contentEnd ? newline : newline.repeat(2);
}
