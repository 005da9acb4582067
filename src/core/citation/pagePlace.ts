import type { Locator } from './locator';

/** What a citation has before a page that is filled in later: `, ` or `, p. `. */
export interface PageLeadIn {
  readonly one: string;
  readonly several: string;
}

/** A number that no citation holds by chance. */
const probe = '730159';

/**
 * What the style writes before a page at `offset` of `text`, a citation without one; undefined where the page would go
 * somewhere else.
 * @param write the same citation with a locator
 */
export function pageLeadIn(
  text: string,
  offset: number,
  write: (locator: Locator) => string | undefined,
): PageLeadIn | undefined {
  const before = (value: string) => {
    const [opening] = write({ label: 'page', value })?.split(probe) ?? [];
    return opening?.startsWith(text.slice(0, offset)) ? opening.slice(offset) : undefined;
  };
  const one = before(probe);
  const several = before(`${probe}–${probe}`);
  return one === undefined || several === undefined ? undefined : { one, several };
}
