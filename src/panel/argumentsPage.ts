import { render, type TemplateResult } from 'lit';
import type { PanelLabels } from '../core/panel/labels';
import type { CardAction, FocusPlace, PageAction, PanelMessage } from '../core/panel/protocol';
import { CardList } from './cardList';
import { CardStore } from './cardStore';
import { Connection, type Line, PanelError } from './connection';
import { Chords, commandOf } from './keys';
import { OtherSides } from './otherSides';
import { PageFocus } from './pageFocus';
import { type PageState, readPageState } from './pageState';
import { type PageHandlers, pageView, type Reading } from './pageView';

/** VS Code's side of the page. */
export interface Host extends Line {
  getState(): unknown;
  setState(state: unknown): void;
}

/** The page: a search field, what it or the sentence at the cursor brings up, and the keys and buttons to use it. */
export class ArgumentsPage {
  readonly #host: Host;
  readonly #root: HTMLElement;
  readonly #handlers: PageHandlers;
  readonly #connection: Connection;
  readonly #list: CardList;
  readonly #sides: OtherSides;
  readonly #focus: PageFocus;
  #state: PageState;
  #store: CardStore | undefined;
  #reading: Reading | undefined;
  #error: string | undefined;
  readonly #chords = new Chords();
  #asked = 0;
  #isDrawing = false;

  constructor(host: Host, root: HTMLElement, labels: PanelLabels) {
    this.#host = host;
    this.#root = root;
    this.#handlers = {
      labels,
      act: this.#actOnPage,
      onCard: this.#act,
      toggle: this.#toggle,
      search: this.#search,
      clearSearch: this.#clearSearch,
      showAll: this.#showAll,
      togglePause: this.#togglePause,
      focusCard: this.#onFocus,
    };
    this.#state = readPageState(host.getState());
    this.#connection = new Connection(host, (event) => this.#onEvent(event));
    this.#sides = new OtherSides((argument) => this.#connection.ask({ kind: 'otherSides', argument }));
    this.#focus = new PageFocus(root, () => this.#state.active);
    render(this.#page(), root);
    const scroller = root.querySelector<HTMLElement>('.scroller');
    if (!scroller) throw new Error('The page has no list');
    this.#list = new CardList(scroller, () => this.#draw());
    scroller.addEventListener('scroll', () => this.#keep({ scrollTop: this.#list.scrollTop }));
    document.addEventListener('keydown', (event) => this.#onKey(event));
    void this.refresh(this.#state);
  }

  /** Lists anew. @param at the card and the place to be at afterwards */
  async refresh(at: Pick<PageState, 'active' | 'scrollTop'> = { active: 0, scrollTop: 0 }): Promise<void> {
    const asked = ++this.#asked;
    const { query, all, paused } = this.#state;
    await this.#attempt(async () => {
      const answer = await this.#connection.ask({ kind: 'list', query, all, paused });
      if (asked !== this.#asked) return;
      const hadFocus = this.#focus.card !== undefined;
      this.#store = new CardStore(answer, (list, from, to) =>
        this.#connection.ask({ kind: 'cards', list, from, to }),
      );
      this.#reading = undefined;
      this.#sides.clear();
      await this.#sides.load(this.#state.unfolded);
      this.#keep({ active: Math.max(0, Math.min(at.active, this.#store.count - 1)) });
      this.#list.reset(this.#store.count, at.scrollTop);
      this.#draw();
      if (hadFocus) this.#focusCard(this.#state.active);
    });
  }

  #onEvent(event: Extract<PanelMessage, { readonly event: string }>): void {
    if (event.event === 'focus') this.#takeFocus(event.on);
    else if (event.event === 'reading') {
      this.#reading = event;
      this.#draw();
    } else if (event.event === 'cursor') {
      this.#keep({ all: false });
      void this.refresh();
    } else void this.refresh({ active: this.#state.active, scrollTop: this.#list.scrollTop });
  }

  #keep(change: Partial<PageState>): void {
    this.#state = { ...this.#state, ...change };
    this.#host.setState(this.#state);
  }

  /** Runs what may fail, and says so; a list that is out of date is asked for anew. */
  async #attempt(action: () => Promise<void>): Promise<void> {
    try {
      await action();
      this.#error = undefined;
    } catch (error) {
      if (error instanceof PanelError && error.isStale) return this.refresh(this.#state);
      this.#error = error instanceof Error ? error.message : String(error);
      this.#draw();
    }
  }

  // What can be done

  readonly #act = (action: CardAction, argument: string): void => {
    void this.#attempt(async () => void (await this.#connection.ask({ kind: 'onCard', action, argument })));
  };

  readonly #actOnPage = (action: PageAction): void => {
    void this.#attempt(async () => void (await this.#connection.ask({ kind: 'onPage', action })));
  };

  readonly #search = (query: string): void => {
    this.#keep({ query, all: false });
    void this.refresh();
  };

  readonly #clearSearch = (): void => {
    this.#search('');
    // The button that was pressed goes at once: later it might take the keyboard along.
    this.#draw();
    this.#focus.toSearch();
  };

  readonly #showAll = (): void => {
    this.#keep({ all: true, query: '' });
    // The button that was pressed is gone then.
    void this.refresh().then(() => this.#focusCard(this.#state.active));
  };

  /** Lists for the sentence at the cursor, whatever was listed before. */
  #showSentence(): void {
    this.#keep({ query: '', all: false, paused: false });
    void this.refresh();
  }

  readonly #toggle = (part: 'points' | 'sides', argument: string): void => {
    const name = `${part} ${argument}`;
    const { unfolded } = this.#state;
    this.#keep({
      unfolded: unfolded.includes(name) ? unfolded.filter((each) => each !== name) : [...unfolded, name],
    });
    void this.#attempt(async () => {
      await this.#sides.load(this.#state.unfolded);
      this.#draw();
    });
  };

  readonly #togglePause = (): void => {
    this.#keep({ paused: !this.#state.paused });
    void this.refresh(this.#state);
  };

  // Keys and focus

  #onKey(event: KeyboardEvent): void {
    if (this.#chords.isSecond(event)) return event.preventDefault();
    const { card, isOnCard, isInSearch } = this.#focus;
    const command = commandOf(event, {
      card,
      isOnCard,
      isInSearch,
      count: this.#store?.count ?? 0,
      isRightToLeft: document.dir === 'rtl',
    });
    if (command === undefined) return;
    // VS Code is to hear of Escape as well.
    if (command.kind !== 'leave') event.preventDefault();
    switch (command.kind) {
      case 'leave':
        return this.#actOnPage('leave');
      case 'enterCards':
        return this.#focusCard(this.#state.active);
      case 'go':
        return command.card < 0 ? this.#focus.toSearch() : this.#focusCard(command.card);
      default:
        return this.#onCardKey(command.kind, command.card);
    }
  }

  #onCardKey(kind: 'insert' | 'cite' | 'unfold' | 'fold', index: number): void {
    const card = this.#store?.get(index);
    if (!card) return;
    if (kind === 'insert' || kind === 'cite') return this.#act(kind, card.argument);
    const isUnfolded = this.#state.unfolded.includes(`points ${card.argument}`);
    if (card.points.length > 0 && isUnfolded === (kind === 'fold')) this.#toggle('points', card.argument);
  }

  #takeFocus(on: FocusPlace): void {
    window.focus();
    if (on === 'card') this.#focusCard(this.#state.active);
    else this.#focus.toSearch();
    if (on === 'sentence') this.#showSentence();
  }

  #focusCard(index: number): void {
    if (this.#store === undefined || this.#store.count === 0) return this.#focus.toSearch();
    this.#keep({ active: index });
    this.#list.scrollTo(index);
    this.#draw();
    this.#focus.toCard(index);
  }

  // Drawing

  #draw(): void {
    if (this.#isDrawing) return;
    this.#isDrawing = true;
    render(this.#page(), this.#root);
    this.#list.measure(this.#root.querySelectorAll<HTMLElement>('article'));
    this.#isDrawing = false;
    const shown = this.#list.shown;
    const store = this.#store;
    const [first] = shown;
    const last = shown.at(-1);
    if (!store || !first || !last) return;
    void this.#attempt(async () => {
      if ((await store.need(first.index, last.index)) && store === this.#store) this.#draw();
    });
  }

  #page(): TemplateResult {
    return pageView(
      {
        ...this.#state,
        store: this.#store,
        list: this.#list,
        sides: this.#sides.known,
        reading: this.#reading,
        error: this.#error,
      },
      this.#handlers,
    );
  }

  readonly #onFocus = (index: number): void => {
    if (index === this.#state.active) return;
    this.#keep({ active: index });
    this.#draw();
  };
}
