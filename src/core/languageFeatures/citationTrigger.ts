import { matchCitekey } from '../citation/citekey';
import type { EssayDocument } from '../essay/essayDocument';
import type { Span } from '../text/position';

/** What is being typed of a citation before the cursor. */
export type CitationTrigger =
  /** `@zub`: `span` starts with the `@`. */
  | { readonly kind: 'citekey'; readonly span: Span; readonly query: string }
  /** `[@key, 6`: `span` starts behind the comma, or behind the bracket of `@key [6`. */
  | { readonly kind: 'locator'; readonly span: Span; readonly citekey: string }
  /** `[^1`: `span` starts with the `[` and takes in a `]` behind the cursor. */
  | { readonly kind: 'footnote'; readonly span: Span; readonly query: string };

/** UTF-16 units before the cursor that are looked at. */
const REACH = 200;

/** Words in which a source is looked for: an author, a title. */
const MAX_WORDS = 4;

/** A page that is being typed, or nothing yet. */
const BEGUN_LOCATOR = /^\s*(?:(?:pp?|ch|fol|vol)\.?\s*)?[\d–-]*$/;

/** What is begun at `offset`; undefined in code, front matter and links, or where it is finished. */
export function citationTriggerAt(essay: EssayDocument, offset: number): CitationTrigger | undefined {
  const lineStart = essay.lines.lineStart(essay.positionAt(offset).line);
  const base = Math.max(lineStart, offset - REACH);
  const before = essay.text.slice(base, offset);
  const bracket = before.lastIndexOf('[^');
  const at = before.lastIndexOf('@');
  if (bracket < 0 && at < 0) return undefined;
  if (['code', 'frontMatter', 'link'].includes(essay.placeAt(offset))) return undefined;

  const label = before.slice(bracket + 2);
  if (bracket >= 0 && /^[^\s[\]]*$/.test(label)) {
    const end = essay.text[offset] === ']' ? offset + 1 : offset;
    return { kind: 'footnote', span: { start: base + bracket, end }, query: label };
  }
  return at < 0 ? undefined : citekeyTrigger(before, at, base);
}

function citekeyTrigger(before: string, at: number, base: number): CitationTrigger | undefined {
  if (/[\p{L}\p{N}\\]/u.test(before.charAt(at - 1))) return undefined;
  const end = base + before.length;
  const key = matchCitekey(before, at);
  const rest = key && before.slice(key.span.end);
  const separator = /^(?:\s*,| \[)/.exec(rest ?? '')?.[0];
  if (key && rest !== undefined && separator !== undefined) {
    const inBrackets = separator.endsWith('[') || before.lastIndexOf('[', at) > before.lastIndexOf(']', at);
    if (!inBrackets || !BEGUN_LOCATOR.test(rest.slice(separator.length))) return undefined;
    const start = base + key.span.end + separator.length;
    return { kind: 'locator', span: { start, end }, citekey: key.citekey };
  }
  const query = before.slice(at + 1).replace(/^\{/, '');
  if (!/^(?:[\p{L}\p{N}_][^@[\]{};,!?]*)?$/u.test(query)) return undefined;
  const words = query.split(' ').length;
  return words > MAX_WORDS ? undefined : { kind: 'citekey', span: { start: base + at, end }, query };
}
