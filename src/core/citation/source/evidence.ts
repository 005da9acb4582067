import type { CslItem } from '../cslItem';
import { fullName, issuedYear, plainCslText, surname } from '../cslText';
import { foldWord, foldWords, isSpellingDrift } from './words';

/** What a bibliography item can be recognised by, folded. */
export interface ItemWords {
  readonly item: CslItem;
  readonly citekey: string;
  /** One list for each author or editor: the words of the surname, particles left out. */
  readonly surnames: readonly (readonly string[])[];
  readonly givenNames: readonly string[];
  /** The words of title, short title and container. */
  readonly title: readonly string[];
  /** The title up to its colon, and the whole of it, as words in order. */
  readonly mainTitles: readonly string[];
  readonly year?: string;
}

const particles = new Set(
  'de du des del della di da do dos von van der den ten ter zu zum zur of la le el al bin ibn'.split(' '),
);
/** Words of a label that say nothing about which work is meant. */
const noise = new Set(
  'the a an and et al others und ed eds edited editor editors by on of in to notes note reading readings summary outline book chapter draft vol'.split(
    ' ',
  ),
);

/** A body is also known by its initials: CIA. */
function nameWords(name: string, isBody: boolean): readonly string[] {
  const words = foldWords(name).filter((word) => !particles.has(word));
  const initials =
    isBody && words.length > 1 ? (name.match(/(?<!\p{L})\p{Lu}/gu) ?? []).join('').toLowerCase() : '';
  return initials.length > 1 ? [...words, initials] : words;
}

export function itemWords(item: CslItem): ItemWords {
  const people = [...(item.author ?? []), ...(item.editor ?? [])];
  const container = typeof item['container-title'] === 'string' ? item['container-title'] : '';
  const title = plainCslText(item.title ?? '');
  const mainTitles = [title, title.replace(/\s*[:.?!–—]\s.*$/u, ''), item['title-short'] ?? '']
    .map((each) => foldWords(each).join(' '))
    .filter((each) => each !== '');
  const original = item['original-date']?.['date-parts']?.[0]?.[0];
  return {
    item,
    citekey: foldWord(item.id),
    surnames: people.map((name) => nameWords(surname(name), name.literal !== undefined)),
    givenNames: people.flatMap((name) => (name.literal ? [] : foldWords(fullName(name)))),
    title: foldWords(plainCslText(`${title} ${item['title-short'] ?? ''} ${container}`)),
    mainTitles,
    year: issuedYear(item) ?? (original === undefined ? undefined : String(original)),
  };
}

/** How the words that name a source fit one item. */
export interface Evidence {
  readonly words: ItemWords;
  /** Authors and editors that are named. */
  readonly named: number;
  /** Every author is named, and nobody else. */
  readonly isWholeTeam: boolean;
  /** Words that are of the title and of no name. */
  readonly titleWords: number;
  /** The title is named word for word: up to its colon at least, or three words or more from its start and no others. */
  readonly isMainTitle: boolean;
  readonly year: 'same' | 'different' | 'unknown';
  /** A name or word fits only with other spelling. */
  readonly isDrift: boolean;
  /** Words that fit nothing of the item. */
  readonly unexplained: number;
}

/** Whether a word of a label says something about which work is meant. */
export const isTelling = (word: string): boolean => !noise.has(word) && !particles.has(word);

function fits(word: string, candidates: readonly string[]): 'exactly' | 'nearly' | undefined {
  if (candidates.includes(word)) return 'exactly';
  return candidates.some((candidate) => isSpellingDrift(word, candidate)) ? 'nearly' : undefined;
}

/** The words by which notes name a source. */
export interface SaidWords {
  readonly telling: ReadonlySet<string>;
  /** Each text as its folded words, with a space at both ends. */
  readonly running: readonly string[];
}

export function saidWords(texts: readonly string[]): SaidWords {
  const lists = texts.map(foldWords);
  return {
    telling: new Set(lists.flat().filter(isTelling)),
    running: lists.filter((list) => list.length > 0).map((list) => ` ${list.join(' ')} `),
  };
}

/** The year that a word such as `1996` or `1996a` means. */
export function yearIn(word: string): string | undefined {
  return /^((?:1[4-9]|20)\d\d)[a-z]?$/.exec(word)?.[1];
}

/** Weighs how the words of a label, a title or a file name fit an item. */
export function weigh({ telling, running }: SaidWords, words: ItemWords): Evidence {
  const years = new Set<string>();
  const named = new Set<number>();
  const titleWords = new Set<string>();
  let isDrift = false;
  let unexplained = 0;
  for (const word of telling) {
    const yearOf = yearIn(word);
    if (yearOf !== undefined && !words.title.includes(word)) {
      years.add(yearOf);
      continue;
    }
    const people = words.surnames.flatMap((surnames, index) => {
      const fit = fits(word, surnames);
      return fit ? [{ index, fit }] : [];
    });
    const titleFit = fits(word, words.title);
    if (people.length > 0 && !(titleFit === 'exactly' && people.every(({ fit }) => fit === 'nearly'))) {
      const exact = people.filter(({ fit }) => fit === 'exactly');
      if (exact.length === 0) isDrift = true;
      for (const { index } of exact.length > 0 ? exact : people) named.add(index);
      // A surname may be a word of the title too, as in a biography.
    } else if (titleFit) {
      titleWords.add(word);
      if (titleFit === 'nearly') isDrift = true;
    } else if (!isGivenName(word, words.givenNames)) unexplained++;
  }
  return {
    words,
    named: named.size,
    isWholeTeam: named.size > 0 && named.size === words.surnames.length,
    titleWords: titleWords.size,
    isMainTitle: words.mainTitles.some((title) =>
      running.some((text) => text.includes(` ${title} `) || isTitleStart(text.trim(), title)),
    ),
    year:
      years.size === 0 || words.year === undefined ? 'unknown' : years.has(words.year) ? 'same' : 'different',
    isDrift,
    unexplained,
  };
}

function isTitleStart(text: string, title: string): boolean {
  return (
    `${title} `.startsWith(`${text} `) &&
    text.split(' ').filter(isTelling).length >= 2 &&
    /\S \S+ \S/.test(text)
  );
}

function isGivenName(word: string, givenNames: readonly string[]): boolean {
  return givenNames.some((name) => name === word || (word.length === 1 && name.startsWith(word)));
}
