import type { SourceFacts } from './blocks';
import { isInstitution, readReferenceEntry } from './referenceEntry';

const words = String.raw`notes de lecture|fiche de lecture|(?:reading\s+|lecture\s+|book\s+|class\s+|my\s+|study\s+|cornell\s+)*notes?|outline|Lesenotizen|Notizen|Exzerpt|Mitschrift|apuntes|appunti|notatki|конспект|заметки|выписки`;
const before = new RegExp(
  String.raw`^(?:(?:${words})|cornell(?=\s*[:–—-]))\s*(?:(?:on|from|for|of|about|to|zu|über|aus|sur|de|del|della|di|su|sobre|по|из|к)\s+|[:：–—-]\s*)`,
  'iu',
);
const after = new RegExp(String.raw`\s*[,:–—-]?\s*[([]?(?:${words})[)\]]?\s*[:.]?$`, 'iu');
const onlyNotesWord = new RegExp(String.raw`^(?:${words})$`, 'iu');
const occasion =
  /^(?:(?:week|lecture|class|session|seminar|unit)\s+\d{1,2}\s*)?(?:(?:assigned\s+)?readings?)?\s*[:–—-]\s*(?=\S)/iu;
/** When the notes were taken, or for which course. */
const noteDate = /(?:^|\s*[,–—-]?\s+)\(?\d{1,2}[./]\d{1,2}[./]\d{2,4}\)?$/;
const course =
  /^(?:[A-Z]{2,5}[\s-]?\d{2,4}[A-Z]?|week\s+\d+(?:\s+readings?)?|lecture\s+\d+)(?:\s*[:,–—-]\s*(?:week|lecture|class|session)\s+\d+)?$/i;
const hanAfter = /\s*(?:读书|讀書|阅读|課堂|课堂|学习)?(?:笔记|筆記|摘要|ノート|メモ)$/u;

/** Takes "Notes", "Notes on …" and the like off a title, which leaves nothing of a bare "Notes"; `said` tells whether there was any. */
export function stripNotesWord(title: string): { readonly label: string; readonly said: boolean } {
  const label = title
    .replace(hanAfter, '')
    .replace(noteDate, '')
    .replace(occasion, '')
    .replace(before, '')
    .replace(after, '')
    .replace(/[\s:：]+$/, '')
    .trim();
  const bare = label === '' || onlyNotesWord.test(label) || course.test(label);
  return bare ? { label: '', said: true } : { label, said: label !== title.replace(/[\s:：]+$/, '').trim() };
}

const citekey = /[([]?@(?:\{([^}\s]+)\}|([\p{L}\p{N}_](?:[:.#$%&\-+?<>~/]?[\p{L}\p{M}\p{N}_])*))[)\]]?/u;
const year = /[,(\s]\s*((?:1[4-9]|20)\d\d)\)?\s*\.?$/;
const person = String.raw`\p{Lu}[\p{L}\p{M}'’.-]*(?:\s(?:(?:de|von|van|der|la|le|al|bin)\s)*\p{Lu}[\p{L}\p{M}'’.-]*){0,3}`;
const people = String.raw`${person}(?:(?:,\s|,?\s(?:and|und|et|y|i|&)\s)${person}){0,4}`;
const markedTitle = new RegExp(
  String.raw`^(${people})(?:(?<=\p{Ll})['’]s?\s+|\s*[,:–—-]\s*)(?:[*_]{1,2}([^*_]+)[*_]{1,2}|["“„«《]([^"”“»》]+?)[,.]?["”“»》]|《([^》]+)》)`,
  'u',
);
const titleBy = new RegExp(String.raw`^[*_"“]*(.{3,200}?)[*_"”]*,?\s(?:by|von)\s(${people})$`, 'u');
/** `*The Pity of War* (Ferguson, 1998)`; the year has been taken off. */
const titleThenName = new RegExp(String.raw`^[*_]{1,2}([^*_]{3,200})[*_]{1,2}\s\((${people})$`, 'u');
const hanTitle =
  /^(?:\[[^[\]]{1,4}\]|[（(][^（）()]{1,4}[）)])?([\p{Script=Han}·]{2,12}(?:[、，][\p{Script=Han}·]{2,12}){0,3})[，：:\s]*[《『]([^《》『』]{1,100})[》』]$/u;
/** `Eric Hobsbawm - Age of Extremes`, before a year: at the head of notes only, where else it could be an event. */
const dashedTitle = new RegExp(String.raw`^(${people})\s[–—-]\s(\p{Lu}.{3,200})$`, 'u');
/** `Hans Voss: Das Salz (Göttingen 1973)`, where the place shows that this is a book: at the head of notes only. */
const colonTitle = new RegExp(
  String.raw`^(${person.replace('{0,3}', '{1,3}')}):\s([\p{Lu}\p{N}][^()]{3,200})$`,
  'u',
);
/** `Voss, The Salt Roads. Quay 1985`, before its year: at the head of notes only. */
const imprint = new RegExp(String.raw`^(${people}),\s(\p{Lu}[^.]{3,200})\.\s\p{Lu}[^.]{1,60}$`, 'u');
const pagesAtEnd = /\s*[([](?:pp?|S)\.\s?\d[\d\s–-]{0,12}[)\]]$/;
const plainTitle = new RegExp(String.raw`^(${people}),\s(\p{Lu}.{3,200})$`, 'u');

export interface SourceTitle {
  readonly facts: SourceFacts;
  /** Whether the wording itself shows that this names a source: "… Notes", a citekey, author with title and year. */
  readonly certain: boolean;
}

/** "Tilly, Charles" is one person, family name first. */
const splitPeople = (list: string) =>
  /^[\p{L}’'-]+,\s[\p{L}’'.-]+$/u.test(list)
    ? [list]
    : list.split(/,\s|,?\s(?:and|und|et|y|i|&)\s/u).map((part) => part.trim());

/**
 * Reads a title line of notes, markup included, as the name of the source that they are about. `isFirst`: whether it is the
 * first line of the notes.
 */
export function readSourceTitle(title: string, isFirst = false): SourceTitle {
  const line = withoutEmphasis(title)
    .replace(/\[\[(@[^\]|\s]+)\|([^\]]+)\]\]/u, '$2 $1')
    .replace(/\[\[(?:[^\]|]*\|)?([^\]]+)\]\]/gu, '$1');
  const key = citekey.exec(line);
  const withoutKey = key
    ? `${line.slice(0, key.index)}${line.slice(key.index + key[0].length)}`.trim()
    : line;
  const keyText = key?.[1] ?? key?.[2];
  const { label: written, said } = stripNotesWord(withoutKey.trim().replace(pagesAtEnd, ''));
  const entry = readReferenceEntry(written);
  if (entry)
    return {
      facts: { label: plainLabel(written), ...entry, ...(keyText && { citekey: keyText }) },
      certain: true,
    };
  const yearMatch = yearOf(written);
  const named = yearMatch ? beforeYear(written, yearMatch) : written;
  const hasPlace = yearMatch !== null && /\([^()]*\p{L}[^()]*$/u.test(written.slice(0, yearMatch.index));
  const reference = readReference(named, yearMatch !== null, isFirst, hasPlace);
  const label = plainLabel(written);
  return {
    facts: {
      label: label || keyText || undefined,
      ...reference,
      ...(yearMatch && (reference || said || isNames(named)) && { year: yearMatch[1] }),
      ...(keyText && { citekey: keyText }),
    },
    certain:
      (said && written !== '') ||
      keyText !== undefined ||
      reference !== undefined ||
      (yearMatch !== null && isNames(named)),
  };
}

/** A title line that is bold as a whole. */
const withoutEmphasis = (title: string) =>
  title.replace(/^(\*\*|__)(?!\s)([^*_]+(?:([*_])[^*_]+\3[^*_]*)*)(?<!\s)\1$/, '$2');

const plainLabel = (written: string) =>
  written
    .replace(/[*_]{1,2}(\S(?:[^*_]*\S)?)[*_]{1,2}/g, '$1')
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '')
    .replace(/[\s:：,]+$/, '');

/** The year at the end of a title line. One that only a space sets apart may be part of the title: "Paris 1919". */
function yearOf(line: string): RegExpExecArray | null {
  const match = year.exec(line);
  if (!match) return null;
  const before = line.slice(0, match.index);
  const isSetApart = /^[,(]|^\s\(/.test(match[0]) || (match[0].includes(')') && /\([^()]*$/.test(before));
  return isSetApart || imprint.test(before) || isNames(beforeYear(line, match)) ? match : null;
}

/** Without the bracket that the year closes, and the publisher in it. */
const beforeYear = (line: string, match: RegExpExecArray) =>
  line
    .slice(0, match.index)
    .replace(/\([^()]*$/, '')
    .replace(/[\s,(]+$/, '');

/** Whether a line says nothing but for which course, or in which week, the notes were taken. */
export const isOccasion = (line: string) => course.test(line.replace(before, ''));

/** Whether a line right below the title says when, where or by whom a lecture was held: "Prof. Marks 14/10/2023". */
export const isOccasionBelowTitle = (line: string) =>
  isOccasion(line) || (noteDate.test(line) && line.split(/\s+/).length <= 5);

const isNames = (text: string) => new RegExp(`^${people}$`, 'u').test(text) && text.split(/\s+/).length <= 6;

/** Author and title, where italics, quotation marks, "by" or a year set them apart beyond doubt. */
function readReference(
  text: string,
  hasYear: boolean,
  isFirst: boolean,
  hasPlace: boolean,
): Pick<SourceFacts, 'authors' | 'title'> | undefined {
  if (text.length > 300) return undefined;
  const marked = markedTitle.exec(text);
  if (marked) {
    const title = (marked[2] ?? marked[3] ?? marked[4] ?? '').trim();
    return { authors: splitPeople(marked[1] ?? ''), title };
  }
  const byName = hasYear ? titleThenName.exec(text) : null;
  if (byName) return { authors: splitPeople(byName[2] ?? ''), title: byName[1]?.trim() };
  const han = hanTitle.exec(text);
  if (han) return { authors: (han[1] ?? '').split(/[、，]/), title: han[2]?.trim() };
  const by = titleBy.exec(text);
  if (by) return { authors: splitPeople(by[2] ?? ''), title: by[1]?.trim() };
  const atHead = hasYear && isFirst;
  const plain =
    (atHead ? imprint.exec(text) : null) ??
    (hasYear ? plainTitle.exec(text) : null) ??
    (atHead ? (dashedTitle.exec(text) ?? (hasPlace ? colonTitle.exec(text) : null)) : null);
  if (plain && isInstitution(plain[1] ?? '')) return undefined;
  return plain ? { authors: splitPeople(plain[1] ?? ''), title: plain[2]?.trim() } : undefined;
}

/** The label that a file's name gives: `zubok-notes.md` → "zubok". */
export function labelFromFileName(fileName: string): string {
  const base = fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]{1,8}$/, '');
  const spaced = /\s/.test(base) ? base : base.replace(/[_-]+/g, ' ');
  return stripNotesWord(spaced.trim()).label || base;
}
