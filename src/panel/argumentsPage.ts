import { html, nothing, render, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PanelLabels } from '../core/panel/labels';
import type { CardAction, OtherSide, PageAction, PanelMessage } from '../core/panel/protocol';
import { CardList } from './cardList';
import { CardStore } from './cardStore';
import { cardView } from './cardView';
import { Connection, type Line, PanelError } from './connection';
import { format } from './format';
import { hintView } from './hintView';
import { moveOf } from './keys';
import { type PageState, readPageState } from './pageState';

/** VS Code's side of the page. */
export interface Host extends Line {
  getState(): unknown;
  setState(state: unknown): void;
}

interface Reading {
  readonly position: number;
  readonly fileCount: number;
}

/** The page: a search field, what it or the sentence at the cursor brings up, and the keys and buttons to use it. */
export class ArgumentsPage {
  readonly #host: Host;
  readonly #root: HTMLElement;
  readonly #labels: PanelLabels;
  readonly #connection: Connection;
  readonly #list: CardList;
  readonly #sides = new Map<string, readonly OtherSide[]>();
  #state: PageState;
  #store: CardStore | undefined;
  #reading: Reading | undefined;
  #error: string | undefined;
  #asked = 0;
  #isDrawing = false;

  constructor(host: Host, root: HTMLElement, labels: PanelLabels) {
    this.#host = host;
    this.#root = root;
    this.#labels = labels;
    this.#state = readPageState(host.getState());
    this.#connection = new Connection(host, (event) => this.#onEvent(event));
    render(this.#frame(), root);
    this.#list = new CardList(this.#element('.scroller'), () => this.#draw());
    this.#element('.scroller').addEventListener('scroll', () =>
      this.#keep({ scrollTop: this.#list.scrollTop }),
    );
    window.addEventListener('focus', () => {
      if (document.activeElement === document.body) this.#searchField().focus();
    });
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
      const hadFocus = this.#focusedCard() !== undefined;
      this.#store = new CardStore(answer, (list, from, to) =>
        this.#connection.ask({ kind: 'cards', list, from, to }),
      );
      this.#reading = undefined;
      this.#sides.clear();
      await this.#loadSides();
      this.#keep({ active: Math.max(0, Math.min(at.active, this.#store.count - 1)) });
      this.#list.reset(this.#store.count, at.scrollTop);
      this.#draw();
      if (hadFocus) this.#focusCard(this.#state.active);
    });
  }

  #onEvent(event: Extract<PanelMessage, { readonly event: string }>): void {
    if (event.event === 'focus') this.#takeFocus();
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
    this.#searchField().focus();
  };

  readonly #showAll = (): void => {
    this.#keep({ all: true, query: '' });
    void this.refresh();
  };

  readonly #toggle = (part: 'points' | 'sides', argument: string): void => {
    const name = `${part} ${argument}`;
    const { unfolded } = this.#state;
    this.#keep({
      unfolded: unfolded.includes(name) ? unfolded.filter((each) => each !== name) : [...unfolded, name],
    });
    void this.#attempt(async () => {
      await this.#loadSides();
      this.#draw();
    });
  };

  readonly #togglePause = (): void => {
    this.#keep({ paused: !this.#state.paused });
    void this.refresh(this.#state);
  };

  /** Gets what other sources say, for the cards whose other sides are unfolded. */
  async #loadSides(): Promise<void> {
    const wanted = this.#state.unfolded.flatMap((name) => (name.startsWith('sides ') ? name.slice(6) : []));
    for (const argument of wanted) {
      if (!this.#sides.has(argument))
        this.#sides.set(argument, await this.#connection.ask({ kind: 'otherSides', argument }));
    }
  }

  // Keys and focus

  #onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') return this.#actOnPage('leave');
    const focused = this.#focusedCard();
    if (focused === undefined) {
      const inSearch = document.activeElement === this.#searchField();
      if (!inSearch || (event.key !== 'ArrowDown' && event.key !== 'Enter')) return;
      event.preventDefault();
      return this.#focusCard(this.#state.active);
    }
    const isCard = document.activeElement?.matches('article') ?? false;
    const card = this.#store?.get(focused);
    if (event.key === 'Enter' && isCard && card) {
      event.preventDefault();
      return this.#act(event.ctrlKey || event.metaKey ? 'cite' : 'insert', card.argument);
    }
    const fold = this.#foldOf(event);
    if (fold !== undefined && isCard && card) {
      if (card.points.length > 0 && this.#state.unfolded.includes(`points ${card.argument}`) !== fold)
        this.#toggle('points', card.argument);
      return;
    }
    const next = moveOf(event.key, focused, this.#store?.count ?? 0);
    if (next === undefined) return;
    event.preventDefault();
    if (next < 0) this.#searchField().focus();
    else this.#focusCard(next);
  }

  /** Whether a key unfolds or folds, in the direction of writing. */
  #foldOf({ key }: KeyboardEvent): boolean | undefined {
    if (key !== 'ArrowRight' && key !== 'ArrowLeft') return undefined;
    return (key === 'ArrowRight') === (document.dir !== 'rtl');
  }

  #takeFocus(): void {
    window.focus();
    if (document.activeElement === document.body) this.#searchField().focus();
    else (document.activeElement as HTMLElement | null)?.focus();
  }

  /** The number of the card that has the focus, or that holds what has it. */
  #focusedCard(): number | undefined {
    const index = document.activeElement?.closest<HTMLElement>('article')?.dataset.index;
    return index === undefined ? undefined : Number(index);
  }

  #focusCard(index: number): void {
    if (this.#store === undefined || this.#store.count === 0) return this.#searchField().focus();
    this.#keep({ active: index });
    this.#list.scrollTo(index);
    this.#draw();
    const focus = () => this.#root.querySelector<HTMLElement>(`article[data-index="${index}"]`)?.focus();
    focus();
    // Where it had to be scrolled to, it is drawn with the next frame.
    if (this.#focusedCard() !== index) requestAnimationFrame(() => requestAnimationFrame(focus));
  }

  #searchField(): HTMLElement & { value: string } {
    return this.#element('vscode-textfield');
  }

  #element<T extends HTMLElement>(selector: string): T {
    const found = this.#root.querySelector<T>(selector);
    if (!found) throw new Error(`The page has no ${selector}`);
    return found;
  }

  // Drawing

  #draw(): void {
    if (this.#isDrawing) return;
    this.#isDrawing = true;
    render(this.#frame(), this.#root);
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

  #frame(): TemplateResult {
    const labels = this.#labels;
    const { query, paused } = this.#state;
    // The titles of the sections tell the eye as much.
    // A feed without articles in it is an error to a screen reader.
    const hasCards = (this.#store?.count ?? 0) > 0;
    const isTitled = query === '' && !this.#reading && hasCards;
    return html`
      <header>
        <div class="search">
          <vscode-textfield
            type="text"
            .label=${labels.search}
            placeholder=${labels.searchHint}
            .value=${query}
            @input=${(event: Event) => this.#search((event.target as HTMLInputElement).value)}
          ></vscode-textfield>
          ${
            query === ''
              ? html`<vscode-toolbar-button
                  icon="pinned"
                  toggleable
                  ?checked=${paused}
                  .label=${labels.stay}
                  title=${labels.stay}
                  @change=${this.#togglePause}
                ></vscode-toolbar-button>`
              : html`<vscode-toolbar-button
                  icon="close"
                  .label=${labels.clear}
                  title=${labels.clear}
                  @click=${this.#clearSearch}
                ></vscode-toolbar-button>`
          }
        </div>
        ${this.#sentence()}
        <div class="status ${isTitled ? 'only-spoken' : ''}" role="status">${this.#status()}</div>
        ${this.#error === undefined ? nothing : html`<div class="error" role="alert">${this.#error}</div>`}
      </header>
      <div class="scroller">
        <div
          class="cards"
          role=${hasCards ? 'feed' : nothing}
          aria-label=${hasCards ? labels.list : nothing}
          aria-busy=${this.#store ? 'false' : 'true'}
        >
          ${this.#cards()}
        </div>
        ${this.#store ? hintView(this.#store.answer, query, this.#hintHandlers()) : nothing}
      </div>
    `;
  }

  #hintHandlers() {
    return {
      labels: this.#labels,
      act: this.#actOnPage,
      clearSearch: this.#clearSearch,
      showAll: this.#showAll,
    };
  }

  #sentence(): TemplateResult | typeof nothing {
    const sentence = this.#store?.answer.sentence;
    if (sentence === undefined || this.#state.query !== '') return nothing;
    return html`<p class="sentence" dir="auto">${format(this.#labels.beside, sentence)}</p>`;
  }

  #status(): string {
    const labels = this.#labels;
    if (this.#reading) return format(labels.reading, this.#reading.position, this.#reading.fileCount);
    const store = this.#store;
    if (!store) return labels.loading;
    if (store.count === 0) return '';
    const count = (kind: string) =>
      store.answer.sections.find((section) => section.kind === kind)?.count ?? 0;
    if (count('loose') > 0) return format(labels.countLoose, count('fits'), count('loose'));
    return store.count === 1 ? labels.countOne : format(labels.count, store.count);
  }

  #cards(): unknown {
    const store = this.#store;
    if (!store || store.count === 0) return nothing;
    const { shown, height } = this.#list;
    const top = shown[0]?.start ?? 0;
    const bottom = Math.max(0, height - (shown.at(-1)?.end ?? 0));
    return html`<div class="space" .style=${`height: ${top}px`}></div>
      ${repeat(
        shown,
        ({ index }) => store.get(index)?.argument ?? index,
        ({ index }) => this.#card(store, index),
      )}
      <div class="space" .style=${`height: ${bottom}px`}></div>`;
  }

  #card(store: CardStore, index: number): TemplateResult {
    const card = store.get(index);
    const section = store.sectionAt(index);
    const { unfolded, active } = this.#state;
    const argument = card?.argument ?? '';
    return html`<article
      tabindex=${index === active ? 0 : -1}
      class=${index === active ? 'active' : ''}
      data-index=${index}
      aria-posinset=${index + 1}
      aria-setsize=${store.count}
      aria-labelledby=${card ? `text-${index}` : nothing}
      aria-label=${card ? nothing : this.#labels.loading}
      data-vscode-context=${card ? contextOf(card) : nothing}
      @focusin=${() => this.#onFocus(index)}
    >
      ${section ? html`<h2 class=${section.kind}>${this.#labels[section.kind]}</h2>` : nothing}
      ${
        card
          ? cardView(
              {
                label: `text-${index}`,
                card,
                showsPoints: unfolded.includes(`points ${argument}`),
                showsSides: unfolded.includes(`sides ${argument}`),
                sides: this.#sides.get(argument),
              },
              { labels: this.#labels, act: this.#act, toggle: this.#toggle },
            )
          : html`<div class="card">${this.#labels.loading}</div>`
      }
    </article>`;
  }

  #onFocus(index: number): void {
    if (index === this.#state.active) return;
    this.#keep({ active: index });
    this.#draw();
  }
}

/** What VS Code's menus know of a card. */
function contextOf({
  argument,
  isPinned,
  isLeftOut,
}: {
  argument: string;
  isPinned: boolean;
  isLeftOut: boolean;
}) {
  return JSON.stringify({
    webviewSection: 'argument',
    preventDefaultContextMenuItems: true,
    argument,
    isPinned,
    isLeftOut,
  });
}
