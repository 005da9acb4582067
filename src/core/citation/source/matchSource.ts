import type { Steps } from '../../util/steps';
import type { CslItem } from '../cslItem';
import { type Evidence, saidWords, weigh } from './evidence';
import { ItemWordIndex } from './itemWordIndex';

/** What the notes tell about the work that they are about. */
export interface SourceDescription {
  /** What the student calls it: "Zubok and Pleshakov". */
  readonly label: string;
  readonly authors?: readonly string[];
  readonly title?: string;
  readonly year?: string;
  readonly citekey?: string;
  readonly aliases?: readonly string[];
  /** Name of the notes file, with or without folders and extension. */
  readonly fileName?: string;
}

/** Why an item is taken for the source, for people to read. */
export type MatchReason =
  'citekey' | 'authors' | 'title' | 'authors and title' | 'authors and year' | 'title and year';

export type SourceMatch =
  | { readonly kind: 'matched'; readonly item: CslItem; readonly reason: MatchReason }
  /** Several items fit, or one does with a doubt such as another year. Likeliest first. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly CslItem[] }
  | { readonly kind: 'missing' };

/** Finds the bibliography items that notes are about. Never guesses: where nothing tells two items apart, it says so. */
export class SourceMatcher {
  readonly #index = new ItemWordIndex();

  constructor(items: readonly CslItem[]) {
    for (const item of items) this.#index.add(item);
  }

  /** The same, with a break after each item. */
  static *steps(items: Iterable<CslItem>): Steps<SourceMatcher> {
    const matcher = new SourceMatcher([]);
    for (const item of items) {
      matcher.#index.add(item);
      yield;
    }
    return matcher;
  }

  match(source: SourceDescription): SourceMatch {
    const byKey = this.#matchCitekey(source);
    if (byKey) return { kind: 'matched', item: byKey, reason: 'citekey' };
    const { authors = [], title, year = '' } = source;
    const given = [source.label, ...authors, title ?? '', year];
    // A label may hold the publisher as well: "Lund, The Glass Tax (Aldershot: Quarto, 1984)".
    const read = authors.length > 0 && title !== undefined ? [[...authors, title, year]] : [];
    const aliases = source.aliases ?? [];
    const fileStem = stem(source.fileName ?? '');
    const attempts = [
      given,
      ...read,
      ...aliases.map((alias) => [alias, source.year ?? '']),
      [fileStem, source.year ?? ''],
    ];
    for (const [index, texts] of attempts.entries()) {
      const candidates = this.#candidates(texts);
      if (candidates.length === 0) continue;
      const others = attempts.slice(index + 1).flat();
      return decide(candidates, others);
    }
    return { kind: 'missing' };
  }

  /** A citekey that the notes name, or a label, alias or file name that is one. */
  #matchCitekey({ citekey, label, aliases = [], fileName = '' }: SourceDescription): CslItem | undefined {
    for (const name of [citekey, label, ...aliases, stem(fileName)]) {
      const key = name?.trim().replace(/^@/, '');
      if (!key) continue;
      const item = this.#index.itemOf(key);
      if (item) return item;
    }
    return undefined;
  }

  #candidates(texts: readonly string[]): readonly Evidence[] {
    const said = saidWords(texts);
    const all = this.#index
      .withWords(said)
      .map((words) => weigh(said, words))
      .filter(isCandidate);
    const exact = all.filter(({ isDrift }) => !isDrift);
    return exact.length > 0 ? exact : all;
  }
}

/** Finds the item of `items` that `source` means; for many sources build one `SourceMatcher`. */
export function matchSource(source: SourceDescription, items: readonly CslItem[]): SourceMatch {
  return new SourceMatcher(items).match(source);
}

/** Every word fits, and they are enough to tell a work by: a name, or a good part of a title. */
function isCandidate({ named, titleWords, isMainTitle, unexplained }: Evidence): boolean {
  return unexplained === 0 && (named > 0 || isMainTitle || titleWords >= 2);
}

function decide(candidates: readonly Evidence[], otherTexts: readonly string[]): SourceMatch {
  const ranked = [...candidates].sort(compare);
  const [best, second] = ranked;
  if (!best) return { kind: 'missing' };
  if (isClear(best, second)) return { kind: 'matched', item: best.words.item, reason: reasonOf(best) };
  const narrowed = narrow(ranked, otherTexts);
  if (narrowed) return { kind: 'matched', item: narrowed.words.item, reason: reasonOf(narrowed) };
  return { kind: 'ambiguous', candidates: ranked.map(({ words }) => words.item) };
}

/** Lets the notes' other names tell candidates apart, if exactly one of these fits them. */
function narrow(candidates: readonly Evidence[], texts: readonly string[]): Evidence | undefined {
  const possible = candidates.filter(({ year }) => year !== 'different');
  for (const text of texts) {
    const said = saidWords([text]);
    const weighed = possible
      .map(({ words }) => weigh(said, words))
      .filter(isCandidate)
      .sort(compare);
    const [best, second] = weighed;
    if (best && isClear(best, second)) return best;
  }
  return undefined;
}

/** A few words of a title may be a topic just as well: they suggest an item, but don't decide for it. */
function isClear(best: Evidence, second: Evidence | undefined): boolean {
  const isNamed = best.named > 0 || best.isMainTitle || best.titleWords >= 4;
  return isNamed && best.year !== 'different' && (!second || isDecisive(best, second));
}

const yearRank = { same: 0, unknown: 1, different: 2 } as const;

function compare(a: Evidence, b: Evidence): number {
  return (
    yearRank[a.year] - yearRank[b.year] ||
    Number(b.isMainTitle) - Number(a.isMainTitle) ||
    b.titleWords - a.titleWords ||
    b.named - a.named ||
    Number(b.isWholeTeam) - Number(a.isWholeTeam)
  );
}

/**
 * Whether something that the notes say speaks for `best` and against `second`: the year, words of the title, or a team
 * of authors that is named in full. One surname alone doesn't: people also say "Zubok" for a book of two.
 */
function isDecisive(best: Evidence, second: Evidence): boolean {
  if (best.year === 'same' && second.year !== 'same') return true;
  if (best.year !== 'different' && second.year === 'different') return true;
  if (best.isMainTitle !== second.isMainTitle) return best.isMainTitle;
  if (best.titleWords > second.titleWords) return true;
  if (best.named > second.named) return true;
  return best.isWholeTeam && !second.isWholeTeam && best.named > 1;
}

function reasonOf({ named, titleWords, year }: Evidence): MatchReason {
  const hasTitle = titleWords > 0;
  if (named > 0 && hasTitle) return 'authors and title';
  if (named > 0) return year === 'same' ? 'authors and year' : 'authors';
  return year === 'same' ? 'title and year' : 'title';
}

function stem(fileName: string): string {
  return fileName
    .replace(/^.*[\\/]/, '')
    .replace(/\.[A-Za-z0-9]{1,8}$/, '')
    .replace(/_/g, ' ');
}
