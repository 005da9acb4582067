import { fold } from './fold';
import type { SearchableArgument } from './searchableArgument';

/** What a search box asks for: words to rank by, and conditions that every result must meet. */
export interface SearchQuery {
  /** The words to rank by, phrases included, with everything else blanked out: offsets stay those of the query. */
  readonly words: string;
  /** Each must stand in the argument's text to the letter, but for case, accents and typography. */
  readonly phrases: readonly string[];
  /** None of these may stand in its text, as whole words. */
  readonly excluded: readonly string[];
  readonly fields: readonly { readonly field: SearchField; readonly value: string }[];
}

export type SearchField = 'source' | 'question' | 'page' | 'kind' | 'used';

/** More words than this were pasted, not typed: a passage of prose, whose quotation marks ask for nothing. */
const mostTyped = 15;

const part = /(-)?(?:(source|question|page|kind|used):\s*)?(?:["“„«]([^"”“»]*)["”“»]|(\S+))/giu;

/**
 * Reads `"exact phrase"`, `-not`, `-"not this"`, `source:zubok`, `question:"why did"`, `page:63`, `page:60-70`,
 * `kind:quotation` and `used:no`. Whatever is none of these is a word.
 */
export function parseSearch(query: string): SearchQuery {
  if (query.split(/\s+/).length > mostTyped) return { words: query, phrases: [], excluded: [], fields: [] };
  const phrases: string[] = [];
  const excluded: string[] = [];
  const fields: { field: SearchField; value: string }[] = [];
  const words = query.replace(
    part,
    (written, minus?: string, field?: string, quoted?: string, bare?: string) => {
      const value = (quoted ?? bare ?? '').trim();
      const blank = ' '.repeat(written.length);
      if (field !== undefined && minus === undefined) {
        if (says(value)) fields.push({ field: field.toLowerCase() as SearchField, value });
        return blank;
      }
      if (minus !== undefined && value !== '') {
        if (says(value)) excluded.push(value);
        return blank;
      }
      if (quoted !== undefined && says(value)) phrases.push(value);
      return written;
    },
  );
  return { words, phrases, excluded, fields };
}

/** Whether a condition's value holds anything that can be compared. */
const says = (value: string): boolean => plain(value) !== '';

/** @param isUsed whether the essay uses an argument already; without it, `used:` is not looked at */
export function meetsConditions(
  { phrases, excluded, fields }: SearchQuery,
  argument: SearchableArgument,
  isUsed?: (argument: SearchableArgument) => boolean,
): boolean {
  const text = plain(argument.text);
  if (phrases.some((phrase) => !` ${text} `.includes(` ${plain(phrase)} `))) return false;
  if (excluded.some((phrase) => ` ${text} `.includes(` ${plain(phrase)} `))) return false;
  return fields.every(({ field, value }) => meetsField(argument, field, value, isUsed));
}

function meetsField(
  argument: SearchableArgument,
  field: SearchField,
  value: string,
  isUsed?: (argument: SearchableArgument) => boolean,
): boolean {
  switch (field) {
    case 'source':
      return plain(argument.source).includes(plain(value));
    case 'question':
      return plain(argument.question ?? '').includes(plain(value));
    case 'kind':
      return plain(argument.kind ?? 'paraphrase').startsWith(plain(value));
    case 'used':
      return isUsed === undefined || isUsed(argument) === /^(?:y|t|1)/i.test(value);
    case 'page':
      return argument.locator?.label === 'page' && overlap(argument.locator.value, value);
  }
}

/** Words in lower case without accents, separated by single spaces. */
function plain(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

function overlap(pages: string, wanted: string): boolean {
  const [from, to] = pageRange(wanted);
  return pages.split(/[,;]/).some((each) => {
    const [first, last] = pageRange(each);
    return first <= to && from <= last;
  });
}

/** `62–64` is 62 to 64 and `490-1` is 490 to 491. Without a number it is a range that nothing overlaps. */
function pageRange(pages: string): readonly [number, number] {
  const [, first = '', last = ''] = /(\d+)(?:\D+(\d+))?/.exec(pages) ?? [];
  if (first === '') return [Infinity, -Infinity];
  const full = last.length < first.length ? first.slice(0, first.length - last.length) + last : last;
  return [Number(first), Number(full)];
}
