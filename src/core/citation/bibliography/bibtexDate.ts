import type { CslDate } from '../cslItem';
import { readDateText } from './cslItemReader';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const seasons = ['spring', 'summer', 'autumn', 'winter'];

/** CSL's number of a season that is named alone: `Spring`, `fall`. */
export function seasonOf(text: string): number | undefined {
  const index = seasons.indexOf(text.trim().toLowerCase().replace('fall', 'autumn'));
  return index < 0 ? undefined : index + 1;
}

/** Nothing, or words for it, which each style has its own of. */
const noDate = /^(?:n\.?\s?d\.?|s\.?\s?d\.?|no date|undated)?$/i;

type Parts = readonly number[];

/** A date of BibLaTeX, which follows EDTF: `1950-06-25`, `1950~`, `-0043`, `1950-21` for spring. */
function readEdtf(
  text: string,
): { readonly parts: Parts; readonly season?: number; readonly isCirca: boolean } | undefined {
  const match = /^(-?\d{4,})(?:-(\d\d)(?:-(\d\d))?)?(?:T[\d:Z+.-]*)?([?~%]?)$/.exec(text);
  if (!match) return undefined;
  const year = Number(match[1]);
  const [month = 0, day = 0] = [match[2], match[3]].map((part) => Number(part ?? 0));
  // EDTF has a year 0; the calendar goes from 1 BC to AD 1.
  const parts = [year < 0 || match[1] === '-0000' ? year - 1 : year];
  const isSeason = month > 20 && month < 25;
  if (month >= 1 && month <= 12) parts.push(month, ...(day >= 1 && day <= 31 ? [day] : []));
  return { parts, isCirca: /[?~%]/.test(match[4] ?? ''), ...(isSeason && { season: month - 20 }) };
}

function readDateField(text: string): CslDate {
  const [from = '', to, ...more] = text.split('/');
  const decade = /^(\d{3})[Xxu]$/.exec(text)?.[1];
  if (decade !== undefined) return { literal: `${decade}0s` };
  // Still going on.
  if (/^\d{4}$/.test(from) && (to === '' || to === '..') && more.length === 0) return { literal: `${from}–` };
  const start = readEdtf(from);
  const end = to === undefined || to === '' || to === '..' ? undefined : readEdtf(to);
  if (!start || more.length > 0 || (to && to !== '..' && !end)) return readDateText(text);
  return {
    'date-parts': end ? [start.parts, end.parts] : [start.parts],
    ...(start.isCirca && { circa: true }),
    ...(start.season !== undefined && { season: start.season }),
  };
}

/** `June`, `jun`, `6`, `June 25`, `25~June`, `6~25`, `May--June`: months, and the day if there is one. */
function readMonthField(text: string): { readonly months: readonly number[]; readonly day?: number } {
  const words = text.toLowerCase().match(/\p{L}+|\d+/gu) ?? [];
  const named = words.flatMap((word) => {
    const index = months.indexOf(word.slice(0, 3));
    return index < 0 ? [] : [index + 1];
  });
  const numbers = words.filter((word) => /^\d+$/.test(word)).map(Number);
  const found = named.length > 0 ? named : numbers.splice(0, 1);
  const day = numbers[0];
  return {
    months: found.filter((month) => month >= 1 && month <= 12).slice(0, 2),
    ...(day !== undefined && day >= 1 && day <= 31 && { day }),
  };
}

/**
 * The date of an entry: BibLaTeX's `date`, else `year`, `month` and `day`. What is no date is kept as it was written
 * (`forthcoming`, `[1962]`).
 */
export function readBibtexDate(field: (name: string) => string | undefined): CslDate | undefined {
  const text = (name: string) => {
    const value = field(name)?.replace(/[{}]/g, '').trim();
    return value === undefined || noDate.test(value.replace(/~/g, ' ')) ? undefined : value;
  };
  const date = text('date');
  if (date !== undefined) return readDateField(date.replace(/–|--/g, '/'));
  const year = text('year');
  if (year === undefined) return undefined;
  const month = text('month') ?? '';
  const yearDate = readDateText(year.replace(/--/g, '–'));
  const [[yearNumber] = [], ...others] = yearDate['date-parts'] ?? [];
  if (yearNumber === undefined || others.length > 0 || month === '') return yearDate;
  const season = seasonOf(month);
  if (season !== undefined) return { ...yearDate, season };
  const { months: list, day = Number(text('day')) || undefined } = readMonthField(month);
  const parts = list.map((each) => [yearNumber, each]);
  const first = parts[0];
  if (!first) return yearDate;
  return { ...yearDate, 'date-parts': day && parts.length === 1 ? [[...first, day]] : parts };
}
