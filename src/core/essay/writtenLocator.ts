import { type LocatorMatch, matchLocator } from '../citation/locator';
import { matchLocatorLabel } from '../citation/locatorLabels';
import { remembering } from '../util/remembering';

const MAX_LENGTH = 1500;
/** Citations whose places are remembered: several long essays. */
const MAX_REMEMBERED = 5000;
/** "page" in other languages: pandoc knows it in those alone. */
const PAGE_WORD = /(?<![\p{L}\p{N}.])(?:S|[Сс]|[Сс]тр|págs?|str)\.\s?(?=\d)/u;
/** `第178—182页` */
const HAN_PAGE = /第\s?(\d{1,5}(?:\s?[-–—~～至]{1,2}\s?\d{1,5})?)\s?[页頁]/u;
const YEAR = /^(?:1[4-9]|20)\d\d[a-z]?$/;

/**
 * The place in the source that a citation's own words give: a labelled one (`p. 63`), else the number that it ends with, or
 * that ends a sentence of it. A bare year is none.
 */
export const writtenLocator = remembering(MAX_REMEMBERED, readLocator);

function readLocator(text: string): LocatorMatch | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  for (const { index } of text.matchAll(/(?<![\p{L}\p{N}])(?=[\p{L}§¶])/gu)) {
    if (
      !matchLocatorLabel(text, index) ||
      /^(?:vols?\.?|no\.?|number|book|line|n)\s/i.test(text.slice(index))
    )
      continue;
    const match = matchLocator(text, index);
    if (match && !match.isImplicit && /\d/.test(match.locator.value)) return match;
  }
  const han = HAN_PAGE.exec(text);
  if (han) {
    const { index, 0: written, 1: value = '' } = han;
    const valueStart = index + written.indexOf(value);
    return {
      locator: { label: 'page', value },
      span: { start: index, end: index + written.length },
      valueSpan: { start: valueStart, end: valueStart + value.length },
      isImplicit: false,
    };
  }
  const word = PAGE_WORD.exec(text);
  const named = word && matchLocator(text, word.index + word[0].length);
  if (named) return { ...named, isImplicit: false, span: { start: word.index, end: named.span.end } };
  const bare =
    /(?:^|[,:]\s*|\s)(?!(?:1[4-9]|20)\d\d[a-z]?[,:]?\s)(?=\d(?:[\d\s,&–—-]|\sand\s)*(?:n\d+|ff?\.?)?[.)\s]*$)/.exec(
      text,
    ) ?? /[),]\s+(?=\d[\d,–—-]*\.\s)/.exec(text);
  if (!bare) return undefined;
  const match = matchLocator(text, bare.index + bare[0].length);
  return match && !YEAR.test(match.locator.value.trim()) ? match : undefined;
}
