import type { CitationCluster, CitationItem } from 'citeproc';
import type { Citation, Cite } from '../citation';
import { splitLocatorValue } from '../locator';
import { toCslMarkup } from './cslMarkup';
import { marks } from './formattedText';

/** Text beside a source needs a space, unless its own punctuation stands there. */
function spaceBefore(text: string): string {
  return /^[\s.,;:!?…)\]’”]/.test(text) ? text : ` ${text}`;
}

/** Labels for which CSL has no term that a style could print: what the student wrote is kept as text. */
const textLabels: Readonly<Record<string, string>> = { location: 'loc.' };

/** `12`, `A12-A15`, `12r-13v`, `xii-xiv`, `70n2`: what citeproc knows as a number or a range of them. */
const numberOrRange = /^(?:\p{L}{0,4}\d+\p{L}?(?:-\p{L}{0,4}\d+\p{L}?)?|[\p{L}\d]+(?:-[ivxlcdm]+)?)$/u;

/**
 * A locator's ranges as citeproc takes them: with a hyphen, by which styles know what to shorten, and where it would
 * let that stand (`100–102n3`), with a dash.
 */
function toRange(value: string): string {
  const dashed = value.replace(/--|[–—]/g, '–');
  const hyphened = dashed.replace(/(?<=[\p{L}\p{N}])–(?=[\p{L}\p{N}])/gu, '-');
  const parts = hyphened.split(/\s*(?:[,&]|\band\b)\s*/);
  return parts.every((part) => numberOrRange.test(part)) ? hyphened : dashed.replace(/(?<=\d)-(?=\d)/g, '–');
}

function toItem(cite: Cite, isComposite = false): CitationItem {
  const { locator } = cite;
  const textLabel = locator && textLabels[locator.label];
  // Of "vol. 2, p. 5" only the volume is a locator for citeproc; the page goes after it as text.
  const { value, rest } = splitLocatorValue(locator?.value ?? '');
  const place = textLabel ? `, ${textLabel} ${value}${rest}` : toCslMarkup(rest);
  const range = toRange(value);
  const suffix = place + (cite.suffix ? spaceBefore(toCslMarkup(cite.suffix)) : '');
  return {
    id: cite.citekey,
    ...(locator && !textLabel && { label: locator.label, locator: range }),
    ...(cite.prefix?.trim() && { prefix: `${toCslMarkup(cite.prefix).trimEnd()} ` }),
    ...(suffix.trim() && { suffix: isComposite ? marks.suffix + suffix + marks.suffix : suffix }),
    ...(cite.suppressAuthor && { 'suppress-author': true }),
  };
}

/**
 * `citation` as citeproc takes it, as note number `noteIndex` (0 where citations stand in the text). An author who is
 * part of the sentence is not named again in the note, as in pandoc.
 */
export function toCluster(citation: Citation, citationID: string, noteIndex: number): CitationCluster {
  const [first, ...others] = citation.cites;
  const isAuthorInText = first?.authorInText === true;
  const isComposite = isAuthorInText && noteIndex === 0;
  const cites =
    isAuthorInText && noteIndex > 0 ? [{ ...first, suppressAuthor: true }, ...others] : citation.cites;
  return {
    citationID,
    citationItems: cites.map((cite, index) => toItem(cite, isComposite && index === 0)),
    properties: {
      noteIndex,
      ...(isComposite && { mode: 'composite' }),
      // "see … ; but cf. …" is a sequence that the student made: as in pandoc, no style may sort it. The
      // source whose author is in the sentence comes first.
      ...((isComposite || cites.some(({ prefix }) => prefix)) && { unsorted: true }),
    },
  };
}
