import type { Span } from '../text/position';
import type { EssayDocument } from './essayDocument';

/** What is to come, and that it is still to come, in English, German, French and Spanish. */
const THING = String.raw`(?:cit(?:e|ation|\.)|ref(?:erence|\.)?|source|Quelle|Beleg|Nachweis|r[ée]f(?:[ée]rence|\.)|cita|fuente)`;
const MISSING = String.raw`(?:needed|missing|required|here|todo|\?+|fehlt|n[ée]cessaire|requise|manquante|requerida)`;
const WANTED = String.raw`(?:todo:?|fixme:?|add|insert|find|missing|needs?|check|look\s+up|no)`;
const PLACE = String.raw`(?:page(?:\s+number)?|p\.?)\s*(?:\?+|needed|missing)`;

/** What marks a place between brackets: `cite`, `source?`, `citation needed`, `add a reference`, `page?`, `???`. */
const MARK = [
  String.raw`${THING}[\s_-]*${MISSING}`,
  String.raw`${THING}\s+this`,
  String.raw`(?:${WANTED}\s+){1,2}(?:an?\s+|the\s+)?(?:${THING}|page)(?:\s+(?:here|this))?`,
  PLACE,
  String.raw`\?{2,}`,
].join('|');
const BRACKETED = new RegExp(
  [
    String.raw`\{\{\s*(?:citation needed|cite needed|cn|fact|source\?)[^{}]*\}\}`,
    String.raw`\[\s*(?:cite|citation|ref(?:erence)?|source|cn|${MARK})\s*\](?![([:])`,
    String.raw`\(\s*(?:cite|citation|ref|${MARK})\s*\)`,
    String.raw`\[-?@[?…_]*\]`,
  ].join('|'),
  'giu',
);
/** Shouted, in brackets or not: `CITENEEDED`, `NEEDS REF`, `TODO: cite`, `REF??`; without them also `citation needed`. */
const SHOUTED = new RegExp(
  [
    String.raw`\[?(?<![\p{L}@^])(?:(?:CITE|CITATION|REF|REFERENCE|SOURCE)[\s_-]?(?:NEEDED|MISSING|HERE)|CITE[\s_-]?(?:ME|THIS))\b\]?`,
    String.raw`\[?\b(?:NEEDS?|ADD|INSERT)[\s_-](?:CITE|CITATION|REF|REFERENCE|SOURCE)\b\]?`,
    String.raw`\[?\b(?:TODO|FIXME):?\s+(?:(?:add|find|insert)\s+)?(?:an?\s+)?(?:CITE|cite|citation|ref(?:erence)?|source)\b\]?`,
    String.raw`\((?:SOURCE)\)`,
    String.raw`(?<!\p{L})(?:REF|SOURCE)\?{1,3}`,
    String.raw`(?<![\p{L}@^])CITE(?:\?{1,3}|(?!\p{L}))`,
    String.raw`(?<!\b(?:[Nn]o|[Aa]|[Tt]he|[Aa]ny) )(?<![\p{L}@^])(?:citation[ -]needed|citeneeded)(?!\p{L})`,
    String.raw`(?<=\s)\?{3,}`,
  ].join('|'),
  'gu',
);

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
