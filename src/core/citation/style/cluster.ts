import type { CitationCluster, CitationItem } from 'citeproc';
import type { Citation, Cite } from '../citation';
import { type Locator, splitLocatorValue } from '../locator';
import { toCslMarkup } from './cslMarkup';
import { marks } from './formattedText';

/** Text beside a source needs a space, unless its own punctuation stands there. */
function spaceBefore(text: string): string {
  return /^[\s.,;:!?…)\]’”]/.test(text) ? text : ` ${text}`;
}

/** Labels for which CSL has no term that a style could print: what the student wrote is kept as text. */
const textLabels: Readonly<Record<string, string>> = { location: 'loc.' };

/** Labels that pandoc reads; of others it keeps what was written. */
const pandocLabels = new Set(
  'book chapter column figure folio issue line note opus page paragraph part section sub-verbo verse volume'.split(
    ' ',
  ),
);

/** Whether a style's locale has `wording` as a term for the kind of place that `label` names. */
export type IsTerm = (label: string, wording: string) => boolean;

/**
 * The wording of a label that is printed as text. As in pandoc, what the student wrote stays where the locale has other
 * terms: `ch. 2` where it says `chap.`
 */
function textLabelOf({ label, wording }: Locator, isTerm: IsTerm): string | undefined {
  const isKnown = wording === undefined || (pandocLabels.has(label) && isTerm(label, wording));
  return textLabels[label] ?? (isKnown ? undefined : wording);
}

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
  return parts.every((part) => numberOrRange.test(part)) ? hyphened : withDashes(dashed);
}

/** `vi-xi`, `(xv)-(xvii)` and `100-102n3` with a dash, as text that no style changes any more. */
const withDashes = (text: string) => text.replace(/(?<=\d|\)|\b[ivxlcdm]+)-(?=\d|\(|[ivxlcdm]+\b)/g, '–');

function toItem(cite: Cite, isTerm: IsTerm, isComposite: boolean): CitationItem {
  const { locator } = cite;
  const textLabel = locator && textLabelOf(locator, isTerm);
  // Of "vol. 2, p. 5" only the volume is a locator for citeproc; the page goes after it as text.
  const { value, rest } = splitLocatorValue(locator?.value ?? '');
  const place = toCslMarkup(withDashes(textLabel ? `, ${textLabel} ${value}${rest}` : rest));
  const range = rest === '' || /\d/.test(value) ? toRange(value) : withDashes(value);
  const suffix = place + (cite.suffix ? spaceBefore(toCslMarkup(cite.suffix)) : '');
  const mayPrintLittle = (cite.suppressAuthor === true || isComposite) && suffix.trim() === '';
  return {
    id: cite.citekey,
    ...(locator && !textLabel && { label: locator.label, locator: range }),
    ...(cite.prefix?.trim() && { prefix: `${toCslMarkup(cite.prefix).trimEnd()} ` }),
    ...(suffix.trim() && { suffix: isComposite ? marks.suffix + suffix + marks.suffix : suffix }),
    ...(mayPrintLittle && { suffix: marks.text }),
    ...(cite.suppressAuthor && { 'suppress-author': true }),
  };
}

/**
 * `citation` as citeproc takes it, as note number `noteIndex` (0 where citations stand in the text). An author who is
 * part of the sentence is not named again in the note, as in pandoc.
 */
export function toCluster(
  citation: Citation,
  citationID: string,
  noteIndex: number,
  isTerm: IsTerm,
): CitationCluster {
  const [first, ...others] = citation.cites;
  const isAuthorInText = first?.authorInText === true;
  const isComposite = isAuthorInText && noteIndex === 0;
  const cites =
    isAuthorInText && noteIndex > 0 ? [{ ...first, suppressAuthor: true }, ...others] : citation.cites;
  return {
    citationID,
    citationItems: cites.map((cite, index) => toItem(cite, isTerm, isComposite && index === 0)),
    properties: {
      noteIndex,
      ...(isComposite && { mode: 'composite' }),
      // "see … ; but cf. …" is a sequence that the student made: as in pandoc, no style may sort it. The
      // source whose author is in the sentence comes first.
      ...((isComposite || cites.some(({ prefix }) => prefix)) && { unsorted: true }),
    },
  };
}
