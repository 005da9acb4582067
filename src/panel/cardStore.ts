import { type Card, type ListAnswer, mostCards } from '../core/panel/protocol';

/** Cards that are asked for together. */
const chunk = 50;

/** The cards of one list, which come as they are needed. */
export class CardStore {
  readonly #cards = new Map<number, Card>();
  readonly #asked = new Set<number>();
  readonly #load: (list: number, from: number, to: number) => Promise<readonly Card[]>;
  readonly answer: ListAnswer;
  readonly count: number;

  constructor(
    answer: ListAnswer,
    load: (list: number, from: number, to: number) => Promise<readonly Card[]>,
  ) {
    this.answer = answer;
    this.count = answer.sections.reduce((sum, { count }) => sum + count, 0);
    this.#load = load;
    answer.cards.forEach((card, index) => this.#cards.set(index, card));
  }

  get(index: number): Card | undefined {
    return this.#cards.get(index);
  }

  /** The section that begins with a card, if one does. */
  sectionAt(index: number): ListAnswer['sections'][number] | undefined {
    let from = 0;
    for (const section of this.answer.sections) {
      if (from === index) return section;
      from += section.count;
    }
    return undefined;
  }

  /** Gets the cards between two numbers, as far as they are not here; says whether any came. */
  async need(from: number, to: number): Promise<boolean> {
    const loads: Promise<void>[] = [];
    const last = Math.min(to, this.count - 1, from + mostCards);
    for (let start = from - (from % chunk); start <= last; start += chunk) {
      const end = Math.min(start + chunk, this.count);
      let missing = start;
      while (missing < end && this.#cards.has(missing)) missing++;
      if (missing === end || this.#asked.has(start)) continue;
      this.#asked.add(start);
      loads.push(
        this.#load(this.answer.list, start, end).then((cards) => {
          cards.forEach((card, index) => this.#cards.set(start + index, card));
        }),
      );
    }
    await Promise.all(loads);
    return loads.length > 0;
  }
}
