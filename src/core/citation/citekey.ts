import type { Span } from '../text/position';

/** A citekey as it stands in a text: `@zubok1996`, `-@zubok1996` or `@{…}`. */
export interface CitekeyMatch {
  readonly citekey: string;
  /** Of the key alone, without `@` and braces. */
  readonly keySpan: Span;
  /** Of all of it, with `-`, `@` and braces. */
  readonly span: Span;
  /** It starts with `-`: the author is left out. */
  readonly suppressAuthor: boolean;
}

// Pandoc's grammar (https://pandoc.org/MANUAL.html#extension-citations): single punctuation only within a key, and `//`
// so that addresses can be keys.
const simpleKey = /[\p{L}\p{N}_](?:[\p{L}\p{N}\p{M}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_])|[:/](?=\/))*/uy;
const wordCharacter = /[\p{L}\p{N}]/u;

function matchSimple(text: string, offset: number): string | undefined {
  simpleKey.lastIndex = offset;
  return simpleKey.exec(text)?.[0];
}

/** The content of balanced braces that open at `offset`, if it holds no white space. */
function matchBraced(text: string, offset: number): string | undefined {
  let depth = 0;
  for (let index = offset; index < text.length; index++) {
    const character = text.charAt(index);
    if (/\s/.test(character)) return undefined;
    if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return text.slice(offset + 1, index) || undefined;
  }
  return undefined;
}

/** The citekey that starts at `offset`, where `@` or `-@` stands; none right after a letter or digit (`me@uni.edu`). */
export function matchCitekey(text: string, offset: number): CitekeyMatch | undefined {
  const suppressAuthor = text[offset] === '-' && text[offset - 1] !== '-';
  const at = suppressAuthor ? offset + 1 : offset;
  if (text[at] !== '@' || wordCharacter.test(characterBefore(text, offset))) return undefined;
  const braced = text[at + 1] === '{';
  const citekey = braced ? matchBraced(text, at + 1) : matchSimple(text, at + 1);
  if (citekey === undefined) return undefined;
  const start = at + (braced ? 2 : 1);
  const end = start + citekey.length;
  return {
    citekey,
    keySpan: { start, end },
    span: { start: offset, end: braced ? end + 1 : end },
    suppressAuthor,
  };
}

/** `citekey` as it is written after nothing: `@key`, or `@{key}` where it holds what a simple key may not. */
export function writeCitekey(citekey: string): string {
  return matchSimple(citekey, 0) === citekey ? `@${citekey}` : `@{${citekey}}`;
}

function characterBefore(text: string, offset: number): string {
  const unit = text.charCodeAt(offset - 1);
  return unit >= 0xdc00 && unit <= 0xdfff ? text.slice(offset - 2, offset) : text.charAt(offset - 1);
}
