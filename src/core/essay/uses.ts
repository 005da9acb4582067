import type { Library } from '../notes/library';
import type { LibraryArgument } from '../notes/libraryArgument';
import { isConfident } from '../search/index';
import type { Span } from '../text/position';
import type { Steps } from '../util/steps';
import { type CitedPlace, type PlacedCite, readCitedPlaces } from './citedPlaces';
import { type CoveredSentence, coverSentences } from './covering';
import { citesOf, pageCited } from './citedPage';
import type { EssayDocument } from './essayDocument';
import type { Sentence } from './prose';
import type { RelativeMatch, SentenceMatch, SentenceMatches } from './sentenceMatches';
import { withoutStrayCovers } from './strayCovers';
import { Works } from './works';

/**
 * How an argument that a sentence makes is cited. `cited`: by its own source. `elsewhere`: a note or citation covers the
 * sentence, but of another work, or of one that we don't know. `uncited`: nothing covers it.
 */
export type Citedness = 'cited' | 'elsewhere' | 'uncited';

/** An argument of the notes that a sentence makes. */
export interface Use extends Pick<SentenceMatch, 'confidence' | 'closeness' | 'span'> {
  readonly argument: LibraryArgument;
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

/** The places of the essay that make an argument, in order. */
function placesOf({ sentences }: EssayUses, { id }: LibraryArgument): readonly Span[] {
  return sentences.flatMap(({ uses }) =>
    uses.filter(({ argument }) => argument.id === id).map(({ span }) => span),
  );
}

/** From which confidence on a citation of the very source shows that its argument is meant; one of its page always does. */
const WITH_SOURCE = 0.33;
/** How sure a second argument of a sentence must be, and how many of its words must be its own. */
const SECOND = 0.6;
const OWN_WORDS = 0.4;
/** Less in common is chance, unless a citation speaks for it. */
const LEAST_CLOSENESS = 0.25;
/** A single word in common is a topic, however little else is said about it. */
const LEAST_WORDS = 2;
/** Sentences that are weighed without a pause. */
const AT_ONCE = 100;
const NO_USES: readonly Use[] = [];
const NO_CITES: readonly PlacedCite[] = [];

/** Finds the uses of essays in one state of the library; see `SentenceMatches` for what an edit costs. */
export class UseFinder {
  readonly #library: Library;
  readonly #matches: SentenceMatches;
  readonly #works: Works;
  readonly #found = new WeakMap<EssayDocument, EssayUses>();

  constructor(library: Library, matches: SentenceMatches) {
    this.#library = library;
    this.#matches = matches;
    this.#works = new Works(library);
  }

  *find(essay: EssayDocument): Steps<EssayUses> {
    const known = this.#found.get(essay);
    if (known) return known;
    const places = readCitedPlaces(essay, this.#works);
    yield;
    const matches = yield* this.#matchesIn(essay);
    yield;
    const covered: UsingSentence[] = [];
    for (const sentence of coverSentences(essay, places)) {
      if (covered.length % AT_ONCE === 0) yield;
      const uses = this.#uses(sentence, matches.get(sentence.sentence) ?? []);
      covered.push({ ...sentence, uses });
    }
    yield;
    const bySentence = new Map(covered.map((each) => [each.sentence, each]));
    const sentences = covered.map((each) => withoutStrayCovers(each, bySentence));
    const uses = { essay, library: this.#library, works: this.#works, places, sentences };
    this.#found.set(essay, uses);
    return uses;
  }

  /**
   * The places of the essay that make an argument, in order.
   * @param but the sentence that a quick answer is wanted for: beside its own places, those are left out that have come to
   * make the argument only by an edit of what stands around them
   */
  *places(essay: EssayDocument, argument: LibraryArgument, but?: Sentence): Steps<readonly Span[]> {
    const known = this.#found.get(essay);
    if (known) return placesOf(known, argument);
    const matches = yield* but ? this.#matchesOfMakers(essay, argument, but) : this.#matchesIn(essay);
    const mayMake = (sentence: Sentence) => isAmong(matches.get(sentence), argument);
    if (!essay.sentences.some(mayMake)) return [];
    yield;
    return coverSentences(essay, readCitedPlaces(essay, this.#works))
      .filter(({ sentence }) => mayMake(sentence))
      .flatMap((each) => this.#uses(each, matches.get(each.sentence) ?? []))
      .filter((use) => use.argument.id === argument.id)
      .map(({ span }) => span);
  }

  /** Of the sentences that make an argument, by what was found for their words; only those are looked up anew. */
  *#matchesOfMakers(
    essay: EssayDocument,
    argument: LibraryArgument,
    but: Sentence,
  ): Steps<ReadonlyMap<Sentence, readonly RelativeMatch[]>> {
    const matches = new Map<Sentence, readonly RelativeMatch[]>();
    for (const sentence of essay.sentences) {
      const latest = this.#matches.latest(sentence);
      if (sentence === but || (latest && !isAmong(latest, argument))) continue;
      if (!latest) yield;
      matches.set(sentence, this.#matches.relative(essay, sentence));
    }
    return matches;
  }

  *#matchesIn(essay: EssayDocument): Steps<ReadonlyMap<Sentence, readonly RelativeMatch[]>> {
    const matches = new Map<Sentence, readonly RelativeMatch[]>();
    for (const paragraph of essay.paragraphs) {
      const found = yield* this.#matches.ofParagraph(essay, paragraph);
      paragraph.sentences.forEach((sentence, at) => matches.set(sentence, found[at] ?? []));
    }
    return matches;
  }

  #uses({ sentence, cover }: CoveredSentence, matches: readonly RelativeMatch[]): readonly Use[] {
    if (matches.length === 0) return NO_USES;
    const taken = new Set<number>();
    const uses: Use[] = [];
    let pageIsFound = false;
    for (const match of matches) {
      const { confidence, closeness, span, wordStarts } = match;
      const argument = this.#library.arguments.get(match.argument);
      if (!argument) continue;
      const cites = cover ? citesOf(argument, cover.cites) : NO_CITES;
      const page = pageCited(argument, cites);
      if (!isMade(match, cites, page)) continue;
      const own = wordStarts.filter((start) => !taken.has(start));
      const isSecond = confidence >= SECOND && own.length >= OWN_WORDS * wordStarts.length;
      if (uses.length > 0 && !isSecond && page !== 'its own') continue;
      if (pageIsFound && page === 'another') continue;
      pageIsFound ||= page === 'its own';
      for (const start of wordStarts) taken.add(start);
      const citedness = cites.length > 0 ? 'cited' : cover ? 'elsewhere' : 'uncited';
      const { start } = sentence.span;
      uses.push({
        argument,
        confidence,
        closeness,
        span: { start: start + span.start, end: start + span.end },
        citedness,
        cites,
      });
    }
    return uses;
  }
}

function isAmong(matches: readonly RelativeMatch[] | undefined, { id }: LibraryArgument): boolean {
  return matches?.some(({ argument }) => argument === id) === true;
}

function isMade(
  match: RelativeMatch,
  cites: readonly PlacedCite[],
  page: ReturnType<typeof pageCited>,
): boolean {
  if (cites.length === 0)
    return (
      isConfident(match, 'sentence') &&
      match.closeness >= LEAST_CLOSENESS &&
      match.wordStarts.length >= LEAST_WORDS
    );
  if (page === 'its own' || isConfident(match, 'sentence')) return true;
  return match.confidence >= WITH_SOURCE && page !== 'another';
}
