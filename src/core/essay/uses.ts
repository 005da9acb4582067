import type { Library } from '../notes/library';
import type { LibraryArgument } from '../notes/libraryArgument';
import { type ArgumentIndex, isConfident, type Match, type QueryContext } from '../search/index';
import type { Span } from '../text/position';
import type { Steps } from '../util/steps';
import { type CitedPlace, type PlacedCite, readCitedPlaces } from './citedPlaces';
import { type CoveredSentence, coverSentences } from './covering';
import type { EssayDocument } from './essayDocument';
import { placesOverlap } from './pages';
import type { Paragraph } from './prose';
import { matchedSpan } from './usedArguments';
import { Works } from './works';

/**
 * How an argument that a sentence makes is cited. `cited`: by its own source. `elsewhere`: a note or citation covers the
 * sentence, but of another work, or of one that we don't know. `uncited`: nothing covers it.
 */
export type Citedness = 'cited' | 'elsewhere' | 'uncited';

/** An argument of the notes that a sentence makes. */
export interface Use {
  readonly argument: LibraryArgument;
  readonly confidence: number;
  /** How much of each other sentence and argument hold, from 0 to 1: high only if the one says about what the other says. */
  readonly closeness: number;
  /** From the first to the last word of the sentence that this rests on, in the essay. */
  readonly span: Span;
  readonly citedness: Citedness;
  /** The citations of its source that cover the sentence. */
  readonly cites: readonly PlacedCite[];
}

/** A sentence of the essay with the arguments that it makes, best first, often none. */
export interface UsingSentence extends CoveredSentence {
  readonly uses: readonly Use[];
}

/** What an essay does with the library. */
export interface EssayUses {
  readonly essay: EssayDocument;
  readonly library: Library;
  readonly works: Works;
  readonly places: readonly CitedPlace[];
  readonly sentences: readonly UsingSentence[];
}

const MAX_MATCHES = 6;
/** From which confidence on a citation of the very source, or of the very page, shows that its argument is meant. */
const WITH_SOURCE = 0.33;
const WITH_PAGE = 0.15;
/** How sure a second argument of a sentence must be, and how many of its words must be its own. */
const SECOND = 0.6;
const OWN_WORDS = 0.4;
/** Less in common is chance, unless a citation speaks for it. */
const LEAST_CLOSENESS = 0.25;
/** Paragraphs that are remembered, and sentences; an essay has some dozens, and some hundreds. */
const MAX_PARAGRAPHS = 3000;
const MAX_SENTENCES = 10_000;

/** A match of a sentence, before its citations are looked at. */
type Candidate = Pick<Match, 'confidence' | 'queryWords'> & {
  readonly id: string;
  readonly closeness: number;
};

/**
 * Finds the uses of essays in one state of the library. Paragraphs that have been seen before cost nothing; in one that
 * was edited, a sentence is looked up again only if it, or a name around it, has changed.
 */
export class UseFinder {
  readonly #library: Library;
  readonly #index: ArgumentIndex;
  readonly #works: Works;
  #lookedUp = 0;
  readonly #byParagraph = new Map<string, readonly (readonly Candidate[])[]>();
  readonly #bySentence = new Map<string, readonly Candidate[]>();

  constructor(library: Library, index: ArgumentIndex) {
    this.#library = library;
    this.#index = index;
    this.#works = new Works(library);
  }

  /** Number of sentences that had to be looked up so far. */
  get lookedUp(): number {
    return this.#lookedUp;
  }

  *find(essay: EssayDocument): Steps<EssayUses> {
    const places = readCitedPlaces(essay, this.#works);
    const byParagraph = new Map<Paragraph, readonly (readonly Candidate[])[]>();
    for (const paragraph of essay.paragraphs)
      byParagraph.set(paragraph, yield* this.#candidatesIn(essay, paragraph));
    const covered = coverSentences(essay, places).map((sentence) => {
      const at = sentence.paragraph.sentences.indexOf(sentence.sentence);
      return { ...sentence, uses: this.#uses(sentence, byParagraph.get(sentence.paragraph)?.[at] ?? []) };
    });
    return {
      essay,
      library: this.#library,
      works: this.#works,
      places,
      sentences: covered.map((sentence) => withoutStrayCovers(sentence, covered)),
    };
  }

  *#candidatesIn(essay: EssayDocument, paragraph: Paragraph): Steps<readonly (readonly Candidate[])[]> {
    const heading = essay.headingAbove(paragraph.span.start);
    const key = `${heading ?? ''}\n\n${paragraph.words}`;
    const known = this.#byParagraph.get(key);
    if (known) return known;
    const context = { paragraph: paragraph.words, heading };
    const contextKey = this.#index.contextKey(context);
    const found: (readonly Candidate[])[] = [];
    for (const { words } of paragraph.sentences) {
      const sentenceKey = `${contextKey}\n\n${words}`;
      let candidates = this.#bySentence.get(sentenceKey);
      if (!candidates) {
        yield;
        candidates = this.#lookUp(words, context);
        remember(this.#bySentence, sentenceKey, candidates, MAX_SENTENCES);
      }
      found.push(candidates);
    }
    remember(this.#byParagraph, key, found, MAX_PARAGRAPHS);
    return found;
  }

  #lookUp(words: string, context: QueryContext): readonly Candidate[] {
    this.#lookedUp++;
    return this.#index
      .explain(words, { mode: 'sentence', limit: MAX_MATCHES, context })
      .map(({ argument: { id }, confidence, queryWords, evidence }) => ({
        id,
        confidence,
        queryWords,
        closeness: Math.sqrt(evidence.queryCoverage * evidence.argumentCoverage),
      }));
  }

  #uses({ sentence, cover }: CoveredSentence, candidates: readonly Candidate[]): readonly Use[] {
    const taken = new Set<number>();
    const uses: Use[] = [];
    let pageIsFound = false;
    for (const candidate of candidates) {
      const { id, confidence, queryWords, closeness } = candidate;
      const argument = this.#library.arguments.get(id);
      if (!argument || queryWords.length === 0) continue;
      const cites = (cover?.cites ?? []).filter(({ works }) =>
        works.some((work) => work.sources.has(argument.source.id)),
      );
      if (!isMade(candidate, argument, cites)) continue;
      const own = queryWords.filter(({ start }) => !taken.has(start));
      const isSecond = confidence >= SECOND && own.length >= OWN_WORDS * queryWords.length;
      if (uses.length > 0 && !isSecond && !hasPageOf(cites, argument)) continue;
      if (pageIsFound && hasOtherPage(cites, argument)) continue;
      pageIsFound ||= hasPageOf(cites, argument);
      for (const { start } of queryWords) taken.add(start);
      const citedness = cites.length > 0 ? 'cited' : cover ? 'elsewhere' : 'uncited';
      uses.push({
        argument,
        confidence,
        closeness,
        span: matchedSpan(queryWords, sentence.span.start),
        citedness,
        cites,
      });
    }
    return uses;
  }
}

function remember<T>(known: Map<string, T>, key: string, value: T, most: number): void {
  if (known.size >= most) known.clear();
  known.set(key, value);
}

function isMade(
  { confidence, closeness }: Candidate,
  argument: LibraryArgument,
  cites: readonly PlacedCite[],
): boolean {
  if (cites.length === 0) return isConfident({ confidence }, 'sentence') && closeness >= LEAST_CLOSENESS;
  if (hasPageOf(cites, argument)) return confidence >= WITH_PAGE;
  return (
    isConfident({ confidence }, 'sentence') || (confidence >= WITH_SOURCE && !hasOtherPage(cites, argument))
  );
}

export function hasPageOf(cites: readonly PlacedCite[], { argument }: LibraryArgument): boolean {
  const { locator } = argument;
  return (
    locator !== undefined &&
    cites.some((cite) => cite.locator && placesOverlap(cite.locator, locator) === true)
  );
}

function hasOtherPage(cites: readonly PlacedCite[], { argument: { locator } }: LibraryArgument): boolean {
  return (
    locator !== undefined &&
    cites.every((cite) => cite.locator && placesOverlap(cite.locator, locator) === false)
  );
}

/**
 * A citation that ends a run of sentences answers for a sentence before it only if nothing speaks against it: not if it
 * gives the page of another argument, the one that its own sentence makes, and not if it is of another work that we know.
 */
function withoutStrayCovers(sentence: UsingSentence, all: readonly UsingSentence[]): UsingSentence {
  const { cover } = sentence;
  if (cover?.by !== 'run') return sentence;
  const closing = all.find((each) => each.sentence === cover.sentence);
  const uses = sentence.uses.map((use): Use => {
    const strays = use.citedness === 'cited' ? isOtherPlace(use, closing) : isOtherWork(cover.cites);
    return strays ? { ...use, citedness: 'uncited', cites: [] } : use;
  });
  return { ...sentence, uses };
}

function isOtherPlace({ argument, cites }: Use, closing: UsingSentence | undefined): boolean {
  const { locator } = argument.argument;
  if (!locator || !closing) return false;
  const makesAnother = closing.uses.some(
    (use) => use.citedness === 'cited' && use.argument !== argument && isConfident(use, 'sentence'),
  );
  const makesTheSame = closing.uses.some((use) => use.argument === argument);
  return (
    makesAnother &&
    !makesTheSame &&
    cites.every((cite) => cite.locator && placesOverlap(cite.locator, locator) === false)
  );
}

function isOtherWork(cites: readonly PlacedCite[]): boolean {
  return (
    cites.length > 0 &&
    cites.every(({ works }) => works.length > 0 && works.every(({ sources }) => sources.size > 0))
  );
}
