import type { CslItem, CslName } from '../cslItem';
import { readBibtexDate, seasonOf } from './bibtexDate';

const genres: Readonly<Record<string, string>> = {
  phdthesis: 'PhD thesis',
  mathesis: 'Master’s thesis',
  mastersthesis: 'Master’s thesis',
  bathesis: 'Bachelor’s thesis',
  candthesis: 'Candidate thesis',
  resreport: 'research report',
  techreport: 'technical report',
  patentde: 'German patent',
  patenteu: 'European patent',
  patentfr: 'French patent',
  patentuk: 'British patent',
  patentus: 'U.S. patent',
};
const editions = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(
  ' ',
);
const periodicals: Readonly<Record<string, string>> = {
  newspaper: 'article-newspaper',
  magazine: 'article-magazine',
};

/** Entry types that no BibTeX knows, but whose name says what they are. */
const otherTypes: Readonly<Record<string, string>> = {
  film: 'motion_picture',
  image: 'graphic',
  inreference: 'entry-encyclopedia',
  interview: 'interview',
  magazine: 'article-magazine',
  manuscript: 'manuscript',
  map: 'map',
  newspaper: 'article-newspaper',
  speech: 'speech',
};

/** A name without parts is a body's, unless it is a single word such as Plato. */
function repairName(name: CslName): CslName {
  const { family } = name;
  return family !== undefined && /\s/.test(family) && !name.given && !name['non-dropping-particle']
    ? { literal: family }
    : name;
}

/** LaTeX that the library left: macros that it does not know, and stray braces. */
function cleanText(text: string): string {
  return text
    .replace(/\\(?:[A-Za-z@]+\*?\s?|\s)/g, '')
    .replace(/\\([^\w\s])/g, '$1')
    .replace(/`/g, '‘')
    .replace(/\s+/g, (space) => (space.includes('\u00A0') ? '\u00A0' : ' '))
    .trim();
}

type Variables = Record<string, unknown>;

function repairTexts(item: CslItem): Variables {
  return Object.fromEntries(
    Object.entries(item).map(([variable, value]) => {
      if (typeof value === 'string' && !['id', 'URL', 'DOI'].includes(variable))
        return [variable, cleanText(value)];
      if (Array.isArray(value))
        return [variable, (value as readonly CslName[]).map(cleanName).map(repairName)];
      return [variable, value];
    }),
  );
}

/** Without BibLaTeX's option `useprefix=true`, "von Goethe" is cited and sorted as "Goethe". */
function dropParticle({ 'non-dropping-particle': particle, ...name }: CslName): CslName {
  return particle === undefined ? name : { ...name, 'dropping-particle': particle };
}

function cleanName(name: CslName): CslName {
  return Object.fromEntries(
    Object.entries(name).map(([part, text]: [string, string]) => [part, cleanText(text)]),
  );
}

/** A list such as `London and New York`, which the library splits, as it was written. */
function asWritten(value: unknown, written: string | undefined): unknown {
  if (written === undefined || !/\sand\s/i.test(written)) return value;
  return cleanText(written.replace(/[{}]/g, '').replace(/\\&/g, '&').replace(/~/g, ' '));
}

/** After a title's own question or exclamation mark no colon goes before the subtitle. */
function withoutColon(title: unknown): unknown {
  return typeof title === 'string' ? title.replace(/([?!](?:<\/\w+>)*): /g, '$1 ') : title;
}

/** The season that a journal's issue is named by belongs to the date: `76 (Spring 2004)`. */
function takeSeason(variables: Variables): void {
  const { issue, issued } = variables;
  const season = typeof issue === 'string' ? seasonOf(issue) : undefined;
  if (season === undefined) return;
  delete variables.issue;
  if (typeof issued === 'object') variables.issued = { ...issued, season };
}

/** Where an unpublished paper is kept is no publisher. */
function moveToArchive(variables: Variables): void {
  variables.archive ??= variables['publisher-place'];
  variables.archive_location ??= variables.publisher;
  delete variables['publisher-place'];
  delete variables.publisher;
}

/** Of archives that an `eprint` can be found in by its number, the address before it. */
const eprintArchives: Readonly<Record<string, string>> = {
  arxiv: 'https://arxiv.org/abs/',
  googlebooks: 'https://books.google.com?id=',
  hdl: 'https://hdl.handle.net/',
  jstor: 'https://www.jstor.org/stable/',
  pubmed: 'https://www.ncbi.nlm.nih.gov/pubmed/',
};

function eprintAddress(field: (name: string) => string | undefined): string | undefined {
  const archive = eprintArchives[(field('eprinttype') ?? field('archiveprefix') ?? '').trim().toLowerCase()];
  const number = field('eprint')?.trim();
  return archive !== undefined && number ? archive + number : undefined;
}

/**
 * Sets right what citation-js leaves different from what history students' files mean.
 * @param field the entry's own or inherited field, in LaTeX.
 */
export function repairItem(
  item: CslItem,
  type: string,
  field: (name: string) => string | undefined,
): CslItem {
  const fixed: Variables = repairTexts(item);
  const place = field('location') ?? field('address');
  const publisher = fixed.publisher ?? field('institution') ?? field('school') ?? field('organization');
  const writtenPublisher =
    field('publisher') ?? field('school') ?? field('institution') ?? field('organization');
  if (publisher !== undefined && type !== 'article') fixed.publisher = asWritten(publisher, writtenPublisher);
  if (place !== undefined) fixed['publisher-place'] = asWritten(fixed['publisher-place'], place);

  if (['document', 'entry', 'figure'].includes(String(fixed.type)))
    fixed.type = otherTypes[type] ?? fixed.type;
  if (type === 'manual') fixed.type = 'book';
  if (type === 'booklet') fixed.type = 'pamphlet';
  if (type === 'review') fixed.type = 'review';
  if (type === 'periodical') fixed.type = 'article-journal';
  if (type === 'manuscript') moveToArchive(fixed);
  // A whole book's `booktitle` is there for its chapters, which inherit it.
  if (fixed.type === 'book' && type !== 'bookinbook' && field('maintitle') === undefined)
    delete fixed['container-title'];
  for (const name of ['title', 'container-title'] as const)
    if (field(name === 'title' ? 'subtitle' : 'booksubtitle') !== undefined)
      fixed[name] = withoutColon(fixed[name]);
  const address = eprintAddress(field);
  if (address !== undefined) fixed.URL ??= address;
  // The processor knows it by its older name.
  if (fixed['event-title'] !== undefined) fixed.event ??= fixed['event-title'];
  const subtype = periodicals[field('entrysubtype') ?? ''];
  if (type === 'article' && subtype) {
    fixed.type = subtype;
    delete fixed.genre;
  }
  // A chapter that no book is named for is BibTeX's way to cite part of a book.
  if (type === 'inbook' && fixed['container-title'] === undefined) fixed.type = 'book';
  if (fixed.genre === 'techreport' && field('type') === undefined) delete fixed.genre;
  if (typeof fixed.genre === 'string') fixed.genre = genres[fixed.genre] ?? fixed.genre;
  if (typeof fixed.edition === 'string') {
    const ordinal = editions.indexOf(fixed.edition.toLowerCase().replace(/\s*(?:ed\.?|edn\.?|edition)$/, ''));
    if (ordinal >= 0) fixed.edition = String(ordinal + 1);
  }
  if (typeof fixed.page === 'string') fixed.page = fixed.page.replace(/\s*[–—]\s*|-{2,}/g, '-');
  const isPrefixUsed = /\buseprefix\b(?!\s*=\s*false)/;
  if (!['options', 'author', 'editor'].some((name) => isPrefixUsed.test(field(name) ?? '')))
    for (const [variable, value] of Object.entries(fixed))
      if (Array.isArray(value)) fixed[variable] = (value as readonly CslName[]).map(dropParticle);
  const issued = readBibtexDate(field);
  if (issued) fixed.issued = issued;
  takeSeason(fixed);
  delete fixed['citation-key'];
  return { ...fixed, id: item.id, type: String(fixed.type), isFromBibtex: true };
}
