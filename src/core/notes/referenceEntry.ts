import type { SourceFacts } from './blocks';

const surname = String.raw`(?:(?:de|von|van|der|la|le|al|bin)\s)*\p{Lu}[\p{L}\p{M}'’-]+(?:\s\p{Lu}[\p{L}\p{M}'’-]+)?`;
const given = String.raw`(?:\p{Lu}[\p{L}\p{M}'’-]+|\p{Lu}\.)(?:[\s-]?(?:\p{Lu}\.|\p{Lu}\p{Ll}[\p{L}\p{M}'’-]+))*`;
const inverted = String.raw`${surname},\s${given}`;
const person = String.raw`(?:${inverted}|${given}\s${surname})`;
const people = String.raw`${inverted}(?:(?:;\s|,?\s(?:and|und|et|y|и|&)\s|,\s(?:&\s)?)${person}){0,5}`;
const year = String.raw`(?:1[4-9]|20)\d\d`;
const marked = String.raw`["“„«](?<quoted>[^"“”»]{3,250}?)[.,]?["”»]|(?<emphasis>[*_]{1,2})(?<italic>[^*_]{3,250}?)[.,]?\k<emphasis>`;

/** `Judt, Tony. Postwar: A History of Europe. London: Pimlico, 2007.`, the title perhaps in italics or quotation marks. */
const nameFirst = new RegExp(
  String.raw`^(?<people>${people})(?:,\seds?\.?)?(?:(?<=\.)|[.,])\s+(?:${marked}|(?<plain>\p{Lu}[^.*_"“”]{3,250}?)(?=\.\s|,\s${year}\.?$))(?<rest>.*)$`,
  'u',
);
/** `Skocpol, T. (1979). States and Social Revolutions. Cambridge University Press.` */
const yearSecond = new RegExp(
  String.raw`^(?<people>${people}),?\.?\s\((?<year>${year})[a-z]?\)[.,:]?\s+(?:${marked}|(?<plain>[\p{Lu}\p{N}][^*_"“”]{3,250}?))(?:[.?!](?:\s.*)?)?$`,
  'u',
);
/** `Tony Judt, *Postwar* (London: Pimlico, 2007), pp. 1–30` */
const footnote = new RegExp(
  String.raw`^(?<people>${given}\s${surname}(?:(?:,\s|,?\s(?:and|und|et|y|&)\s)${given}\s${surname}){0,4}),\s(?:(?:${marked}|‘(?<single>[^‘]{3,250}?),?’(?!\p{L}))(?<after>,?\s[^()]{0,120}\([^()]{0,120}${year}\).*)|(?<plain>\p{Lu}[^()*_"“”]{3,250}?)(?<rest>\s\([^()]{0,120}${year}\).*))$`,
  'u',
);
/** `Зубок В. М. Неудавшаяся империя. М., 2011.` */
const cyrillic = new RegExp(
  String.raw`^(?<people>\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?,?\s(?:\p{Lu}\.\s?){1,2}(?:,\s\p{Lu}\p{Ll}+,?\s(?:\p{Lu}\.\s?){1,2})*)(?<plain>\p{Lu}[^()/]{3,250}?)(?<rest>(?:\s?\/\/.*?|\.\s(?:[–—]\s)?\p{Lu}[\p{L}.-]{0,20}(?:\s?:[^,]{1,60})?,\s|\s?\(|[.,]\s)${year}.*)$`,
  'u',
);

/**
 * Reads a line that is an entry of a bibliography, or a full reference as a footnote gives it: names, title and year in
 * the order of the common styles. Undefined for anything else, and where one of the three is missing.
 */
export function readReferenceEntry(
  line: string,
): Required<Pick<SourceFacts, 'authors' | 'title' | 'year'>> | undefined {
  if (line.length > 400 || !/(?:1[4-9]|20)\d\d/.test(line)) return undefined;
  const isCyrillic = /^\p{Script=Cyrillic}/u.test(line);
  const groups = (
    yearSecond.exec(line) ??
    (isCyrillic ? cyrillic.exec(line) : null) ??
    nameFirst.exec(line) ??
    footnote.exec(line)
  )?.groups;
  if (!groups) return undefined;
  if (isInstitution(groups['people'] ?? '')) return undefined;
  const title = groups['quoted'] ?? groups['italic'] ?? groups['single'] ?? groups['plain'] ?? '';
  const written = groups['year'] ?? yearIn(groups['rest'] ?? groups['after'] ?? '');
  return written
    ? { authors: authorsOf(groups['people'] ?? ''), title: title.trim(), year: written }
    : undefined;
}

/** Whether what stands where names would is where papers are kept: "The National Archives". */
export const isInstitution = (people: string): boolean =>
  /(?<!\p{L})(?:Archiv\p{L}*|Librar\p{L}+|Museum|Office|Papers|Collections?|Bibliot\p{L}+)(?!\p{L})/u.test(
    people,
  );

/** The year in brackets, else the last number that can be one and stands for itself. */
function yearIn(rest: string): string | undefined {
  const bracketed = new RegExp(String.raw`\((?:[^()]*[\s,])?(${year})\)`).exec(rest)?.[1];
  return (
    bracketed ?? [...rest.matchAll(new RegExp(String.raw`(?<![\d–-])(${year})(?![\d–-])`, 'g'))].at(-1)?.[1]
  );
}

const invertedFirst = new RegExp(`^${inverted}`, 'u');
const eachPerson = new RegExp(person, 'gu');
const eachCyrillic = /\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?,?\s(?:\p{Lu}\.\s?){1,2}/gu;

function authorsOf(list: string): readonly string[] {
  const initialsLast = list.match(eachCyrillic);
  const names =
    /^\p{Script=Cyrillic}/u.test(list) && initialsLast
      ? initialsLast
      : invertedFirst.test(list)
        ? list.match(eachPerson)
        : list.split(/,\s|,?\s(?:and|und|et|y|&)\s/u);
  return (names ?? [list]).map((name) => name.trim());
}
