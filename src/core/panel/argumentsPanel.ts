import type { EssayDocument } from '../essay/essayDocument';
import { usageOf } from '../essay/usage';
import type { UsedArguments } from '../essay/usedArguments';
import type { Library } from '../notes/library';
import type { LibraryArgument } from '../notes/libraryArgument';
import type { ArgumentIndex } from '../search/index';
import {
  type ArgumentList,
  askedSentenceAt,
  isSameSentence,
  listArguments,
  type ListedArgument,
} from './argumentList';
import { cardOf, placeOf } from './card';
import type { CoverageReader } from './coverage';
import type { Card, ListAnswer, OtherSide, PanelRequest } from './protocol';
import type { RememberedArguments } from './rememberedArguments';
import type { AskedSentence } from './relatedArguments';
import { SimilarQuestions } from './similarQuestions';

/** What the panel is handed. */
export interface ArgumentsPanelInit {
  /** The library, with the index brought up to it. */
  readonly current: () => Promise<Library>;
  readonly index: ArgumentIndex;
  readonly coverage: CoverageReader;
}

/** What the student set apart. */
export interface Marks {
  readonly pinned: RememberedArguments;
  readonly leftOut: RememberedArguments;
}

/** Cards that a list is answered with. */
const firstCards = 40;
/** Of the lists that were answered, so many can still be asked for more cards. */
const keptLists = 3;
/** Other sources' arguments shown for one. */
const mostOtherSides = 30;

/** Answers what the page of the side panel asks: lists of arguments that relate to a sentence or were searched for. */
export class ArgumentsPanel {
  readonly #init: ArgumentsPanelInit;
  readonly #marks: Marks;
  readonly #lists = new Map<number, ArgumentList>();
  #nextList = 1;
  #essay: EssayDocument | undefined;
  #sentence: AskedSentence | undefined;
  #beside:
    { readonly library: Library; readonly questions: SimilarQuestions; readonly points: Points } | undefined;

  constructor(init: ArgumentsPanelInit, marks: Marks) {
    this.#init = init;
    this.#marks = marks;
  }

  /**
   * Takes the place of the cursor for the lists from now on; undefined where there is no essay. Says whether they
   * become different by that.
   */
  follow(place: { readonly essay: EssayDocument; readonly offset: number } | undefined): boolean {
    const sentence = place && askedSentenceAt(place.essay, place.offset);
    const hadEssay = this.#essay !== undefined;
    this.#essay = place?.essay;
    if (hadEssay === (place !== undefined) && isSameSentence(sentence, this.#sentence)) return false;
    this.#sentence = sentence;
    return true;
  }

  async list(request: Extract<PanelRequest, { kind: 'list' }>): Promise<ListAnswer> {
    const library = await this.#init.current();
    const essay = this.#essay;
    const asksForUse = /\bused:/i.test(request.query);
    const uses =
      essay && asksForUse ? await this.#init.coverage.settled(essay, library) : this.#uses(library);
    const made = listArguments(request, {
      library,
      index: this.#init.index,
      uses,
      sentence: this.#sentence,
      hasEssay: essay !== undefined,
      isPinned: (argument) => this.#marks.pinned.has(argument),
    });
    const list = this.#nextList++;
    this.#lists.set(list, made);
    this.#lists.delete(list - keptLists);
    const cards = await this.cards(list, 0, firstCards);
    return { list, sections: made.sections, cards, hint: made.hint, sentence: made.sentence };
  }

  /** @throws StaleList if the list is kept no longer. */
  async cards(list: number, from: number, to: number): Promise<readonly Card[]> {
    const made = this.#lists.get(list);
    if (!made) throw new StaleList();
    const library = await this.#init.current();
    const uses = this.#uses(library);
    return made.arguments.slice(from, to).map((listed) => this.#card(listed, library, uses));
  }

  /** What other sources say under the question of an argument, or one like it. */
  async otherSides(id: string): Promise<readonly OtherSide[]> {
    const library = await this.#init.current();
    const shown = library.arguments.get(id);
    if (!shown) return [];
    return this.#derived(library)
      .questions.argumentsBeside(shown)
      .slice(0, mostOtherSides)
      .map((other) => ({
        argument: other.id,
        text: other.argument.text,
        source: other.source.notes.label,
        place: placeOf(other),
        question: other.question?.text ?? '',
      }));
  }

  #uses(library: Library): UsedArguments | undefined {
    return this.#essay && this.#init.coverage.latest(this.#essay, library);
  }

  #card({ id, why }: ListedArgument, library: Library, uses: UsedArguments | undefined): Card {
    const shown = library.arguments.get(id);
    if (!shown) throw new StaleList();
    const { questions, points } = this.#derived(library);
    return cardOf(shown, {
      why,
      use: uses && usageOf(uses.get(id)),
      points: points.get(shown) ?? [],
      isPinned: this.#marks.pinned.has(shown),
      isLeftOut: this.#marks.leftOut.has(shown),
      otherSources: questions.sourcesBeside(shown),
    });
  }

  #derived(library: Library): { readonly questions: SimilarQuestions; readonly points: Points } {
    if (this.#beside?.library !== library) {
      this.#beside = { library, questions: new SimilarQuestions(library), points: pointsOf(library) };
    }
    return this.#beside;
  }
}

/** The list was made from notes that have changed since: it has to be asked for anew. */
export class StaleList extends Error {
  constructor() {
    super('The list is out of date');
  }
}

type Points = ReadonlyMap<LibraryArgument, readonly LibraryArgument[]>;

function pointsOf(library: Library): Points {
  const points = new Map<LibraryArgument, LibraryArgument[]>();
  for (const point of library.arguments.values()) {
    if (!point.parent) continue;
    const before = points.get(point.parent);
    if (before) before.push(point);
    else points.set(point.parent, [point]);
  }
  return points;
}
