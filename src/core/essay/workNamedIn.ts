import type { Citation } from '../citation/citation';
import type { CslItem } from '../citation/cslItem';
import { creators, issuedYear, plainCslText, surname } from '../citation/cslText';

const folded = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const shortTitle = ({ title = '', 'title-short': short }: CslItem) =>
  folded(plainCslText(short ?? title.split(/:\s/)[0] ?? ''));

const familyNames = (item: CslItem) => creators(item).map((name) => folded(surname(name)));

/**
 * The work that a footnote's text cites: the one whose authors it names together with its short title, or, as a short
 * note does right after another, by the authors alone if only one work is theirs.
 */
export function workNamedIn(text: string, items: ReadonlyMap<string, CslItem>): Citation | undefined {
  const note = ` ${folded(text)} `;
  const byAuthors = [...items.values()].filter((item) => {
    const names = familyNames(item);
    return names.length > 0 && names.slice(0, 3).every((name) => note.includes(` ${name} `));
  });
  const byTitle = byAuthors.filter(
    (item) => shortTitle(item) !== '' && note.includes(` ${shortTitle(item)} `),
  );
  const [only, ...others] =
    byTitle.length > 0 ? byTitle : byAuthors.filter((item) => startsWithNames(note, item));
  return only && others.length === 0 ? { cites: [{ citekey: only.id }] } : undefined;
}

/** Whether a note names a work as a first citation does: with its authors, its title and its year. */
export function isCitedInFull(text: string, item: CslItem | undefined): boolean {
  if (!item) return false;
  const note = ` ${folded(text)} `;
  const year = issuedYear(item);
  return (
    note.includes(` ${shortTitle(item)} `) &&
    (year === undefined || note.includes(` ${year} `)) &&
    familyNames(item).every((name) => note.includes(` ${name} `))
  );
}

function startsWithNames(note: string, item: CslItem): boolean {
  return familyNames(item).some((name) => note.startsWith(` ${name} `));
}
