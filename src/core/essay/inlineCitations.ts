import type { CitedPlace, PlacedCite } from './citedPlaces';
import type { Paragraph } from './prose';
import type { Work, Works } from './works';
import { writtenLocator } from './writtenLocator';

const BRACKETS = /[(（]([^()（）]{1,240})[)）]/g;
/** `2015`, `2015, p. 31` */
const YEAR_FIRST = /^\s*(?:1[4-9]|20)\d\d[a-z]?\s*(?:[,:].*)?$/s;
/** `63`, `pp. 12–14` */
const PLACE_ALONE = /^\s*(?:pp?\.?\s*)?\d{1,4}(?:\s*[–—,-]\s*\d{1,4})*(?:n\d+|ff?\.?)?\s*$/;
/** `p. 561` or `561`, and no year, before another work: `(561; compare Fischer 88)`. */
const PLACE_FIRST =
  /^\s*(?:pp?\.?\s*\d{1,4}|(?!(?:1[4-9]|20)\d\d)\d{1,4})(?:\s*[–—,-]\s*\d{1,4})*(?:n\d+|ff?\.?)?\s*$/;
const COMPARISON =
  /^\s*(?:compare|contrast|cf\.?|but\s(?:see|compare)|see\s(?:also|by contrast)|vgl\.|siehe\sauch)\s/i;
/** `63; cf. 71`, `85; on the delay see 83`: another place in the work that was named just before. */
const MORE_PLACES = /^[^\d\p{Lu}]{0,40}\b\d{1,4}(?:\s*[–—,-]\s*\d{1,4})*(?:n\d+|ff?\.?)?\s*$/u;
const MONTH =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Article|Chapter|Figure|Table)\b/;
/** `Braudel 34`, `Braudel, 1984, p. 34`: somebody that no bibliography has. */
const STRANGER =
  /^\s*(?:see |cf\. |qtd\. in |quoted in )?\p{Lu}[\p{L}'’-]+(?:(?:,| and| &| et al\.?)+ \p{Lu}[\p{L}'’-]+)*(?: et al\.)?,?\s+(?:(?:1[4-9]|20)\d\d[a-z]?(?:,\s*(?:pp?\.\s*)?\d[\d–-]*)?|(?:pp?\.\s*)?\d{1,4}(?:[–-]\d{1,4})?)\s*$/u;
/** `ibid., p. 63` */
const SAME_AS_BEFORE =
  /^\s*(?:see (?:also )?|cf\.? )?(?:ibid(?:em)?|idem|id\.(?=,?\s*(?:at |pp?\.)?\s*\d)|ebd|ebenda|op\.?\s?cit|loc\.?\s?cit|a\.\s?a\.\s?O)\b\.?/i;
/** Words of a bracket that cites; more are a remark that happens to name an author, unless a page ends them. */
const MAX_WORDS = 12;
const PLACE_AT_END = /\d(?:n\d+|ff?\.?)?\s*$/;
const MAX_WORDS_TO_PAGE = 30;
/** How far before `(2015)` its author's name may stand. */
const NAME_REACH = 80;

/** Citations in brackets as MLA, APA, Harvard and the author-date style of Chicago write them. */
export function inlineCitations({ words, span, sentences }: Paragraph, works: Works): readonly CitedPlace[] {
  if (!/[(（]/.test(words)) return [];
  const found: CitedPlace[] = [];
  /** What a page alone goes on with: the works of the last citation, not what it is compared with. */
  let earlier: readonly Work[] = [];
  for (const match of words.matchAll(BRACKETS)) {
    const inner = match[1] ?? '';
    const start = span.start + match.index;
    const sentence = sentences.find((each) => each.span.start <= start && start < each.span.end);
    const before = words.slice(sentence ? sentence.span.start - span.start : 0, match.index);
    const base = start + 1;
    const place = (cites: readonly PlacedCite[], isNarrative: boolean): void => {
      found.push({ kind: 'inline', span: { start, end: start + match[0].length }, isNarrative, cites });
      const isMain = (cite: PlacedCite) => !COMPARISON.test(words.slice(cite.span.start - span.start));
      earlier = (cites.findLast(isMain) ?? cites.at(-1))?.works ?? [];
    };
    if (SAME_AS_BEFORE.test(inner) && inner.trim().split(/\s+/).length <= MAX_WORDS) {
      place([{ ...citeOf(inner, base, []), isSameAsBefore: true }], false);
    } else if (YEAR_FIRST.test(inner)) {
      const year = inner.trim().slice(0, 4);
      const inSentence = works.namedIn(`${before.slice(-NAME_REACH)} ${year}`);
      const named = inSentence.length > 0 ? inSentence : worksOfYear(year, found);
      if (named.length > 0) place([citeOf(inner, base, named)], true);
      else if (/\bpp?\.\s*\d/.test(inner)) place([citeOf(inner, base, [])], true);
    } else if (PLACE_ALONE.test(inner)) {
      const named = works.namedIn(before);
      const meant = named.length > 0 ? named : earlier;
      if (meant.length > 0 || /p/.test(inner)) place([citeOf(inner, base, meant)], false);
    } else {
      const cites = citesOf(inner, base, works);
      if (cites.length === 0) continue;
      const [first = ''] = inner.split(';');
      const named = PLACE_FIRST.test(first) ? works.namedIn(before) : [];
      const meant = named.length > 0 ? named : earlier;
      const isPlaceFirst = PLACE_FIRST.test(first) && meant.length > 0;
      place(isPlaceFirst ? [citeOf(first, base, meant), ...cites] : cites, false);
    }
  }
  return found;
}

/** The works of a year that the paragraph has cited last: `(2012, 60)` after `Clark (2012)`. */
function worksOfYear(year: string, found: readonly CitedPlace[]): readonly Work[] {
  const cites = found.flatMap((place) => place.cites);
  const last = cites.findLast(({ works }) => works.length > 0 && works.every((work) => work.year === year));
  return last?.works ?? [];
}

/** The parts of a bracket that name a work; none if it is a remark. */
function citesOf(inner: string, base: number, works: Works): readonly PlacedCite[] {
  const cites: PlacedCite[] = [];
  let start = 0;
  for (const part of inner.split(';')) {
    const isMorePlaces = cites.length > 0 && MORE_PLACES.test(part);
    const named = isMorePlaces ? (cites.at(-1)?.works ?? []) : works.namedIn(part);
    const cite = citeOf(part, base + start, named);
    const wordCount = part.trim().split(/\s+/).length;
    const most = !cite.locator ? 6 : PLACE_AT_END.test(part) ? MAX_WORDS_TO_PAGE : MAX_WORDS;
    const isCitation =
      isMorePlaces || (named.length > 0 ? wordCount <= most : STRANGER.test(part) && !MONTH.test(part));
    if (isCitation) cites.push(cite);
    start += part.length + 1;
  }
  return cites;
}

function citeOf(part: string, base: number, works: readonly Work[]): PlacedCite {
  const found = writtenLocator(part);
  return {
    works,
    span: { start: base, end: base + part.length },
    ...(found && {
      locator: found.locator,
      locatorSpan: { start: base + found.span.start, end: base + found.span.end },
    }),
  };
}
