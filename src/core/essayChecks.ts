import { type Coverage, coverageOf } from './checks/coverage';
import type { EssayProblem } from './checks/problem';
import { Languages } from './checks/languages';
import { QuotationMatcher } from './checks/quotationMatch';
import { quotedPassages } from './checks/quotedPassages';
import { runChecks } from './checks/runChecks';
import type { EssayDocument } from './essay/essayDocument';
import type { Sentence } from './essay/prose';
import type { SentenceMatches } from './essay/sentenceMatches';
import { type EssayUses, UseFinder } from './essay/uses';
import type { Library } from './notes/library';
import type { LibraryArgument } from './notes/libraryArgument';
import type { ArgumentIndex } from './search/index';
import type { Span } from './text/position';
import type { Settings } from './settings';
import { Lazy } from './util/lazy';
import type { Localize } from './util/localize';
import type { Steps } from './util/steps';

/** What an essay uses of the notes, and what is wrong with it. */
export interface EssayReview {
  readonly uses: EssayUses;
  /** In the order of the essay. */
  readonly problems: readonly EssayProblem[];
  /** Put together when it is first asked for. */
  readonly coverage: Coverage;
}

/** Reviews essays; what an edit did not touch is not looked up again while the library stays the same. */
export class EssayChecks {
  readonly #index: ArgumentIndex;
  readonly #matches: SentenceMatches;
  readonly #settings: () => Settings;
  readonly #localize: Localize;
  #current: ReviewTools | undefined;

  /** @param matches of the same index */
  constructor(index: ArgumentIndex, matches: SentenceMatches, settings: () => Settings, localize: Localize) {
    this.#index = index;
    this.#matches = matches;
    this.#settings = settings;
    this.#localize = localize;
  }

  /** What the essay uses of the notes. @param library what the index shows */
  uses(essay: EssayDocument, library: Library): Steps<EssayUses> {
    return this.#tools(library).finder.find(essay);
  }

  /** Where the essay makes an argument, in order; the sentence `but` may be left out. @param library what the index shows */
  places(
    essay: EssayDocument,
    library: Library,
    argument: LibraryArgument,
    but?: Sentence,
  ): Steps<readonly Span[]> {
    return this.#tools(library).finder.places(essay, argument, but);
  }

  /**
   * @param library what the index shows
   * @param leftOut ids of arguments that are left out on purpose
   */
  *review(essay: EssayDocument, library: Library, leftOut?: ReadonlySet<string>): Steps<EssayReview> {
    const { finder, matcher, languages } = this.#tools(library);
    const uses = yield* finder.find(essay);
    const quotations = yield* quotedPassages(uses, matcher);
    const input = { ...uses, quotations, languages, localize: this.#localize };
    const problems = yield* runChecks(input, this.#settings().checks);
    const coverage = new Lazy(() => coverageOf(uses, leftOut));
    return {
      uses,
      problems,
      get coverage() {
        return coverage.value;
      },
    };
  }

  /** Forgets what was looked up: the index answers otherwise than before. */
  reset(): void {
    this.#current = undefined;
  }

  #tools(library: Library): ReviewTools {
    if (this.#current?.library !== library) {
      const finder = new UseFinder(library, this.#matches);
      const matcher = new QuotationMatcher(this.#index, library.arguments);
      this.#current = { library, finder, matcher, languages: new Languages(library) };
    }
    return this.#current;
  }
}

/** What reviews of one state of the library share. */
interface ReviewTools {
  readonly library: Library;
  readonly finder: UseFinder;
  readonly matcher: QuotationMatcher;
  readonly languages: Languages;
}
