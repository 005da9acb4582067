import type { Span } from '../../text/position';
import { type CitekeyMatch, matchCitekey } from '../citekey';
import type { TextEdit } from '../textEdit';
import { endOfBrackets, scanInline, skipBackticks } from './inlineScan';
import { parseCitationAt } from './parseCitation';
import type { ParsedCitation } from './pandocCitation';
import { type Phrase, phrase } from '../../util/localize';

/** Something that looks like a citation and that pandoc reads otherwise. */
export interface CitationProblem {
  readonly code: 'malformed-citation';
  readonly message: Phrase;
  readonly span: Span;
  /** What was most likely meant, where one small edit makes it so. */
  readonly fix?: TextEdit;
}

function problem(message: Phrase, span: Span, fix?: TextEdit): CitationProblem {
  return { code: 'malformed-citation', message, span, ...(fix && { fix }) };
}

function findCitekey(text: string, start: number, end: number): CitekeyMatch | undefined {
  const offset = scanInline(text.slice(0, end), start, (index) => matchCitekey(text, index) !== undefined);
  return offset < end ? matchCitekey(text, offset) : undefined;
}

/** `[@a, p. 3, @b]`: a second key in what should be the text after the first. */
function findCommas(text: string, { parts }: ParsedCitation): readonly CitationProblem[] {
  return parts.flatMap(({ suffixSpan, citekeySpan }) => {
    if (!suffixSpan) return [];
    const key = findCitekey(text, suffixSpan.start, suffixSpan.end);
    if (!key) return [];
    const between = text.slice(citekeySpan.end, key.span.start);
    const comma = between.lastIndexOf(',');
    const at = citekeySpan.end + comma;
    const fix = comma >= 0 && /^,\s*(?:and\s+|see\s+(?:also\s+)?|cf\.\s+)?$/.test(between.slice(comma));
    return [
      problem(
        phrase('Sources in one citation are separated by semicolons.'),
        key.span,
        fix ? { span: { start: at, end: at + 1 }, newText: ';' } : undefined,
      ),
    ];
  });
}

/** What is wrong with the brackets that open at `offset` and are no citation. */
function findInBrackets(text: string, offset: number): CitationProblem | undefined {
  const end = endOfBrackets(text, offset);
  if (end === undefined) {
    // Only a key close by shows that a citation was meant.
    const key = findCitekey(text, offset + 1, Math.min(text.length, offset + 200));
    const isNear = key && !/[\][;.!?\n]/.test(text.slice(offset + 1, key.span.start));
    return isNear
      ? problem(phrase('This citation is never closed: a “]” is missing.'), {
          start: offset,
          end: key.span.end,
        })
      : undefined;
  }
  if (text[end] === '(' || text[end] === '[' || text[end] === '{' || text[offset + 1] === '^')
    return undefined;
  let start = offset + 1;
  let hasKey = false;
  let withoutKey: Span | undefined;
  while (start < end) {
    const partEnd = scanInline(text, start, (index) => text[index] === ';');
    if (findCitekey(text, start, partEnd)) hasKey = true;
    else withoutKey ??= { start, end: partEnd };
    start = partEnd + 1;
  }
  if (!hasKey || !withoutKey) return undefined;
  const words = text.slice(withoutKey.start, withoutKey.end);
  if (words.trim() === '')
    return problem(phrase('There is a semicolon too many in this citation.'), withoutKey);
  return problem(
    phrase('This part of the citation names no source; put a comma before text that belongs to the source.'),
    { start: withoutKey.end - words.trimStart().length, end: withoutKey.start + words.trimEnd().length },
  );
}

/** Finds what looks like a citation in a stretch of prose and is none, or not the one that was meant. */
export function findCitationProblems(text: string): readonly CitationProblem[] {
  const problems: CitationProblem[] = [];
  let offset = 0;
  while (offset < text.length) {
    const character = text[offset];
    if (character === '\\') offset += 2;
    else if (character === '`') offset = skipBackticks(text, offset);
    // The brackets of an inline note hold prose.
    else if (character === '^' && text[offset + 1] === '[') offset += 2;
    else if (character === '[') {
      const citation = parseCitationAt(text, offset);
      if (citation) problems.push(...findCommas(text, citation));
      else {
        const found = findInBrackets(text, offset);
        if (found) problems.push(found);
      }
      offset = citation?.span.end ?? offset + 1;
    } else offset++;
  }
  return problems;
}
