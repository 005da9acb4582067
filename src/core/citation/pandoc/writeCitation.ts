import { writeCitekey } from '../citekey';
import type { Citation, Cite } from '../citation';
import { type Locator, parseLocator, splitLocatorValue } from '../locator';
import { labelWording } from '../locatorLabels';

/** `p. 63`, `pp. 62–64`, `ch. 2`; in braces where Pandoc would not see on its own how far it goes. */
export function writeLocator({ label, value, wording }: Locator): string {
  const isPlural = /\d\s*(?:[–—-]|,|&|and)\s*\d/.test(splitLocatorValue(value).value);
  const written = `${wording ?? labelWording(label, isPlural)} ${value}`;
  const read = parseLocator(written);
  return read?.label === label && read.value === value ? written : `{${written}}`;
}

/** Text after a place needs a space, unless its own punctuation stands there. */
function spaced(suffix: string): string {
  return suffix === '' || /^[\s,.;:]/.test(suffix) ? suffix : ` ${suffix}`;
}

/** One source of a citation: `see @zubok1996, p. 63, and passim`. */
export function writeCite(cite: Cite): string {
  const { prefix = '', suffix = '', locator } = cite;
  const key = (cite.suppressAuthor ? '-' : '') + writeCitekey(cite.citekey);
  return `${prefix ? `${prefix.trim()} ` : ''}${key}${locator ? `, ${writeLocator(locator)}` : ''}${spaced(suffix)}`;
}

/** `citation` in Pandoc's syntax: `[see @zubok1996, p. 63; @gaddis2005]`, or `@zubok1996 [p. 63]` for an author in the text. */
export function writeCitation({ cites }: Citation): string {
  const [first, ...others] = cites;
  if (first?.authorInText !== true) return `[${cites.map(writeCite).join('; ')}]`;
  const { locator, suffix = '' } = first;
  const own = locator ? writeLocator(locator) + spaced(suffix) : suffix.replace(/^,\s*/, '');
  const places = [own, ...others.map(writeCite)].filter((place) => place !== '');
  return writeCitekey(first.citekey) + (places.length > 0 ? ` [${places.join('; ')}]` : '');
}
