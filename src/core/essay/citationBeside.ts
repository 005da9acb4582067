import type { ParsedCitation } from '../citation/pandoc/pandocCitation';
import { findCitations } from '../citation/pandoc/parseCitation';
import type { Span } from '../text/position';
import type { EssayDocument } from './essayDocument';
import type { EssayNote } from './notes/essayNotes';

/** Whether `offset` lies in `span`, at one of its ends, or a space away from one. */
function touches(text: string, { start, end }: Span, offset: number): boolean {
  if (start <= offset && offset <= end) return true;
  const between = offset > end ? text.slice(end, offset) : text.slice(offset, start);
  return between === ' ';
}

/** The line of the essay that `offset` is in. */
function lineAround({ text }: EssayDocument, offset: number): Span {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return { start, end: end < 0 ? text.length : end };
}

/** The Pandoc citation beside or around `offset`, with its places in the essay. */
export function citationBeside(essay: EssayDocument, offset: number): ParsedCitation | undefined {
  const line = lineAround(essay, offset);
  const found = findCitations(essay.text.slice(line.start, line.end)).filter(({ span }) =>
    touches(essay.text, move(span, line.start), offset),
  );
  const citation = found.find(({ span }) => span.end + line.start <= offset) ?? found[0];
  if (!citation || essay.placeAt(citation.span.start + line.start) === 'code') return undefined;
  const at = (span: Span | undefined) => span && move(span, line.start);
  return {
    ...citation,
    span: move(citation.span, line.start),
    parts: citation.parts.map((part) => ({
      ...part,
      span: move(part.span, line.start),
      keySpan: move(part.keySpan, line.start),
      citekeySpan: move(part.citekeySpan, line.start),
      prefixSpan: at(part.prefixSpan),
      locatorSpan: at(part.locatorSpan),
      suffixSpan: at(part.suffixSpan),
    })),
  };
}

const move = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

/** Marginalia's footnote whose mark touches `offset`, or whose text it is in. */
export function noteBeside(notes: readonly EssayNote[], offset: number): EssayNote | undefined {
  const footnotes = notes.filter(({ isInline }) => !isInline);
  const isWithin = ({ start, end }: Span) => start <= offset && offset <= end;
  return (
    footnotes.find(({ reference }) => reference.end === offset) ??
    footnotes.find(({ textSpan, reference }) => isWithin(reference) || (textSpan && isWithin(textSpan)))
  );
}

/** The round brackets beside or around `offset`. */
export function bracketsBeside(essay: EssayDocument, offset: number): Span | undefined {
  const line = lineAround(essay, offset);
  const spans = [...essay.text.slice(line.start, line.end).matchAll(/\([^()]+\)/g)].map(
    ({ index, 0: text }) => move({ start: index, end: index + text.length }, line.start),
  );
  return spans.find((span) => touches(essay.text, span, offset));
}
