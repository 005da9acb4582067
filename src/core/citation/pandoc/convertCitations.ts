import type { Span } from '../../text/position';
import type { Citation } from '../citation';
import type { TextEdit } from '../textEdit';
import type { ParsedCitation } from './pandocCitation';
import { writeCitation } from './writeCitation';

const closingPunctuation = /^[.,;:!?]/;

/**
 * The edit that puts a footnote's mark in place of a Pandoc citation: `back [@zubok1996, p. 63].` becomes `back.[^1]`, with
 * the mark after the punctuation.
 * @param inText what stays in the sentence of `@zubok1996 [p. 63]`: the authors' names.
 */
export function citationToMark(text: string, citation: ParsedCitation, label: string, inText = ''): TextEdit {
  let { start, end } = citation.span;
  if (citation.kind === 'in-text' && inText !== '')
    return { span: { start, end }, newText: `${inText}[^${label}]` };
  while (text[start - 1] === ' ') start--;
  const mark = closingPunctuation.exec(text.slice(end, end + 1))?.[0] ?? '';
  end += mark.length;
  return { span: { start, end }, newText: `${mark}[^${label}]` };
}

/** The edit that puts a Pandoc citation in place of a footnote's mark: `back.[^1]` becomes `back [@zubok1996, p. 63].` */
export function markToCitation(text: string, reference: Span, citation: Citation): TextEdit {
  const mark =
    closingPunctuation.exec(text.slice(Math.max(0, reference.start - 1), reference.start))?.[0] ?? '';
  const start = reference.start - mark.length;
  const space = start === 0 || /\s/.test(text.charAt(start - 1)) ? '' : ' ';
  return { span: { start, end: reference.end }, newText: space + writeCitation(citation) + mark };
}
