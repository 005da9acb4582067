import type { Locator } from '../../citation/locator';
import {
  barePattern,
  divisionInCapitals,
  furtherPattern,
  isRoman,
  isYears,
  labelOf,
  regex,
  termPattern,
  tidy,
  valuePattern,
} from './locatorTerms';

const lead = String.raw`(?:kindle\s+|[Ii]bid(?:em)?\.?,?\s+)?(?:(?:see|cf\.?|vgl\.|at|on|auf|siehe)\s+)?`;

/** What most students write. */
const plainPage = /^pp?\.\s?(\d{1,4}(?:[–-]\d{1,4})?)$/;
const bracketed = regex(
  String.raw`^\s*${lead}(${termPattern})\s?(${valuePattern}${furtherPattern})(?:[;,]\s(?:emphasis|italics|my)\s[^()]{0,40})?\s*[.,;]?\s*$`,
);
/** `(ch. III)`, `(vol. II, p. 15)` */
const bracketedDivision = regex(
  String.raw`^\s*${lead}${divisionInCapitals}(?<further>${furtherPattern})\s*$`,
);
const bracketedBare = regex(String.raw`^\s*(?:[Ii]bid(?:em)?\.?,?\s+)?(${barePattern})\s*$`);
const chinese = regex(
  String.raw`^\s*(?:见|見)?\s*第?\s*(?:[页頁]\s?)?(\d{1,5}(?:\s?[-–—~～〜至]\s?\d{1,5})?)\s*(?:(?<=[页頁]\s?[\d\s–—~～〜至-]+)|[页頁ペ쪽면](?:ージ)?)\s*$`,
);
const chineseChapter = /^\s*第\s*([\d一二三四五六七八九十百〇零]{1,6})\s*章\s*$/u;
/** No locator without a digit, a roman numeral or a Chinese chapter. */
const digit = /\d/;
const numeral = /\b(?:[ivxlcdm]+|[IVXL]+)\b|第/;
export const mayHoldPlace = (text: string) => digit.test(text) || numeral.test(text);

/** Reads what stands between brackets, or alone on a line, as a locator. */
export function readLocator(inner: string): Locator | undefined {
  const page = plainPage.exec(inner)?.[1];
  if (page !== undefined) return { label: 'page', value: page };
  if (inner.length > 120 || !mayHoldPlace(inner)) return undefined;
  const match = bracketed.exec(inner);
  if (match) return { label: labelOf(match[1] ?? ''), value: tidy(match[2] ?? '') };
  const division = divisionOf(bracketedDivision.exec(inner));
  if (division) return division;
  const several = inner.includes(';') ? inner.split(/;\s*/).map(readFurther) : [];
  if (several.length > 1 && several.every((each) => each !== undefined)) return asOne(several);
  if (!/[页頁ペ쪽면章]/.test(inner)) return undefined;
  const han = chinese.exec(inner);
  if (han) return { label: 'page', value: han[1] ?? '' };
  const chapter = chineseChapter.exec(inner);
  return chapter ? { label: 'chapter', value: chapter[1] ?? '' } : undefined;
}

/** One of several places: after the first, `cf. 289–303` is a page too. */
const readFurther = (part: string, index: number): Locator | undefined =>
  readLocator(part) ??
  (index > 0 ? readBare(part.replace(/^(?:see(?:\salso)?|cf\.?|vgl\.|esp\.|and)\s+/i, '')) : undefined);

/** Of `ch. III` and its kin, which a pattern with the groups `division`, `numeral` and `further` found. */
export function divisionOf(match: RegExpExecArray | null): Locator | undefined {
  const { division, numeral = '', further: places = '' } = match?.groups ?? {};
  return division === undefined ? undefined : { label: labelOf(division), value: tidy(numeral + places) };
}

/** Reads bare digits in round brackets at the end of a statement as pages, unless they are years. */
export function readBare(inner: string): Locator | undefined {
  if (/^[ivxlc]{2,8}$/.test(inner) && isRoman(inner)) return { label: 'page', value: inner };
  const value = inner.length > 60 ? undefined : bracketedBare.exec(inner)?.[1];
  return value === undefined || isYears(value) ? undefined : { label: 'page', value: tidy(value) };
}

/** Those of the same label as the first: `63, 71`. */
export function asOne([first, ...others]: readonly Locator[]): Locator | undefined {
  if (!first || others.length === 0) return first;
  const values = others.filter(({ label }) => label === first.label).map(({ value }) => value);
  return { label: first.label, value: [...new Set([first.value, ...values])].join(', ') };
}
