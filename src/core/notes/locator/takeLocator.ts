import type { Locator } from '../../citation/locator';
import { allSigns, Sign } from '../../text/signs';
import { type Bracket, brackets, cut, noBrackets } from './brackets';
import type { LocatedText } from './locatedText';
import { asOne, mayHoldPlace, readBare, readLocator } from './readLocator';
import { takeFromStart, takeUnbracketed } from './takeUnbracketed';

/** No statement that is nothing but a place is longer, in UTF-16 units. */
const longestPlace = 60;

/**
 * Takes the locator out of a statement that is free of markup: in brackets anywhere (`(p. 63)`, `[pp. 62–64]`), bare digits
 * in round brackets at the end, before a colon or after a comma (`63: …`, `…, p. 63`). Years, dates, times and numbers
 * without a sign of being a place stay where they are. Several locators make one value: `63, 71`.
 *
 * @param signs those that the statement may hold (`Sign`)
 */
export function takeLocator(statement: string, isHeading = false, signs = allSigns): LocatedText {
  if ((signs & (Sign.digit | Sign.numeral)) === 0 || !mayHoldPlace(statement)) return { text: statement };
  const whole = statement.length > longestPlace ? undefined : readLocator(statement);
  if (whole && (whole.label === 'page' || whole.label === 'location')) return { text: '', locator: whole };
  let text = statement;
  const found: Locator[] = [];
  const pairs = signs & Sign.bracket ? brackets(text) : noBrackets;
  for (let index = pairs.length - 1; index >= 0; index--) {
    const bracket = pairs[index];
    if (!bracket) break;
    const locator =
      readLocator(bracket.inner) ??
      (isAtEnd(text, bracket) || endsSentenceWith(text, bracket) ? readBare(bracket.inner) : undefined);
    if (!locator) continue;
    found.unshift(locator);
    text = cut(text, bracket.start, bracket.end);
  }
  if (found.length === 0) return takeUnbracketed(text, isHeading, signs);
  const atFront = isHeading ? undefined : takeFromStart(text);
  const locator = asOne(atFront ? [atFront.locator, ...found] : found);
  const rest = (atFront?.text ?? text).replace(/^[:：–—-]\s+/, '').trim();
  return { text: rest, ...(locator && { locator }) };
}

const isAtEnd = (text: string, bracket: Bracket) =>
  bracket.round && (bracket.end === text.length || /^[\s.,;:!?。"”’»]*$/.test(text.slice(bracket.end)));

/** `… by force (12). The others …`: at least two words before it, and a sentence after it. */
const endsSentenceWith = (text: string, bracket: Bracket) =>
  bracket.round &&
  /^[.;]\s+["“„«‘]?[\p{L}\p{N}]/u.test(text.slice(bracket.end, bracket.end + 10)) &&
  /\S\s+\S+\s*$/.test(text.slice(0, bracket.start));
