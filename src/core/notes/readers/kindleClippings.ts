import type { Steps } from '../../util/steps';
import type { Locator } from '../../citation/locator';
import type { Span } from '../../text/position';
import type { NotesLine, NotesText } from '../notesText';
import type { NotesProblem, SkippedLines } from '../outline';
import { splitAuthors } from './sourceFields';
import { type Phrase, phrase } from '../../util/localize';

/** One entry of `My Clippings.txt`. */
export interface Clipping {
  /** The first line as it stands: tells the books apart. */
  readonly heading: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly kind: 'highlight' | 'note';
  readonly locator?: Locator;
  /** Kindle locations, or pages where there are none. */
  readonly extent?: { readonly first: number; readonly last: number };
  readonly span: Span;
  readonly text: string;
  readonly firstLine: number;
  readonly lastLine: number;
}

type Book = Pick<Clipping, 'title' | 'authors'>;

/** What Kindle calls its entries, in the languages of its menus; the first that is found in the line counts. */
const notes = /\b(?:note|notiz|nota|notitie|notatka|not)\b|заметк|笔记|筆記|メモ|노트|메모/iu;
const bookmarks =
  /\b(?:bookmark|lesezeichen|marcador|signet|segnalibro|bladwijzer)\b|закладк|书签|書籤|ブックマーク|북마크/iu;
const clips = /\bclip(?:ping)?\b/i;
const highlights =
  /\b(?:highlight|markierung|subrayado|resaltado|surlignement|surlign\p{L}*|evidenziazione|destaque|markering|hoogtepunt|podkreślenie)\b|выдел|标注|標註|ハイライト|하이라이트/iu;

const range = String.raw`([\dxivlc]+)(?:\s?([-–—])\s?(\d+))?`;
const place = (words: string) =>
  new RegExp(String.raw`(?:${words})\s*(?:nr?\.|no\.|№|n°)?\s*#?\s*${range}`, 'iu');
const pages = place('page|seite|página|pagina|strona|pág\\.|страниц[аеы]|стр\\.|第');
const pagesBehind = /([\dxivlc]+)\s?(?:页|頁|ページ|페이지)/iu;
const locations = place(
  'location|loc\\.|position(?:en)?|posici[óo]n|emplacement|posizione|posi[çc][ãa]o|locatie|pozycja|мест[оае]|позици[яию]|位置(?:\\s?no\\.)?|위치',
);

const separator = /^={8,}$/;

/** What Kindle says an entry is, from its label without the date; `highlight` if it does not say. */
export function clippingKind(label: string): 'highlight' | 'note' | 'bookmark' {
  if (bookmarks.test(label)) return 'bookmark';
  if (highlights.test(label) || clips.test(label)) return 'highlight';
  return notes.test(label) ? 'note' : 'highlight';
}

/** Where an entry stands, from its label without the date: its page if it has one, else its location. */
export function clippingPlace(label: string): Pick<Clipping, 'locator' | 'extent'> {
  return placeOf(pages.exec(label) ?? pagesBehind.exec(label), locations.exec(label));
}

/** Splits the file into its entries. Entries that don't look like Kindle's are problems; the rest is read on. */
export function* readClippings(
  text: NotesText,
  problems: NotesProblem[],
  skipped: SkippedLines[],
): Steps<Clipping[]> {
  const clippings: Clipping[] = [];
  const books = new Map<string, Book>();
  let entry: NotesLine[] = [];
  const close = () => {
    const lines = entry.filter((line, index) => line.text !== '' || index > 0);
    entry = [];
    const firstText = lines.findIndex((line) => line.text !== '');
    if (firstText < 0) return;
    readEntry(text, lines.slice(firstText), books, clippings, problems, skipped);
  };
  for (const line of text.lines) {
    if (line.number % 64 === 0) yield;
    if (separator.test(line.text)) close();
    else entry.push(line);
  }
  close();
  return clippings;
}

function readEntry(
  text: NotesText,
  lines: readonly NotesLine[],
  books: Map<string, Book>,
  clippings: Clipping[],
  problems: NotesProblem[],
  skipped: SkippedLines[],
): void {
  const [heading, details] = lines;
  const body = lines.slice(2).filter((line) => line.text !== '');
  const [first] = body;
  const last = body.at(-1);
  if (!heading) return;
  const endLine = lines.findLast((line) => line.text !== '')?.number ?? heading.number;
  if (!details || !/^[-–•]/.test(details.text)) {
    const message = phrase(
      'This entry is not in the form of Kindle’s clippings (book, place, text) and was left out.',
    );
    problems.push({ code: 'notes-file', message, line: heading.number });
    skipped.push({ line: heading.number, endLine, reason: phrase('not in the form of a clipping') });
    return;
  }
  const label = details.text.slice(0, 400);
  const beforeDate = label.split('|').slice(0, -1).join('|') || label;
  const skip = (reason: Phrase) => skipped.push({ line: heading.number, endLine, reason });
  const kind = clippingKind(beforeDate);
  if (kind === 'bookmark') return void skip(phrase('bookmark'));
  if (!first || !last) return void skip(phrase('entry without text'));
  if (/clipping limit|you have reached the/i.test(first.text))
    return void skip(phrase('text withheld by the publisher’s clipping limit'));
  const name = heading.text.replace(/\ufeff/g, '');
  const { title, authors } = books.get(name) ?? readBook(name);
  books.set(name, { title, authors });
  clippings.push({
    heading: name, title, authors, kind, ...clippingPlace(beforeDate),
    span: { start: first.start, end: last.end }, text: text.text.slice(first.start, last.end),
    firstLine: heading.number, lastLine: endLine,
  }); // prettier-ignore
}

function placeOf(
  page: RegExpExecArray | null,
  location: RegExpExecArray | null,
): Pick<Clipping, 'locator' | 'extent'> {
  const [chosen, label] = page ? [page, 'page'] : [location, 'location'];
  if (!chosen) return {};
  const [, first = '', dash, last] = chosen;
  const value = dash && last ? first + dash + last : first;
  const [, from, , to] = location ?? chosen;
  const start = Number(from);
  const end = to === undefined ? start : Number(to);
  const whole = to !== undefined && end < start ? Number(String(start).slice(0, -to.length) + to) : end;
  return {
    locator: { label, value },
    ...(Number.isFinite(start) && { extent: { first: start, last: whole } }),
  };
}

/** `Title (Author; Author)`: the last brackets hold the authors, as Kindle was given them. */
function readBook(heading: string): Book {
  const clean = heading.trim();
  const open = authorBracket(clean);
  if (open < 1) return { title: clean, authors: [] };
  return {
    title: clean.slice(0, open).trim(),
    authors: splitAuthors(clean.slice(open + 1, -1)).map(inOrder),
  };
}

/** Where the bracket opens that closes at the end of the text; -1 if there is none. */
function authorBracket(text: string): number {
  if (!text.endsWith(')')) return -1;
  let level = 0;
  for (let index = text.length - 1; index >= 0; index--) {
    if (text[index] === ')') level++;
    else if (text[index] === '(' && --level === 0) return index;
  }
  return -1;
}

/** "Gaddis, John Lewis" → "John Lewis Gaddis" */
export function inOrder(name: string): string {
  const [family, given, ...rest] = name.split(/,\s+/);
  return given && rest.length === 0 ? `${given} ${family ?? ''}` : name;
}
