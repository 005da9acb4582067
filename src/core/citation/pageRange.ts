/**
 * Whether two places in a source, as students write them, have a page in common: `62–64` is 62 to 64, `490-1` is 490 to
 * 491, and of a list any part counts. Places without a number overlap nothing.
 */
export function pagesOverlap(pages: string, wanted: string): boolean {
  return pages.split(/[,;]/).some((each) => {
    const [first, last] = pageRange(each);
    return wanted.split(/[,;]/).some((other) => {
      const [from, to] = pageRange(other);
      return first <= to && from <= last;
    });
  });
}

/** Without a number it is a range that nothing overlaps. */
function pageRange(pages: string): readonly [number, number] {
  const [, first = '', last = ''] = /(\d+)(?:[^\d\p{L}]+(\d+))?/u.exec(pages) ?? [];
  if (first === '') return [Infinity, -Infinity];
  const full = last.length < first.length ? first.slice(0, first.length - last.length) + last : last;
  return [Number(first), Number(full)];
}
