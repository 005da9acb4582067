import type { SourceFacts } from '../blocks';
import { readSourceTitle } from '../sourceLabel';

const stripped = (value: string) =>
  value
    .replace(/^\[\[|\]\]$/g, '')
    .replace(/^["'*_]+|["'*_]+$/g, '')
    .trim();

/** Splits a list of names as written: by semicolons, "and", and by commas unless these set given names apart. */
export function splitAuthors(value: string): string[] {
  const parts = value.includes(';') ? value.split(';') : value.split(/,?\s+(?:and|und|et|y|и)\s+|\s+&\s+/u);
  return parts.flatMap((part) => {
    const names = part.split(/,\s+/);
    const isList = names.length > 1 && names.every((name) => name.trim().split(/\s+/).length > 1);
    return (isList ? names : [part]).map((name) => stripped(name.trim())).filter((name) => name !== '');
  });
}

/** Whether an id is made as citekeys are, of letters and a year: `scott1998`, `Kennedy_1987a`. */
export const looksLikeCitekey = (id: string) =>
  /^@?\p{L}[\p{L}_:-]*(?:1[4-9]|20)\d\d[\p{L}_-]*$/u.test(id.trim());

/** What a field of front matter, a header or a drawer tells about the source; undefined if it tells nothing of it. */
export function factOf(key: string, value: string): SourceFacts | undefined {
  const text = stripped(value);
  if (text === '') return undefined;
  switch (key.toLowerCase().replace(/\((?:s|in|innen|e|es|a)\)|[\s_*:/-]/g, '')) {
    case 'author':
    case 'authors':
    case 'writer':
    case 'autor':
    case 'autora':
    case 'autorin':
    case 'autoren':
    case 'auteur':
    case 'auteurs':
    case 'autore':
    case 'autores':
    case 'autrice':
    case 'автор':
    case 'авторы':
    case '作者':
      return { authors: splitAuthors(text) };
    case 'title':
    case 'booktitle':
    case 'fulltitle':
    case 'book':
    case 'titel':
    case 'titre':
    case 'título':
    case 'titolo':
    case 'название':
    case '书名':
    case '題名':
    case '题名':
    case '標題':
    case '标题':
      return /^@[^\s@]+$/.test(text) ? { citekey: text.slice(1) } : { title: text };
    case 'year':
    case 'published':
    case 'datepublished':
    case 'publicationdate':
    case 'publishdate':
    case 'pubdate':
    case 'publicationyear':
    case 'pubyear':
    case 'issued':
    case 'jahr':
    case 'année':
    case 'año':
    case 'anno':
    case 'год':
    case '年份': {
      const year = /^\D{0,3}(\d{4})\b/.exec(text)?.[1];
      return year ? { year } : undefined;
    }
    case 'citekey':
    case 'citationkey':
    case 'citekeys':
    case 'bibkey':
    case 'bibtexkey':
    case 'zoterokey':
    case 'bibtex':
    case 'customid':
      return /\s/.test(text) ? undefined : { citekey: text.replace(/^\[?@/, '').replace(/\]$/, '') };
    case 'id':
      return looksLikeCitekey(text) ? { citekey: text.replace(/^@/, '') } : undefined;
    case 'topic':
    case 'source':
    case 'citation':
    case 'quelle':
    case 'work':
    case 'label':
    case 'reading':
    case 'text':
      return readSourceTitle(text).facts;
  }
  return undefined;
}
