import type { CitationCluster, CitationItem } from 'citeproc';
import type { Citation, Cite } from '../citation';
import { splitLocatorValue } from '../locator';
import { toCslMarkup } from './cslMarkup';

/** Text beside a source needs a space, unless its own punctuation stands there. */
function spaceBefore(text: string): string {
  return /^[\s.,;:!?)\]’”]/.test(text) ? text : ` ${text}`;
}

/** Labels for which CSL has no term that a style could print: what the student wrote is kept as text. */
const textLabels: Readonly<Record<string, string>> = { location: 'loc.' };

/** A locator's ranges as citeproc takes them: styles that shorten page ranges know them by the hyphen. */
function toRange(value: string): string {
  const isPlain = !/\d[:.]\d/.test(value);
  return value
    .replace(/--|[–—]/g, '–')
    .replace(/(?<=[\p{L}\p{N}])–(?=[\p{L}\p{N}])/gu, isPlain ? '-' : '–')
    .replace(/(?<=\d)-(?=\d)/g, isPlain ? '-' : '–');
}

function toItem(cite: Cite): CitationItem {
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
    ...(suffix.trim() && { suffix }),
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
  const cites =
    isAuthorInText && noteIndex > 0 ? [{ ...first, suppressAuthor: true }, ...others] : citation.cites;
  return {
    citationID,
    citationItems: cites.map(toItem),
    properties: {
      noteIndex,
      ...(isAuthorInText && noteIndex === 0 && { mode: 'composite' }),
      // "see … ; but cf. …" is a sequence that the student made: as in pandoc, no style may sort it.
      ...(cites.some(({ prefix }) => prefix) && { unsorted: true }),
    },
  };
}
