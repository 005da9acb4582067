import type { Locator } from '../../citation/locator';
import { allSigns, Sign } from '../../text/signs';
import {
  abbreviationPattern,
  barePattern,
  bareRangePattern,
  divisionInCapitals,
  isYears,
  labelOf,
  termPattern,
  valuePattern,
} from './locatorTerms';

/** A statement without its locator. */
export interface LocatedText {
  readonly text: string;
  readonly locator?: Locator;
}

const regex = (source: string, flags = '') => new RegExp(source, `u${flags}`);
const lead = String.raw`(?:kindle\s+|[Ii]bid(?:em)?\.?,?\s+)?(?:(?:see|cf\.?|vgl\.|at|on|auf|siehe)\s+)?`;
const further = String.raw`(?:,\s?${termPattern}\s?${valuePattern})*`;

/** What most students write. */
const plainPage = /^pp?\.\s?(\d{1,4}(?:[–-]\d{1,4})?)$/;
const bracketed = regex(
  String.raw`^\s*${lead}(${termPattern})\s?(${valuePattern}${further})(?:[;,]\s(?:emphasis|italics|my)\s[^()]{0,40})?\s*[.,;]?\s*$`,
);
/** `(ch. III)`, `(vol. II, p. 15)` */
const bracketedDivision = regex(String.raw`^\s*${lead}${divisionInCapitals}(?<further>${further})\s*$`);
const divisionAtEnd = regex(String.raw`\s*[,;–—]\s*${divisionInCapitals}(?<further>${further})\.?$`);
const bracketedBare = regex(String.raw`^\s*(?:[Ii]bid(?:em)?\.?,?\s+)?(${barePattern})\s*$`);
const chinese = regex(
  String.raw`^\s*(?:见|見)?\s*第?\s*(?:[页頁]\s?)?(\d{1,5}(?:\s?[-–—~～〜至]\s?\d{1,5})?)\s*(?:(?<=[页頁]\s?[\d\s–—~～〜至-]+)|[页頁ペ쪽면](?:ージ)?)\s*$`,
);
const chineseChapter = /^\s*第\s*([\d一二三四五六七八九十百〇零]{1,6})\s*章\s*$/u;
const atStart = regex(
  String.raw`^(${termPattern})\s?(${valuePattern}${further})(?:\s*[:：]\s*|\s+[–—-]\s+|,\s+|\.\s+(?=[\p{Lu}"“«'‘])|\s+(?=[\p{Lu}"“«'‘]))`,
);
/** `p. 22 displaced persons …`; "p. 22 shows …" speaks of the page. */
const pageAtStart = regex(
  String.raw`^([Pp][Pp]?\.)\s?(\d{1,4}(?:[–-]\d{1,4})?)\s+(?!(?:of|is|are|was|were|shows?|has|have|had|on|and|or|to|in|for|says?|gives?|contains?|does|ff?|notes?|n|fn)\b)(?=[\p{Ll}\d])`,
);
const bareAtStart = regex(String.raw`^(${barePattern})\s?:\s+(?=\S)`);
const atEnd = regex(
  String.raw`(?:\s*(?:[,;:.…]|[–—-]{1,3})|[,;]?\s+(?:see|on|at|auf|siehe|à la|cf\.)(?=\s)|(?<=["”»’'.?!…])|(?=\s))\s*(${abbreviationPattern})\s?(${valuePattern}${further})([.,;]?)$`,
);
const wordAtEnd = regex(
  String.raw`\s*[,;–—-]\s*(${termPattern})\s?(${valuePattern}${further})\.?$|\s(?:(?:see|on|at)\s)?([Pp]ages?)\s(\d[\d–-]{0,12})\.?$`,
);
/** After a quotation of several words stands a page: `"… our neighbors" 63`. Glued to it, it could be a note's mark. */
const afterQuotation = regex(
  String.raw`(?:["“„«][^"“”„«»]{8,}["”»]|[‘][^‘’]{8,}[’])[.,]?(\s(${bareRangePattern})\.?)$`,
);
/** `…, p. 130. He also …`: the page at the end of a sentence that is not the last. */
const endOfSentence = regex(
  String.raw`[,–—]\s(?:[Pp]p?\.?|S\.|[Сс]\.|[Сс]тр\.|[Pp]ágs?\.)\s?(${bareRangePattern})(?=[.;]\s+[\p{Lu}"“«])`,
);
const severalWords = /(?:\S+\s+){4}\S/;
const chineseAtEnd = /[，,、\s]\s*(第\s?\d{1,5}(?:\s?[-–—~～至]\s?\d{1,5})?\s?[页頁])[。.]?$/u;

/** No locator without a digit, a roman numeral or a Chinese chapter. */
const digit = /\d/;
const numeral = /\b(?:[ivxlcdm]+|[IVXL]+)\b|第/;
const mayHoldPlace = (text: string) => digit.test(text) || numeral.test(text);

/** A place at the start: a short word, then a number. */
const mayStartWithPlace = /^[^\s\d]{1,11}\s?(?:\d|[ivxlcdm]+\b|[A-Z]\d)/;

/** A place at the end of a statement has a number in its last characters, "passim" and "ff." included. */
const mayEndInPlace = /\d|[^a-z][ivxlcdm]+(?![a-z])/;

const mayEndInDivision = /[IVXL](?:[,.\d\sp–-]*)$/;

/** No statement that is nothing but a place is longer, in UTF-16 units. */
const longestPlace = 60;

/** Reads what stands between brackets, or alone on a line, as a locator. */
export function readLocator(inner: string): Locator | undefined {
  const page = plainPage.exec(inner)?.[1];
  if (page !== undefined) return { label: 'page', value: page };
  if (inner.length > 120 || !mayHoldPlace(inner)) return undefined;
  const match = bracketed.exec(inner);
  if (match) return { label: labelOf(match[1] ?? ''), value: tidy(match[2] ?? '') };
  const division = divisionOf(bracketedDivision.exec(inner));
  if (division) return division;
  const several = inner.includes(';') ? inner.split(/;\s*/).map(readLocator) : [];
  if (several.length > 1 && several.every((each) => each !== undefined)) return asOne(several);
  if (!/[页頁ペ쪽면章]/.test(inner)) return undefined;
  const han = chinese.exec(inner);
  if (han) return { label: 'page', value: han[1] ?? '' };
  const chapter = chineseChapter.exec(inner);
  return chapter ? { label: 'chapter', value: chapter[1] ?? '' } : undefined;
}

function divisionOf(match: RegExpExecArray | null): Locator | undefined {
  const { division, numeral = '', further: places = '' } = match?.groups ?? {};
  return division === undefined ? undefined : { label: labelOf(division), value: tidy(numeral + places) };
}

/** Reads bare digits in round brackets at the end of a statement as pages, unless they are years. */
function readBare(inner: string): Locator | undefined {
  if (/^[ivxlc]{2,8}$/.test(inner) && isRoman(inner)) return { label: 'page', value: inner };
  const value = inner.length > 60 ? undefined : bracketedBare.exec(inner)?.[1];
  return value === undefined || isYears(value) ? undefined : { label: 'page', value: tidy(value) };
}

/** "xxvii", and no word that happens to have such letters. */
const isRoman = (text: string) => /^(?:c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/.test(text);

const tidy = (value: string) => value.trim().replace(/\s+/g, ' ');

interface Bracket {
  readonly start: number;
  readonly end: number;
  readonly inner: string;
  readonly round: boolean;
}

const anyBracket = /[([（［]/;

/** Innermost bracket pairs, in order, each looked at once. */
export function brackets(text: string): readonly Bracket[] {
  let index = text.search(anyBracket);
  if (index < 0) return noBrackets;
  const found: Bracket[] = [];
  let open = -1;
  for (; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (opening.includes(code)) open = index;
    else if (open >= 0 && closing.includes(code)) {
      const round = text[open] === '(' || text[open] === '（';
      found.push({ start: open, end: index + 1, inner: text.slice(open + 1, index), round });
      open = -1;
    }
  }
  return found;
}

export const noBrackets: readonly never[] = [];
const codes = (characters: string) => Array.from(characters, (character) => character.charCodeAt(0));
const opening = codes('([（［');
const closing = codes(')]）］');

/** Removes `[start, end)` and the space that is then too much: before it, or at the start of the text. */
export function cut(text: string, start: number, end: number): string {
  const before = text.slice(0, start).trimEnd();
  const after = text.slice(end);
  return before === '' ? after.trimStart() : before + after;
}

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

/** Those of the same label as the first: `63, 71`. */
function asOne([first, ...others]: readonly Locator[]): Locator | undefined {
  if (!first || others.length === 0) return first;
  const values = others.filter(({ label }) => label === first.label).map(({ value }) => value);
  return { label: first.label, value: [...new Set([first.value, ...values])].join(', ') };
}

/** `p. 138: …` */
function takeFromStart(text: string): Required<LocatedText> | undefined {
  const head = text.slice(0, 80);
  const start = mayStartWithPlace.test(head) ? (atStart.exec(head) ?? pageAtStart.exec(head)) : null;
  const rest = start && text.slice(start[0].length);
  return rest
    ? { text: rest, locator: { label: labelOf(start[1] ?? ''), value: tidy(start[2] ?? '') } }
    : undefined;
}

function takeUnbracketed(text: string, isHeading: boolean, signs: number): LocatedText {
  const head = text.slice(0, 80);
  const atFront = isHeading ? undefined : takeFromStart(text);
  if (atFront) return atFront;
  const mayLead = !isHeading && (signs & Sign.colon) !== 0;
  const bare = !mayLead || !/^\d/.test(head) ? null : bareAtStart.exec(head);
  if (bare && !isYears(bare[1] ?? '') && !/^\d{1,2}:\d\d/.test(text))
    return { text: text.slice(bare[0].length), locator: { label: 'page', value: tidy(bare[1] ?? '') } };
  const roman = !mayLead || bare ? undefined : /^([ivxl]{2,7}):\s+(?=\S)/.exec(head)?.[1];
  if (roman !== undefined && isRoman(roman))
    return { text: text.slice(roman.length + 1).trimStart(), locator: { label: 'page', value: roman } };
  const tailStart = Math.max(0, text.length - 80);
  const tail = text.slice(tailStart);
  const mayDivide = !isHeading && (signs & Sign.numeral) !== 0 && mayEndInDivision.test(tail.slice(-20));
  const division = !mayDivide ? null : divisionAtEnd.exec(tail);
  const divisionPlace = divisionOf(division);
  if (division && divisionPlace)
    return { text: text.slice(0, tailStart + division.index), locator: divisionPlace };
  if (!mayEndInPlace.test(text.slice(-30))) return isHeading ? { text } : takeFromSentence(text, signs);
  const end = atEnd.exec(tail) ?? wordAtEnd.exec(tail);
  const term = end?.[1] ?? end?.[3] ?? '';
  // “Note on Page 3” is what a heading says.
  const isWords = isHeading && end?.[3] !== undefined;
  if (end && !isWords && !isAnothersPlace(end[0], term)) {
    const kept = text.slice(0, tailStart + end.index);
    const stop = /^\s*\./.test(end[0]) && !/[.!?…]$/.test(kept) ? '.' : '';
    return {
      text: kept.trimEnd() + stop,
      locator: { label: labelOf(term), value: tidy(end[2] ?? end[4] ?? '') },
    };
  }
  const quotation = isHeading ? null : afterQuotation.exec(text.slice(-400));
  if (quotation && !isYears(quotation[2] ?? '')) {
    const kept = text.slice(0, text.length - (quotation[1]?.length ?? 0));
    if (
      quotation[0].length === text.length ||
      severalWords.test(quotation[0].slice(0, -(quotation[1]?.length ?? 0)))
    )
      return { text: kept, locator: { label: 'page', value: tidy(quotation[2] ?? '') } };
  }
  const last = chineseAtEnd.exec(tail);
  const locator = last && readLocator(last[1] ?? '');
  return locator
    ? { text: text.slice(0, tailStart + last.index), locator }
    : isHeading
      ? { text }
      : takeFromSentence(text, signs);
}

/** Takes the page at the end of a sentence within the statement, unless another work is named in that sentence. */
function takeFromSentence(text: string, signs: number): LocatedText {
  if ((signs & (Sign.comma | Sign.dash)) === 0) return { text };
  const match = endOfSentence.exec(text.slice(0, 2000));
  if (!match || /\b(?:see|cf|vgl)\b[^.]*$/i.test(text.slice(0, match.index))) return { text };
  return {
    text: cut(text, match.index, match.index + match[0].length),
    locator: { label: 'page', value: tidy(match[1] ?? '') },
  };
}

/** "as in Kennedy's ch. 3" and "Doyle ch. 5" tell of another book's chapter: only a comma or dash makes it this one's. */
function isAnothersPlace(found: string, term: string): boolean {
  const label = labelOf(term);
  return label !== 'page' && label !== 'location' && !/^\s*[,;–—-]/.test(found);
}
