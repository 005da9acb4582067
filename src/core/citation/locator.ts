import type { Span } from '../text/position';
import { matchLocatorLabel } from './locatorLabels';

/**
 * A place within a source. `label` is a CSL locator label (`page`, `chapter`, `volume`, `folio`, `location`, …) and
 * `value` is what the student wrote (`62–64`), never completed or guessed.
 */
export interface Locator {
  readonly label: string;
  readonly value: string;
  /** The label as the student wrote it in a citation (`ch.`), other than a page's. */
  readonly wording?: string;
}

/** A locator as it stands in a text. */
export interface LocatorMatch {
  readonly locator: Locator;
  /** Of label and value. */
  readonly span: Span;
  readonly valueSpan: Span;
  /** No label is written; a bare number means a page. */
  readonly isImplicit: boolean;
}

const numeral =
  /(?!\d+(?:st|nd|rd|th)\b)(?=[\p{L}.*†‡–—-]{0,12}\d)(?:[\p{L}\p{N}*†‡]|[:./'’–—-]{1,3}(?=[\p{L}\p{N}]))+(?:\([\p{L}\p{N}]+\)|\[[\p{L}\p{N}]+\])*/uy;
const bracketedNumeral = /\([\p{L}\p{N}–—-]*\d[\p{L}\p{N}–—-]*\)|\[[\p{L}\p{N}–—-]*\d[\p{L}\p{N}–—-]*\]/uy;
const romanNumerals = /(?:[ivxlcdm]{1,15})(?:[–—-]{1,2}[ivxlcdm]{1,15})?(?![\p{L}\p{N}])/iuy;
const following =
  /(?<=\d(?:ff?|nn?))\.(?!\s?\d)|(?:\s(?:ff?|nn?)\b\.?|,?\s(?:et\s)?seqq?\b\.?|\s(?:recto|verso|passim)\b)(?!\.?\s?\d)/iuy;
const separator = /\s*[,;&]\s*|\s+and\s+|\s*[–—-]{1,2}\s*/iuy;

/** The end of what `pattern` matches exactly at `offset`, else undefined. */
function endOfMatch(pattern: RegExp, text: string, offset: number): number | undefined {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

function isRomanNumeral(text: string): boolean {
  return text
    .toLowerCase()
    .split(/[–—-]+/)
    .every((part) => /^(?=.)m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/.test(part));
}

function endOfWord(text: string, offset: number, allowRoman: boolean): number | undefined {
  const end = endOfMatch(numeral, text, offset) ?? endOfMatch(bracketedNumeral, text, offset);
  if (end !== undefined || !allowRoman) return end;
  const romanEnd = endOfMatch(romanNumerals, text, offset);
  return romanEnd !== undefined && isRomanNumeral(text.slice(offset, romanEnd)) ? romanEnd : undefined;
}

/** The end of a value such as `12, 14–16` or `63ff.` that starts at `offset`. */
function endOfValue(text: string, offset: number, hasLabel: boolean): number | undefined {
  let end = endOfWord(text, offset, hasLabel);
  while (end !== undefined) {
    end = endOfMatch(following, text, end) ?? end;
    const next = endOfMatch(separator, text, end);
    if (next === undefined) return end;
    // "5, l. 3" goes on with a line, not with the numeral 50.
    const nextEnd = endOfWord(text, next, hasLabel && !matchLocatorLabel(text, next));
    if (nextEnd === undefined) return end;
    end = nextEnd;
  }
  return undefined;
}

/**
 * The locator that starts at `offset`: `p. 63`, `pp. 12, 14–16`, `63n4`, `63ff.`, `ch. 2`, `fol. 12r`, `loc. 2853`. As
 * in pandoc a bare number is a page, and a bare roman numeral is no locator. Of `vol. 2, p. 5` it is `vol. 2`.
 */
export function matchLocator(text: string, offset = 0): LocatorMatch | undefined {
  const label = matchLocatorLabel(text, offset);
  if (label) {
    const start = offset + label.length;
    const end = endOfValue(text, start, true);
    if (end !== undefined) return toMatch(text, label.label, offset, start, end, false);
  }
  if (!/[\p{N}\p{L}]/u.test(text.charAt(offset)) || label) return undefined;
  const end = endOfValue(text, offset, false);
  return end === undefined ? undefined : toMatch(text, 'page', offset, offset, end, true);
}

function toMatch(
  text: string,
  label: string,
  start: number,
  valueStart: number,
  end: number,
  isImplicit: boolean,
): LocatorMatch {
  return {
    locator: { label, value: text.slice(valueStart, end) },
    span: { start, end },
    valueSpan: { start: valueStart, end },
    isImplicit,
  };
}

/**
 * Reads a text that is a locator as a whole. Places within a place stay together: `vol. 2, p. 5` is the volume
 * `2, p. 5`.
 */
export function parseLocator(text: string): Locator | undefined {
  const trimmed = text.trim();
  const match = matchLocator(trimmed);
  if (!match) return undefined;
  const value = trimmed.slice(match.valueSpan.start);
  const { rest } = splitLocatorValue(value);
  return rest === '' || isCompoundRest(rest) ? { label: match.locator.label, value } : undefined;
}

function isCompoundRest(rest: string): boolean {
  const separated = /^\s*[,;:]?\s*/.exec(rest)?.[0] ?? '';
  const next = matchLocator(rest, separated.length);
  return (
    separated !== '' &&
    !!next &&
    !next.isImplicit &&
    (next.span.end === rest.length || isCompoundRest(rest.slice(next.span.end)))
  );
}

/** Splits a value such as `2, p. 5` into what belongs to its own label (`2`) and the rest (`, p. 5`). */
export function splitLocatorValue(value: string): { readonly value: string; readonly rest: string } {
  const end = endOfValue(value, 0, true) ?? value.length;
  return { value: value.slice(0, end), rest: value.slice(end) };
}
