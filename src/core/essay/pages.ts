import type { Locator } from '../citation/locator';
import { remembering } from '../util/remembering';

/** From the first to the last, both included. */
interface PageRange {
  readonly first: number;
  readonly last: number;
}

/** `490–1` are the pages 490 to 491, `124–8` are 124 to 128, as the Chicago Manual (9.61) elides them. */
function rangeOf(first: string, last: string | undefined): PageRange {
  const from = Number(first);
  if (last === undefined) return { first: from, last: from };
  const full = last.length < first.length ? first.slice(0, first.length - last.length) + last : last;
  return { first: from, last: Math.max(from, Number(full)) };
}

/** The pages that a locator's value names, in arabic numbers; undefined if it names none, or none that can be compared. */
function readPages(value: string): readonly PageRange[] | undefined {
  if (
    /[ivxlc]{2,}|\p{L}\d|\d:\d/iu.test(
      value.replace(
        /\b(?:and|pp?|ff?|passim|nn?)\b|第(?=\s?\d)|(?<=\d\s?)[页頁]|(?<=\d)(?:ff?|nn?\d*)/gi,
        ' ',
      ),
    )
  )
    return undefined;
  const ranges = [
    ...value.matchAll(/(\d{1,5})(?:\s*[–—‒-]{1,3}\s*(\d{1,5}))?(\s?ff?\b)?(n{1,2}\.?\s?\d+)?/g),
  ].map(([, first = '', last, following]) => {
    const range = rangeOf(first, last);
    if (!following) return range;
    return { first: range.first, last: range.last + (following.trim() === 'f' ? 1 : FOLLOWING_PAGES) };
  });
  return ranges.length > 0 ? ranges : undefined;
}

const MAX_REMEMBERED = 20_000;
const pagesOf = remembering(MAX_REMEMBERED, readPages);

/** How many pages "63ff." may mean. */
const FOLLOWING_PAGES = 10;

/** Whether two places can be the same: undefined if they can't be compared, as a page with a chapter. */
export function placesOverlap(a: Locator, b: Locator): boolean | undefined {
  if (a.label !== b.label) return undefined;
  const [as, bs] = [pagesOf(a.value), pagesOf(b.value)];
  if (!as || !bs) return undefined;
  return as.some((x) => bs.some((y) => x.first <= y.last && y.first <= x.last));
}
