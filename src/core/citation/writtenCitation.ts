import type { Citation, Cite } from './citation';
import { locatorAbbreviation } from './locatorLabels';
import type { Locator } from './locator';

/** More than one place: `62–64`, `12, 14`. */
const SEVERAL = /[\p{L}\p{N}]\s*(?:[-–—,&]|\band\b)\s*[\p{L}\p{N}]/u;

/** A locator as it is written in English notes: `p. 63`, `pp. 62–64`, `ch. 2`. */
export function locatorText({ label, value }: Locator): string {
  return `${locatorAbbreviation(label, SEVERAL.test(value))} ${value}`;
}

/** A key that pandoc reads only in braces. */
const NEEDS_BRACES =
  /[^\p{L}\p{N}\p{M}_:.#$%&\-+?<>~/]|[:.#$%&\-+?<>~/]{2}|[:.#$%&\-+?<>~/]$|^[^\p{L}\p{N}_]/u;

/** A citation in Pandoc's syntax: `[see @zubok1996, p. 63; @gaddis2005]`. */
export function pandocText({ cites }: Citation): string {
  return `[${cites.map(citeText).join('; ')}]`;
}

function citeText({ citekey, locator, prefix, suffix, suppressAuthor }: Cite): string {
  const key = `${suppressAuthor ? '-' : ''}@${NEEDS_BRACES.test(citekey) ? `{${citekey}}` : citekey}`;
  return `${prefix ? `${prefix.trim()} ` : ''}${key}${locator ? `, ${locatorText(locator)}` : ''}${suffix ?? ''}`;
}
