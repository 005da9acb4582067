import { matchCitekey } from '../citekey';
import type { Cite } from '../citation';
import { parseCiteSuffix, trimSpan } from './citeSuffix';
import { endOfBrackets, scanInline, skipBackticks } from './inlineScan';
import type { ParsedCitation, ParsedCite } from './pandocCitation';

interface PartsMatch {
  readonly parts: readonly ParsedCite[];
  /** The offset of the `]`. */
  readonly end: number;
}

/** `see @key, p. 3 and more`, from `start` up to the `;` or `]` that ends it. */
function matchPart(
  text: string,
  start: number,
): { readonly part: ParsedCite; readonly end: number } | undefined {
  const keyStart = scanInline(
    text,
    start,
    (offset) => text[offset] === ';' || matchCitekey(text, offset) !== undefined,
  );
  const key = matchCitekey(text, keyStart);
  if (!key) return undefined;
  const end = scanInline(text, key.span.end, (offset) => text[offset] === ';');
  const span = trimSpan(text, { start, end });
  if (!span) return undefined;
  const prefixSpan = trimSpan(text, { start, end: keyStart });
  const { locator, locatorSpan, suffix, suffixSpan } = parseCiteSuffix(text, { start: key.span.end, end });
  const cite: Cite = {
    citekey: key.citekey,
    ...(locator && { locator }),
    ...(prefixSpan && { prefix: text.slice(prefixSpan.start, prefixSpan.end) }),
    ...(suffix !== undefined && { suffix }),
    ...(key.suppressAuthor && { suppressAuthor: true }),
  };
  return {
    part: { cite, span, keySpan: key.keySpan, citekeySpan: key.span, prefixSpan, locatorSpan, suffixSpan },
    end,
  };
}

/** Parts separated by `;` up to the closing bracket. */
function matchParts(text: string, start: number): PartsMatch | undefined {
  const parts: ParsedCite[] = [];
  let offset = start;
  for (;;) {
    const match = matchPart(text, offset);
    if (!match) return undefined;
    parts.push(match.part);
    if (text[match.end] === ']') return { parts, end: match.end };
    if (text[match.end] !== ';') return undefined;
    offset = match.end + 1;
  }
}

/** Whether the brackets that end before `offset` are a link's, a reference's or a span's. */
function isFollowedByTarget(text: string, offset: number): boolean {
  const next = text[offset];
  if (next === '(')
    return /^\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+["'(][^\n]*)?\s*\)/.test(
      text.slice(offset, offset + 2000),
    );
  if (next === '{') return /^\{[^{}\n]*\}/.test(text.slice(offset, offset + 500));
  return next === '[' && text[offset + 1] !== '^' && endOfBrackets(text, offset) !== undefined;
}

function toCitation(
  kind: ParsedCitation['kind'],
  parts: readonly ParsedCite[],
  start: number,
  end: number,
): ParsedCitation {
  return { kind, parts, cites: parts.map(({ cite }) => cite), span: { start, end } };
}

function parseBracketed(text: string, offset: number): ParsedCitation | undefined {
  if (text[offset] !== '[' || text[offset + 1] === '^' || text.indexOf('@', offset) < 0) return undefined;
  const match = matchParts(text, offset + 1);
  if (!match || isFollowedByTarget(text, match.end + 1)) return undefined;
  return toCitation('bracketed', match.parts, offset, match.end + 1);
}

/** What `@key` may be followed by: ` [p. 3]`, ` [p. 3; @other]` or ` [see @other]`. */
function parseInText(text: string, offset: number): ParsedCitation | undefined {
  const key = matchCitekey(text, offset);
  if (!key) return undefined;
  const author = key.suppressAuthor ? { suppressAuthor: true } : { authorInText: true };
  const first: ParsedCite = {
    cite: { citekey: key.citekey, ...author },
    span: key.span,
    keySpan: key.keySpan,
    citekeySpan: key.span,
  };
  const alone = toCitation('in-text', [first], offset, key.span.end);
  const bracket =
    key.span.end +
    (/^[ \t]*(?:\r?\n[ \t]*)?/.exec(text.slice(key.span.end, key.span.end + 200))?.[0].length ?? 0);
  if (text[bracket] !== '[') return alone;

  const others = parseBracketed(text, bracket);
  if (others) return toCitation('in-text', [first, ...others.parts], offset, others.span.end);

  const end = scanInline(text, bracket + 1, (index) => text[index] === ';');
  const place = trimSpan(text, { start: bracket + 1, end });
  const further = text[end] === ';' ? matchParts(text, end + 1) : { parts: [], end };
  if (!further || text[further.end] !== ']' || text[bracket + 1] === '^' || !place) return alone;
  if (text[further.end + 1] === '(' || text[further.end + 1] === '[') return alone;
  const { locator, locatorSpan, suffix, suffixSpan } = parseCiteSuffix(text, { start: bracket + 1, end });
  // Without a locator nothing but a comma separates the text from the author or year before it.
  const separated =
    suffix !== undefined && !locator && /^[\p{L}\p{N}]/u.test(suffix) ? `, ${suffix}` : suffix;
  const cite: Cite = {
    ...first.cite,
    ...(locator && { locator }),
    ...(separated !== undefined && { suffix: separated }),
  };
  const placed: ParsedCite = { ...first, cite, span: { start: offset, end }, locatorSpan, suffixSpan };
  return toCitation('in-text', [placed, ...further.parts], offset, further.end + 1);
}

/**
 * The citation in Pandoc's syntax that starts at `offset`, where `[`, `@` or `-@` stands
 * (https://pandoc.org/MANUAL.html#citation-syntax). Knows no context: whether `offset` lies in code is for others to
 * say.
 */
export function parseCitationAt(text: string, offset: number): ParsedCitation | undefined {
  return text[offset] === '[' ? parseBracketed(text, offset) : parseInText(text, offset);
}

/** Every citation in a stretch of prose, in order; none in code spans or after a backslash. */
export function findCitations(text: string): readonly ParsedCitation[] {
  const found: ParsedCitation[] = [];
  let offset = 0;
  while (offset < text.length) {
    const character = text[offset];
    const starts = character === '[' || character === '@' || (character === '-' && text[offset + 1] === '@');
    const citation = starts ? parseCitationAt(text, offset) : undefined;
    if (citation) {
      found.push(citation);
      offset = citation.span.end;
    } else if (character === '\\') offset += 2;
    else if (character === '`') offset = skipBackticks(text, offset);
    else offset++;
  }
  return found;
}

/** Reads a text that is one citation as a whole, `[@zubok1996, p. 63]`, `@zubok1996 [p. 63]` or a bare `zubok1996`. */
export function parseCitation(text: string): ParsedCitation | undefined {
  const trimmed = text.trim();
  const citation = parseCitationAt(trimmed, 0);
  if (citation?.span.end === trimmed.length) return citation;
  const bare = matchCitekey(`@${trimmed}`, 0);
  if (bare?.span.end !== trimmed.length + 1) return undefined;
  const span = { start: 0, end: trimmed.length };
  const part: ParsedCite = { cite: { citekey: bare.citekey }, span, keySpan: span, citekeySpan: span };
  return toCitation('bracketed', [part], 0, trimmed.length);
}
