import type { Span } from '../../text/position';
import { matchLocator, type Locator, type LocatorMatch } from '../locator';
import { matchLocatorLabel } from '../locatorLabels';

/** What follows a citekey: a place in the source, and text. */
export interface CiteSuffix {
  readonly locator?: Locator;
  readonly locatorSpan?: Span;
  readonly suffix?: string;
  readonly suffixSpan?: Span;
}

/** The span without the spaces at its ends; undefined if nothing is left. */
export function trimSpan(text: string, { start, end }: Span): Span | undefined {
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return start < end ? { start, end } : undefined;
}

function skip(pattern: RegExp, text: string, offset: number, end: number): number {
  const length = pattern.exec(text.slice(offset, end))?.[0].length ?? 0;
  return offset + length;
}

/** The locator with the student's own wording of its label; a page's is every style's own. */
function asWritten(text: string, { locator, span, valueSpan, isImplicit }: LocatorMatch): Locator {
  if (isImplicit || locator.label === 'page') return locator;
  return { ...locator, wording: text.slice(span.start, valueSpan.start).trim() };
}

function closingBrace(text: string, start: number, end: number): number | undefined {
  let depth = 0;
  for (let index = start; index < end; index++) {
    if (text[index] === '{') depth++;
    else if (text[index] === '}' && --depth === 0) return index;
  }
  return undefined;
}

/** `{p. 3, top}`: all that the braces hold is the locator. */
function matchDelimited(text: string, start: number, end: number): CiteSuffix & { readonly end: number } {
  const closing = closingBrace(text, start, end);
  if (closing === undefined) return { end: start };
  const inner = trimSpan(text, { start: start + 1, end: closing });
  if (!inner) return { end: closing + 1 };
  const label = matchLocatorLabel(text, inner.start);
  const valueStart = Math.min(inner.start + (label?.length ?? 0), inner.end);
  const kind = label?.label ?? 'page';
  const wording = kind === 'page' ? undefined : text.slice(inner.start, valueStart).trim();
  const value = text.slice(valueStart, inner.end);
  const locator = { label: kind, value, ...(wording !== undefined && { wording }) };
  return { locator, locatorSpan: { start, end: closing + 1 }, end: closing + 1 };
}

/** Reads what stands between a citekey and the `;` or `]` that ends its part of the citation, as pandoc does. */
export function parseCiteSuffix(text: string, { start, end }: Span): CiteSuffix {
  const afterComma = skip(/^,?\s*/, text, skip(/^\s*/, text, start, end), end);
  let rest = start;
  let found: CiteSuffix = {};
  if (text[afterComma] === '{') {
    const { end: delimitedEnd, ...delimited } = matchDelimited(text, afterComma, end);
    if (delimitedEnd > afterComma) [found, rest] = [delimited, delimitedEnd];
  } else {
    const match = matchLocator(text.slice(0, end), afterComma);
    if (match) [found, rest] = [{ locator: asWritten(text, match), locatorSpan: match.span }, match.span.end];
  }
  const suffixSpan = trimSpan(text, { start: rest, end });
  return suffixSpan ? { ...found, suffix: text.slice(suffixSpan.start, suffixSpan.end), suffixSpan } : found;
}
