import type { Span } from '../text/position';
import type { EssayDocument } from './essayDocument';

/** How students mark a place where a citation is still to come. */
const MARK =
  /\[?\b(?:CITE[\s_-]?NEEDED|CITATION[\s_-]?NEEDED|NEEDS?[\s_-](?:CITE|CITATION|REF|SOURCE)|CITEME)\b\]?|[[({]{1,2}\s*(?:todo:?\s*)?(?:(?:add|insert|find)\s+)?(?:a\s+)?(?:cite|citation|ref|reference|source)(?:[\s_-]*(?:needed|here|todo|missing|\?+))?\s*[\])}]{1,2}(?![([:])|\?{3,}|\bTODO:?\s+(?:cite|CITE)\b/giu;

/** The mark at `offset` that a citation is to take the place of, the space before it included. */
export function citationMarkAt(essay: EssayDocument, offset: number): Span | undefined {
  const lineStart = essay.lines.lineStart(essay.positionAt(offset).line);
  const line = essay.text.slice(lineStart, essay.text.indexOf('\n', offset) >>> 0);
  for (const { 0: mark, index } of line.matchAll(MARK)) {
    const start = lineStart + index;
    const end = start + mark.length;
    if (start > offset || offset > end) continue;
    const space = /[ \t]*$/.exec(essay.text.slice(lineStart, start))?.[0].length ?? 0;
    return essay.placeAt(start) === 'prose' ? { start: start - space, end } : undefined;
  }
  return undefined;
}
