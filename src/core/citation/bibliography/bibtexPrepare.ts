import { protectCase } from './bibtexCase';
import { toLocale } from './babelLanguages';
import { decodeEntities, decodeLetters } from './latexLetters';

const titles = new Set([
  ...[
    'title',
    'subtitle',
    'titleaddon',
    'booktitle',
    'booksubtitle',
    'maintitle',
    'mainsubtitle',
    'shorttitle',
    'series',
  ],
  ...['issuetitle', 'eventtitle', 'origtitle'],
]);
const names = new Set([
  'author',
  'editor',
  'translator',
  'bookauthor',
  'editora',
  'commentator',
  'introduction',
]);
const addresses = new Set(['url', 'doi', 'eprint']);

/** Replaces what stands outside of braces. */
function replaceOutsideBraces(text: string, pattern: RegExp, replacement: string): string {
  return text.replace(
    new RegExp(`(\\{(?:[^{}]|\\{[^{}]*\\})*\\})|${pattern.source}`, pattern.flags),
    (match, braced) => (braced ? match : replacement),
  );
}

/** BibTeX knows only "and" between names; people also write semicolons and ampersands. */
function prepareNames(text: string): string {
  return splitNames(separateNames(text))
    .map((name) => keepHyphenated(keepSurname(name)))
    .join(' and ');
}

/** The names between the "and"s that stand outside of braces. */
function splitNames(text: string): readonly string[] {
  const names: string[] = [];
  let start = 0;
  for (const match of text.matchAll(/\{(?:[^{}]|\{[^{}]*\})*\}|\s+and\s+/gi)) {
    if (match[0].startsWith('{')) continue;
    names.push(text.slice(start, match.index));
    start = match.index + match[0].length;
  }
  return [...names, text.slice(start)];
}

function separateNames(text: string): string {
  const separated = replaceOutsideBraces(text, /\s*(?:;|\s\\?&\s)\s*(?:and\s+)?/gi, ' and ');
  return separated
    .replace(/\s+/g, ' ')
    .replace(/,?\s+(?:et\s+al\.?|u\.\s?a\.)$/i, ' and others')
    .replace(/^(?:and\s+)+|(?:\s+and)+$/gi, '')
    .replace(/(?:\band\s+){2,}/gi, 'and ')
    .trim();
}

/** Of "Co-operative" and "al-Assad" the library takes a half for a particle; braces keep the word together. */
function keepHyphenated(name: string): string {
  return name.replace(
    /(?<![^\s,])(?:\p{Lu}[\p{L}’']*(?:-\p{Ll}[\p{L}’']*)+|\p{Ll}{1,3}-\p{Lu}[\p{L}’'-]*)(?![^\s,])/gu,
    '{$&}',
  );
}

/** "Ortega y Gasset, José" and "Ramón y Cajal, Santiago" have no particle: the small word is within the surname. */
function keepSurname(name: string): string {
  return name.replace(/^(\p{Lu}[^,{}]*\s\p{Ll}[^,{}]*)(?=,)/u, '{$1}');
}

/** `value` of the field `name`, made so that citation-js reads it as it was meant. */
export function prepareField(name: string, value: string, fields: ReadonlyMap<string, string>): string {
  const text = decodeEntities(addresses.has(name) ? value : decodeLetters(value)).trim();
  if (titles.has(name)) return protectCase(text.replace(/\s+/g, ' '));
  if (names.has(name)) return prepareNames(text);
  if (addresses.has(name))
    return text
      .replace(/^\\url\{(.*)\}$/, '$1')
      .replace(/\\([_%#&~{}])/g, '$1')
      .replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)(?=10\.)/i, name === 'doi' ? '' : '$&');
  if (name === 'language' || name === 'langid')
    return toLocale((name === 'language' ? fields.get('langid') : undefined) ?? text);
  return text;
}
