import { Sign } from '../../text/signs';
import { cut } from './brackets';
import type { LocatedText } from './locatedText';
import {
  abbreviationPattern,
  barePattern,
  bareRangePattern,
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
import { divisionOf, readLocator } from './readLocator';

const divisionAtEnd = regex(String.raw`\s*[,;–—]\s*${divisionInCapitals}(?<further>${furtherPattern})\.?$`);
const atStart = regex(
  String.raw`^(${termPattern})\s?(${valuePattern}${furtherPattern})(?:\s*[:：]\s*|\s+[–—-]\s+|,\s+|\.\s+(?=[\p{Lu}"“«'‘])|\s+(?=[\p{Lu}"“«'‘]))`,
);
/** `p. 22 displaced persons …`; "p. 22 shows …" speaks of the page. */
const pageAtStart = regex(
  String.raw`^([Pp][Pp]?\.)\s?(\d{1,4}(?:[–-]\d{1,4})?)\s+(?!(?:of|is|are|was|were|shows?|has|have|had|on|and|or|to|in|for|says?|gives?|contains?|does|ff?|notes?|n|fn)\b)(?=[\p{Ll}\d])`,
);
const bareAtStart = regex(String.raw`^(${barePattern})\s?:\s+(?=\S)`);
const atEnd = regex(
  String.raw`(?:\s*(?:[,;:.…，、；：]|[–—-]{1,3})|[,;]?\s+(?:see|on|at|auf|siehe|à la|cf\.)(?=\s)|(?<=["”»’'.?!…。！？”」』])|(?=\s))\s*(${abbreviationPattern})\s?(${valuePattern}${furtherPattern})([.,;!]?)$`,
);
const wordAtEnd = regex(
  String.raw`\s*[,;–—-]\s*(${termPattern})\s?(${valuePattern}${furtherPattern})\.?$|\s(?:(?:see|on|at)\s)?([Pp]ages?)\s(\d[\d–-]{0,12})\.?$`,
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

/** A place at the start: a short word, then a number. */
const mayStartWithPlace = /^[^\s\d]{1,11}\s?(?:\d|[ivxlcdm]+\b|[A-Z]\d)/;

/** A place at the end of a statement has a number in its last characters, "passim" and "ff." included. */
const mayEndInPlace = /\d|[^a-z][ivxlcdm]+(?![a-z])/;

const mayEndInDivision = /[IVXL](?:[,.\d\sp–-]*)$/;

/** `p. 138: …` */
export function takeFromStart(text: string): Required<LocatedText> | undefined {
  const head = text.slice(0, 80);
  const start = mayStartWithPlace.test(head) ? (atStart.exec(head) ?? pageAtStart.exec(head)) : null;
  const rest = start && text.slice(start[0].length);
  return rest
    ? { text: rest, locator: { label: labelOf(start[1] ?? ''), value: tidy(start[2] ?? '') } }
    : undefined;
}

/** Takes a locator that no brackets set off: at the start, at the end, or at the end of a sentence within. */
export function takeUnbracketed(text: string, isHeading: boolean, signs: number): LocatedText {
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
