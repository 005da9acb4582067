/** A word for a kind of place, as students abbreviate it. */
interface LocatorTerm {
  /** The CSL locator label. */
  readonly label: string;
  readonly pattern: string;
}

/**
 * Abbreviations that stand for a place wherever a number follows them, in the languages of CSL's locales that students
 * of history write most.
 */
export const abbreviations: readonly LocatorTerm[] = [
  { label: 'page', pattern: String.raw`[pP][pPgG]?[sS]?\.|[pP][pg]?s?(?=\s?\d)|[Pp]p` },
  { label: 'page', pattern: String.raw`[Pp][aáà]g(?:s|g)?\.|[Bb]lz\.|[Ss]tr\.|[СсCc]тр\.|[Сс]\.|S\.|s\.` },
  { label: 'page', pattern: String.raw`עמ['’׳]|ص\.|ص(?=\s?\d)|σσ?\.|σελ\.` },
  { label: 'chapter', pattern: String.raw`[Cc]h(?:ap)?s?\.|[Cc]h(?=\s?\d)|[Kk]ap\.|[Cc]ap\.|[Гг]л\.` },
  { label: 'volume', pattern: String.raw`[Vv]ols?\.|[Tt]om\.|[Bb]d\.|[Тт]\.` },
  { label: 'location', pattern: String.raw`[Ll]ocs?\.|[Ll]oc(?=\s?\d)|[Pp]os\.` },
  { label: 'folio', pattern: String.raw`[Ff]ols?\.|[Ff]f?\.(?=\s?\d+[rv])` },
  { label: 'section', pattern: String.raw`§§?|[Ss]ecs?\.` },
  { label: 'paragraph', pattern: String.raw`¶¶?|[Pp]aras?\.` },
  { label: 'note', pattern: String.raw`[Nn]n?\.|[Ff]n\.` },
  { label: 'line', pattern: String.raw`[Ll]l?\.` },
  { label: 'column', pattern: String.raw`[Cc]ols?\.` },
  { label: 'book', pattern: String.raw`[Bb]ks?\.` },
  { label: 'part', pattern: String.raw`[Pp]ts?\.` },
  { label: 'verse', pattern: String.raw`[Vv]v?\.` },
  { label: 'figure', pattern: String.raw`[Ff]igs?\.` },
];

/** Whole words that stand for a place only where a place is expected: in brackets, or after a comma at the end. */
export const words: readonly LocatorTerm[] = [
  {
    label: 'page',
    pattern: String.raw`[Pp]ages?|[Pp][áa]ginas?|[Pp]agin[ae]|[Ss]eiten?|[Ss]tron[ay]|[Сс]траниц[аы]`,
  },
  {
    label: 'chapter',
    pattern: String.raw`[Cc]hapters?|[Kk]apitel|[Cc]hapitre|[Cc]ap[íi]tulo|[Cc]apitolo|[Гг]лава`,
  },
  { label: 'volume', pattern: String.raw`[Vv]olumes?|[Bb]and|[Tt]ome|[Тт]ом` },
  { label: 'location', pattern: String.raw`[Ll]ocations?|[Pp]osition|[Pp]osici[óo]n|[Ee]mplacement` },
  { label: 'folio', pattern: String.raw`[Ff]olios?` },
  { label: 'section', pattern: String.raw`[Ss]ections?` },
  { label: 'paragraph', pattern: String.raw`[Pp]aragraphs?` },
  { label: 'note', pattern: String.raw`[Nn]otes?|[Ff]ootnote` },
  { label: 'line', pattern: String.raw`[Ll]ines?` },
  { label: 'column', pattern: String.raw`[Cc]olumns?` },
  { label: 'book', pattern: String.raw`[Bb]ook` },
  { label: 'part', pattern: String.raw`[Pp]art` },
  { label: 'figure', pattern: String.raw`[Ff]igures?` },
  { label: 'timestamp', pattern: String.raw`[Tt]imestamp` },
];

const dash = '(?:--?-?|[‐‑–—−〜～])';
const number = String.raw`(?:\d{1,6}[a-d]?(?:[rv]\b)?(?:\s?n{1,2}\.?\s?\d{1,4})?|[ivxlcdm]{1,8}\b|[A-Z]\d{1,4}\b)`;
const range = String.raw`${number}(?:(?:\s?${dash}\s?|\s(?:to|bis)\s)${number})?(?:\s?(?:ff?\.?(?![\p{L}])|sqq?\.|y\sss?\.|et\ssuiv\.|и\sсл\.|u\.\s?ö\.|(?:(?:and|und|et)\s)?passim))?`;

/** A number, a range of them, or a list, as students write it: `63`, `62--64`, `490-1`, `63n4`, `63ff.`, `xii`, `12, 14–16`. */
export const valuePattern = String.raw`${range}(?:\s?(?:[,;&]|and|und|et|y|e)\s?(?=\d)${range})*`;

/** The same without roman numerals: where no word says that a place is meant. */
const arabic = String.raw`\d{1,4}(?:\s?n{1,2}\.?\s?\d{1,3})?`;
export const bareRangePattern = String.raw`${arabic}(?:\s?${dash}\s?${arabic})?(?:\s?ff?\.?(?![\p{L}]))?`;
export const barePattern = String.raw`${bareRangePattern}(?:[,;]\s?${bareRangePattern})*`;

const alternatives = (terms: readonly LocatorTerm[]) => terms.map((term) => term.pattern).join('|');
export const abbreviationPattern = `(?:${alternatives(abbreviations)})`;
export const termPattern = `(?:${alternatives(words)}|${alternatives(abbreviations)})`;

const labels = [...words, ...abbreviations].map(({ label, pattern }) => ({
  label,
  test: new RegExp(
    `^(?:${pattern.replaceAll(String.raw`(?=\s?\d)`, '').replaceAll(String.raw`(?=\s?\d+[rv])`, '')})$`,
  ),
}));

/** `ch. III`, `vol. II`: what is numbered in Roman capitals, and never a page. */
const capitals = String.raw`[IVXL]{1,7}\b`;
const divisions = ['chapter', 'volume', 'part', 'book'];
const divisionPattern = `(?:${alternatives([...words, ...abbreviations].filter(({ label }) => divisions.includes(label)))})`;
/** A division with a number in Roman capitals. */
export const divisionInCapitals = String.raw`(?<division>${divisionPattern})\s?(?<numeral>${capitals}(?:\s?${dash}\s?${capitals})?)`;

/** Labels of the terms that have come up. */
const labelsOfTerms = new Map<string, string>();

/** The CSL label of a locator term as written; `page` if it is none. */
export function labelOf(term: string): string {
  const trimmed = term.trim();
  if (/^[Ff]f?\.$/.test(trimmed)) return 'folio';
  const known = labelsOfTerms.get(trimmed);
  if (known !== undefined) return known;
  const label = labels.find(({ test }) => test.test(trimmed))?.label ?? 'page';
  if (labelsOfTerms.size < 500) labelsOfTerms.set(trimmed, label);
  return label;
}

/** Whether bare digits are no page but a year or a span of years: 1949, 1945–1953, 1950-51. */
export function isYears(value: string): boolean {
  return /^(?:1\d|20)\d\d(?!\d)/.test(value) && !/n/.test(value);
}

/** Further places after the first: `63, n. 4`. */
export const furtherPattern = String.raw`(?:,\s?${termPattern}\s?${valuePattern})*`;

/** A pattern of Unicode characters. */
export const regex = (source: string, flags = '') => new RegExp(source, `u${flags}`);

/** "xxvii", and no word that happens to have such letters. */
export const isRoman = (text: string) => /^(?:c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/.test(text);

/** A value with single spaces. */
export const tidy = (value: string) => value.trim().replace(/\s+/g, ' ');
