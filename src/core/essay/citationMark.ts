import type { Span } from '../text/position';
import type { EssayDocument } from './essayDocument';

/** In brackets: `[CITE]`, `[source?]`, `(citation needed)`, `[add a reference]`, `[page?]`, `{{cn}}`. */
const BRACKETED =
  /\{\{\s*(?:citation needed|cite needed|cn|fact|source\?)[^{}]*\}\}|\[\s*(?:CITE|CITATION|REF(?:ERENCE)?|SOURCE)[\s_-]*(?:NEEDED|\?+|HERE|TODO|MISSING)?\s*\](?![([:])|\(\s*(?:CITE|CITATION|REF(?:ERENCE)?|SOURCE)[\s_-]*(?:NEEDED|\?+|HERE|TODO|MISSING)\s*\)|[[(]\s*(?:(?:add|insert|find|needs?|todo:?)\s+(?:a\s+)?(?:cite|citation|ref|reference|source|page)|(?:page|p\.?)\s*(?:\?+|needed|number\?)|\?{2,})\s*[\])](?![([:])/gi;
/** Shouted, in brackets or not: `CITENEEDED`, `NEEDS REF`, `TODO: cite`, `REF??`. */
const SHOUTED =
  /\[?\b(?:CITE[\s_-]?NEEDED|CITATION[\s_-]?NEEDED|NEEDS?[\s_-](?:CITE|CITATION|REF|SOURCE)|REF[\s_-]?NEEDED|SOURCE[\s_-]?NEEDED|TODO:?\s+(?:CITE|cite|add citation|citation|ref|source)|ADD[\s_-]CITATION|CITEME|CITE[\s_-]THIS)\b\]?|\((?:CITE|REF|SOURCE)\)|(?<!\p{L})(?:CITE|REF|SOURCE)\?{1,3}|(?<=\s)\?{3,}/gu;

/** The marks by which students keep a place for a citation that is still to come, in order, as offsets in `text`. */
export function citationMarksIn(text: string): readonly Span[] {
  const found = [...text.matchAll(BRACKETED), ...text.matchAll(SHOUTED)].sort((a, b) => a.index - b.index);
  let end = 0;
  return found.flatMap(({ 0: written, index }) => {
    if (index < end) return [];
    end = index + written.length;
    return [withoutStrayBracket({ start: index, end }, written)];
  });
}

/** A bracket that is not closed, or not opened, belongs to the text around. */
function withoutStrayBracket({ start, end }: Span, written: string): Span {
  if (written.startsWith('[') && !written.endsWith(']')) return { start: start + 1, end };
  if (!written.startsWith('[') && written.endsWith(']')) return { start, end: end - 1 };
  return { start, end };
}

/** The mark at `offset` that a citation is to take the place of, the space before it included. */
export function citationMarkAt(essay: EssayDocument, offset: number): Span | undefined {
  const lineStart = essay.lines.lineStart(essay.positionAt(offset).line);
  const line = essay.text.slice(lineStart, essay.text.indexOf('\n', offset) >>> 0);
  const mark = citationMarksIn(line).find(
    ({ start, end }) => lineStart + start <= offset && offset <= lineStart + end,
  );
  if (!mark || essay.placeAt(lineStart + mark.start) !== 'prose') return undefined;
  return { start: lineStart + line.slice(0, mark.start).trimEnd().length, end: lineStart + mark.end };
}
