import type { Locator } from '../../citation/locator';
import { allSigns, Sign } from '../../text/signs';
import { barePattern, isYears, labelOf, termPattern, valuePattern } from './locatorTerms';
import { brackets, cut, noBrackets } from './brackets';
import { readLocator } from './readLocator';

/** A source that a single statement names, with the place in it. */
export interface NamedSource {
  readonly label: string;
  readonly citekey?: string;
  readonly title?: string;
  readonly year?: string;
  readonly locator?: Locator;
  /** Whether it is the source of the statement before: "ibid." */
  readonly again?: true;
}

/** A statement without the source that it named. */
export interface NamedText {
  readonly text: string;
  readonly named?: NamedSource;
}

const name = String.raw`(?:(?:de|von|van|der|la|le|al|el|bin|ibn)[\s-])*\p{Lu}[\p{L}\p{M}'’-]*\p{Ll}[\p{L}\p{M}'’-]*(?:\s(?:\p{Lu}\.\s?)*\p{Lu}[\p{L}'’-]+){0,2}`;
const names = String.raw`${name}(?:(?:,\s|,?\s(?:and|und|et|y|&)\s)${name}){0,3}(?:,?\set\sal\.?)?`;
/** A title without marks: beyond doubt none but a title, since a small word in it shows that it is no further author. */
const title = String.raw`\p{Lu}[^()[\]"“”;]{0,60}?\s(?:of|the|in|a|an|to|for|from|on|at|with|by|its|de|du|des|der|die|das|und|zur|von|della|del|los|las)\s[^()[\]"“”;]{1,60}?`;
const place = String.raw`(?:(?<term>${termPattern})\s?(?<value>${valuePattern})|(?<bare>${barePattern}))`;
const work = String.raw`(?<names>${names})(?:,?\s\(?(?<year>(?:1[5-9]|20)\d\d)[a-z]?\)?|,\s(?:["“«‘](?<quoted>[^"“”«»]{2,100}?),?["”»’]|(?<title>${title})(?=,)))?(?<separator>,\s|:\s?|\s)`;
const parenthetical = new RegExp(
  String.raw`^\s*(?:see\s|cf\.?\s|vgl\.\s|quoted in\s|in\s)?${work}${place}\s*$`,
  'u',
);
/** `…, cf. MacMillan, 542` */
const atEnd = new RegExp(
  String.raw`(?:^|[\s,;:.–—-]+)(?<lead>[Cc]f\.?|[Ss]ee(?:\salso)?|[Cc]ompare|[Vv]gl\.|[Ss]iehe)\s+${work}${place}\.?$`,
  'u',
);
const endsInWork = /(?:[Cc]f\.?|[Ss]ee(?: also)?|[Cc]ompare|[Vv]gl\.|[Ss]iehe)\s+\p{Lu}[^;]*\d[^;]*$/u;
const citation =
  /(?:^|[\s;-])@(?:\{([^}\s]{1,200})\}|([\p{L}\p{N}_](?:[:.#$%&\-+?<>~/]?[\p{L}\p{M}\p{N}_]){0,200}))/u;
const bareCitation = new RegExp(
  String.raw`(?:^|\s)[([]?@(?:\{([^}\s]{1,200})\}|([\p{L}\p{N}_](?:[:.#$%&\-+?<>~/]?[\p{L}\p{M}\p{N}_]){0,200}))(?:\s?\[([^\]]{1,60})\]|,?\s(?:(${termPattern})\s?)?(${valuePattern})(?=[\s)\].,;]|$))?[)\]]?`,
  'u',
);

/** Words with a number that are no author with a page. */
const noNames: ReadonlySet<string> = new Set([
  ...(
    'Soviets Congress Parliament Exhibit Footnote Psalm Sonnet Verse Line Lines Jan January Feb February Mar ' +
    'March Apr April May Jun June Jul July Aug August Sep Sept September Oct October Nov November Dec December ' +
    'Spring Summer Autumn Fall Winter Chapter Chapters Article Articles Section Figure Fig Table Part Point ' +
    'Points Book Volume Vol Page Pages Appendix Map Plate Act Scene Psalms Genesis Exodus Matthew Mark Luke ' +
    'Acts Romans War Operation Resolution Protocol Division Army Corps Brigade Regiment Day Days Week Year ' +
    'Lecture Class Unit Seminar Module Session Question Note Notes Slide Case Law Decree Order Directive ' +
    'Title Amendment Paper Document Doc Apollo Group Type Area Room Age Aged Route Highway Flight Stage Phase ' +
    'Step Item No Number Nr Location Loc Kindle Mount Camp Level Grade Box Folder Reel Treaty Agreement Plan ' +
    'About Approximately Around Circa Over Under Only Born Died Total Least Nearly Almost Versailles Yalta ' +
    'Potsdam Tehran Korea Germany France Britain Russia China Japan America Europe Berlin Moscow Paris London ' +
    'Washington Beijing Stalingrad Vietnam Cuba Federalist Montag Januar Februar März Mai Juni Juli Oktober ' +
    'Dezember'
  ).split(' '),
  'Soviet Union',
  'United States',
  'United Kingdom',
  'United Nations',
  'Great Britain',
  'World War',
  'Paper No',
  'Five-Year Plan',
]);

/** A capital, and a number after it. */
const mayNameSource = /\p{Lu}\P{Lu}*?(?:\d|[ivxlcdm]+\b)/u;

/** `tombs1999, p. 146`: a citekey in brackets, as a link to the note on the work leaves it. */
const keyInBrackets = new RegExp(
  String.raw`^\s*(?:see\s|cf\.?\s|vgl\.\s)?(?<key>\p{Ll}[\p{L}_:-]{2,40}(?:1[4-9]|20)\d\d[a-z]?)(?:,\s?|\s)${place}\s*$`,
  'u',
);

function readKeyed(inner: string): NamedSource | undefined {
  const { key, term, value, bare } = keyInBrackets.exec(inner)?.groups ?? {};
  const locator = asPlace(term, value ?? bare);
  return key === undefined || !locator ? undefined : { label: key, citekey: key, locator };
}

/** Reads `Kennedy 11` or `Gaddis 2005, 12`; a name with nothing but a year is an event as easily as a book, and stays. */
function readParenthetical(inner: string): NamedSource | undefined {
  if (inner.length > 160) return undefined;
  if (!mayNameSource.test(inner)) return readKeyed(inner);
  const groups = parenthetical.exec(inner)?.groups;
  return groups && namedBy(groups);
}

function namedBy(groups: Groups): NamedSource | undefined {
  const { names = '', year, quoted, term, value, bare } = groups;
  const [first = '', ...others] = names.split(/,\s/);
  if (noNames.has(names) || noNames.has(first) || noNames.has(names.split(/[\s,]/)[0] ?? ''))
    return undefined;
  const place = (value ?? bare ?? '').trim();
  if (!term && (isYears(place) || (groups.title && !isTitleCase(groups.title)))) return undefined;
  const title = quoted ?? groups.title;
  // "MacMillan, Paris 1919" is an author with a title that ends in a year.
  const isOfTitle = year !== undefined && others.some((name) => noNames.has(name));
  return {
    label: isOfTitle ? `${names} ${year}` : names.trim(),
    ...(title && { title }),
    ...(year && !isOfTitle && { year }),
    locator: { label: term ? labelOf(term) : 'page', value: place },
  };
}

type Groups = Readonly<Record<string, string | undefined>>;

/** Whether all longer words have capitals: what stands between a name and a bare number is a title then. */
const isTitleCase = (title: string) => !/(?:^|\s)\p{Ll}{5,}/u.test(title);

/** "ibid." in the languages of notes. */
const ibid = String.raw`(?:[Ii]b[ií]d(?:em)?|[Ee]bd|[Ee]benda|[Ee]bda|[Тт]ам\sже|同上)(?![\p{L}])\.?`;
const mayRepeat = /b[ií]d\b|[Ee]bd|[Ee]benda|ам же|同上|bidem/;
const repeatedInBrackets = new RegExp(
  String.raw`\s*[([（]\s*(?:(?:[Ss]ee|[Cc]f\.|[Vv]gl\.)\s)?${ibid}(?:[,:;]?\s*(?:${place}|(?<han>第\s?\d{1,5}\s?[页頁])))?\s*[)\]）]`,
  'u',
);
const repeatedAtEnd = new RegExp(String.raw`\s*[.,;–—-]\s+${ibid}(?:[,:]?\s*${place})?\.?$`, 'u');

/** Takes `(Ibid., 45)` out of a statement, or `, ibid., p. 45` off its end. */
function takeRepeated(statement: string): NamedText | undefined {
  const match = repeatedInBrackets.exec(statement) ?? repeatedAtEnd.exec(statement);
  if (!match) return undefined;
  const { term, value, bare, han } = match.groups ?? {};
  const locator = han ? readLocator(han) : asPlace(term, value ?? bare);
  const text = cut(statement, match.index, match.index + match[0].length);
  if (!/[\p{L}\p{N}]/u.test(text)) return undefined;
  return { text, named: { label: '', again: true, ...(locator && { locator }) } };
}

const asPlace = (term: string | undefined, value: string | undefined): Locator | undefined =>
  value ? { label: term ? labelOf(term) : 'page', value: value.trim() } : undefined;

/** Whether the last word has a digit or could be a roman numeral, as where a place ends the statement: at a glance. */
function mayEndInWork(statement: string): boolean {
  return !/[)\]"”]$/.test(statement) && /\d|[\s.][ivxlc]+\.?$/.test(statement.slice(-12));
}

/** Takes `cf. MacMillan, 542` off the end. A bare "see" needs a comma: "see Article 5" is none. */
function takeFromEnd(statement: string): { readonly text: string; readonly named: NamedSource } | undefined {
  if (!mayEndInWork(statement)) return undefined;
  const from = Math.max(0, statement.length - 160);
  const tail = statement.slice(from);
  if (!endsInWork.test(tail)) return undefined;
  const match = atEnd.exec(tail);
  const { lead = '', separator = '', term } = match?.groups ?? {};
  if (!match || (!term && separator.trim() === '' && !/^(?:cf|vgl)/i.test(lead))) return undefined;
  const named = namedBy(match.groups ?? {});
  const kept = statement.slice(0, from + match.index);
  if (named && /^\W*$/.test(kept)) return { text: withoutPlace(statement, match), named };
  const stop = match[0].startsWith('.') ? '.' : '';
  return named && kept !== '' ? { text: kept + stop, named } : undefined;
}

/** A statement that is nothing but a reference, without the place in it. */
const withoutPlace = (statement: string, { groups }: RegExpExecArray) =>
  statement
    .slice(0, statement.lastIndexOf(groups?.['term'] ?? groups?.['bare'] ?? statement))
    .replace(/[\s,:]+$/, '');

/** Reads the first citation of a Pandoc bracket: `see @gaddis2005, p. 12`. */
export function readCitation(inner: string): NamedSource | undefined {
  const match = citation.exec(inner);
  if (!match) return undefined;
  const citekey = match[1] ?? match[2] ?? '';
  const rest = inner.slice(match.index + match[0].length).split(';')[0] ?? '';
  const suffix = rest.replace(/^\s*,?\s*/, '').trim();
  const locator = readLocator(suffix) ?? (/^\d/.test(suffix) ? readLocator(`p. ${suffix}`) : undefined);
  return { label: citekey, citekey, ...(locator && { locator }) };
}

/**
 * Takes the source that a statement names out of it: `(Kennedy 11)`, `(see Gaddis 2005, 12)`, `(Voss, Rivers of Tin, 12)`,
 * `@gaddis2005, 12`, and at the end `cf. MacMillan, 542`. Dates,
 * events and numbered things in brackets are none. `signs`: those that the statement may hold.
 */
export function takeNamedSource(statement: string, signs = allSigns): NamedText {
  const hasKey = (signs & Sign.at) !== 0;
  const repeated = mayRepeat.test(statement) ? takeRepeated(statement) : undefined;
  if (repeated) return repeated;
  if (!hasKey && (signs & (Sign.digit | Sign.numeral)) === 0) return { text: statement };
  const pairs = signs & Sign.bracket ? brackets(statement) : noBrackets;
  for (let index = pairs.length - 1; index >= 0; index--) {
    const bracket = pairs[index];
    if (!bracket) break;
    const named =
      hasKey && bracket.inner.includes('@') ? readCitation(bracket.inner) : readParenthetical(bracket.inner);
    if (named) return { text: withoutLead(cut(statement, bracket.start, bracket.end), bracket.start), named };
  }
  const match = hasKey ? bareCitation.exec(statement) : undefined;
  if (!match) return takeFromEnd(statement) ?? { text: statement };
  const citekey = match[1] ?? match[2] ?? '';
  const inBrackets =
    match[3] === undefined ? undefined : (readLocator(match[3]) ?? readLocator(`p. ${match[3]}`));
  const locator =
    inBrackets ?? (match[5] ? { label: labelOf(match[4] ?? 'p.'), value: match[5].trim() } : undefined);
  const named = { label: citekey, citekey, ...(locator && { locator }) };
  const after = statement.slice(match.index + match[0].length);
  const isWithin = /^\s*[\p{L}\p{N}]/u.test(after) && /[\p{L}\p{N}]/u.test(statement.slice(0, match.index));
  if (isWithin) return withinSentence(statement, match, citekey, named);
  const kept = withoutLead(cut(statement, match.index, match.index + match[0].length), match.index);
  const text = kept.replace(/^[\s:,;.–—-]+/, '');
  return { text, named };
}

/**
 * A citation in the middle of a sentence is part of it, and stays as the words that it stands for: only its place goes. After
 * "see" it is not what the sentence goes back to.
 */
function withinSentence(
  statement: string,
  match: RegExpExecArray,
  citekey: string,
  named: NamedSource,
): NamedText {
  const end = match.index + match[0].length;
  const start = statement.indexOf('@', match.index);
  if (endsInLead.test(statement.slice(Math.max(0, start - 12), start))) return { text: statement };
  const keyEnd = statement.indexOf(citekey, start) + citekey.length + (match[1] === undefined ? 0 : 1);
  return { text: statement.slice(0, keyEnd) + statement.slice(end), named };
}

const endsInLead = /(?:cf\.?|see|compare|vgl\.|siehe)\s*$/i;

/** Drops the word that led to a citation which stood at `at`: "compare", "cf.". */
function withoutLead(text: string, at: number): string {
  if (!endsInLead.test(text.slice(Math.max(0, at - 12), at))) return text;
  const before = text.slice(0, at).replace(/(?:^|[\s,;:.–—-]+)(?:cf\.?|see|compare|vgl\.|siehe)\s*$/iu, '');
  return before + text.slice(at);
}
