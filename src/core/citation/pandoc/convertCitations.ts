import type { Span } from '../../text/position';
import type { Citation } from '../citation';
import type { TextEdit } from '../textEdit';
import type { ParsedCitation } from './pandocCitation';
import { writeCitation } from './writeCitation';

/** A Pandoc citation that is to become a footnote. */
export interface CitationToConvert {
  readonly citation: ParsedCitation;
  /** The text of its note. */
  readonly note: string;
  /** What stays in the sentence of `@zubok1996 [p. 63]`: the authors' names. */
  readonly inText?: string;
}

/** A footnote that is to become a Pandoc citation. */
export interface NoteToConvert {
  readonly citation: Citation;
  /** Of `[^1]` in the essay. */
  readonly reference: Span;
  /** Of the whole definition, `[^1]: …`, its line break included. */
  readonly definition: Span;
}

const closingPunctuation = /^[.,;:!?]/;

/**
 * The edits that turn Pandoc citations into footnotes: `back [@zubok1996, p. 63].` becomes `back.[^1]`, with the mark
 * after the punctuation, and the definitions go to the end of the text.
 * @param usedLabels labels of the footnotes that the text has; new ones are numbers that are still free.
 */
export function citationsToNotes(
  text: string,
  citations: readonly CitationToConvert[],
  usedLabels: ReadonlySet<string>,
): readonly TextEdit[] {
  let number = 0;
  const nextLabel = () => {
    do number++;
    while (usedLabels.has(String(number)));
    return String(number);
  };
  const ordered = [...citations].sort((a, b) => a.citation.span.start - b.citation.span.start);
  const edits: TextEdit[] = [];
  const definitions: string[] = [];
  for (const { citation, note, inText } of ordered) {
    const label = nextLabel();
    definitions.push(`[^${label}]: ${note}`);
    let { start, end } = citation.span;
    let newText = `[^${label}]`;
    if (citation.kind === 'in-text') newText = (inText ?? '') + newText;
    else {
      while (text[start - 1] === ' ') start--;
      const mark = closingPunctuation.exec(text.slice(end, end + 1))?.[0] ?? '';
      end += mark.length;
      newText = mark + newText;
    }
    edits.push({ span: { start, end }, newText });
  }
  if (definitions.length === 0) return [];
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const body = text.trimEnd();
  const gap = /(?:^|\n)\[\^[^\]\s]+\]:[^\n]*$/.test(body) ? 1 : 2;
  const addition = lineBreak.repeat(gap) + definitions.join(lineBreak) + lineBreak;
  return [
    ...edits,
    { span: { start: Math.max(body.length, lastEnd(edits)), end: text.length }, newText: addition },
  ];
}

function lastEnd(edits: readonly TextEdit[]): number {
  return Math.max(0, ...edits.map(({ span }) => span.end));
}

/**
 * The edits that turn footnotes into Pandoc citations: `back.[^1]` becomes `back [@zubok1996, p. 63].`, and the
 * definitions go.
 */
export function notesToCitations(text: string, notes: readonly NoteToConvert[]): readonly TextEdit[] {
  return notes.flatMap(({ citation, reference, definition }) => {
    const mark =
      closingPunctuation.exec(text.slice(Math.max(0, reference.start - 1), reference.start))?.[0] ?? '';
    const start = reference.start - mark.length;
    const space = start === 0 || /\s/.test(text.charAt(start - 1)) ? '' : ' ';
    return [
      { span: { start, end: reference.end }, newText: space + writeCitation(citation) + mark },
      { span: definition, newText: '' },
    ];
  });
}
