import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Card, OtherSide } from '../core/panel/protocol';
import type { CardList } from './cardList';
import type { CardStore } from './cardStore';
import { type CardHandlers, cardView } from './cardView';
import { format } from './format';
import { type HintHandlers, hintView } from './hintView';
import type { PageState } from './pageState';

/** How far VS Code's side has read the notes. */
export interface Reading {
  readonly position: number;
  readonly fileCount: number;
}

/** What the page shows. */
export interface PageModel extends PageState {
  /** Undefined until the first list has come. */
  readonly store: CardStore | undefined;
  readonly list: CardList | undefined;
  /** What other sources say, by argument, as far as it was asked for. */
  readonly sides: ReadonlyMap<string, readonly OtherSide[]>;
  readonly reading: Reading | undefined;
  readonly error: string | undefined;
}

export interface PageHandlers extends HintHandlers {
  readonly search: (query: string) => void;
  readonly togglePause: () => void;
  readonly focusCard: (index: number) => void;
  readonly onCard: CardHandlers['act'];
  readonly toggle: CardHandlers['toggle'];
}

/** The whole page: the search field, a line on what is listed, and the cards that are on the screen. */
export function pageView(model: PageModel, handlers: PageHandlers): TemplateResult {
  const { store, query, reading, error } = model;
  const { labels } = handlers;
  // A feed without articles in it is an error to a screen reader.
  const hasCards = (store?.count ?? 0) > 0;
  // The titles of the sections tell the eye as much.
  const isTitled = query === '' && !reading && hasCards;
  return html`
    <header>
      ${searchLine(model, handlers)} ${sentenceLine(model, handlers)}
      <div class="status ${isTitled ? 'only-spoken' : ''}" role="status">${statusText(model, handlers)}</div>
      ${error === undefined ? nothing : html`<div class="error" role="alert">${error}</div>`}
    </header>
    <div class="scroller">
      <div
        class="cards"
        role=${hasCards ? 'feed' : nothing}
        aria-label=${hasCards ? labels.list : nothing}
        aria-busy=${store ? 'false' : 'true'}
      >
        ${cards(model, handlers)}
      </div>
      ${store ? hintView(store.answer, query, handlers) : nothing}
    </div>
  `;
}

function searchLine(
  { query, paused }: PageModel,
  { labels, search, clearSearch, togglePause }: PageHandlers,
): TemplateResult {
  const button =
    query === ''
      ? html`<vscode-toolbar-button
          icon="pinned"
          toggleable
          ?checked=${paused}
          .label=${labels.stay}
          title=${labels.stay}
          @change=${togglePause}
        ></vscode-toolbar-button>`
      : html`<vscode-toolbar-button
          icon="close"
          .label=${labels.clear}
          title=${labels.clear}
          @click=${clearSearch}
        ></vscode-toolbar-button>`;
  return html`<div class="search">
    <vscode-textfield
      type="text"
      .label=${labels.search}
      placeholder=${labels.searchHint}
      .value=${query}
      @input=${(event: Event) => search((event.target as HTMLInputElement).value)}
    ></vscode-textfield>
    ${button}
  </div>`;
}

function sentenceLine({ store, query }: PageModel, { labels }: PageHandlers): unknown {
  const sentence = store?.answer.sentence;
  if (sentence === undefined || query !== '') return nothing;
  return html`<p class="sentence" dir="auto">${format(labels.beside, sentence)}</p>`;
}

function statusText({ store, reading }: PageModel, { labels }: PageHandlers): string {
  if (reading) return format(labels.reading, reading.position, reading.fileCount);
  if (!store) return labels.loading;
  if (store.count === 0) return '';
  const count = (kind: string) => store.answer.sections.find((section) => section.kind === kind)?.count ?? 0;
  if (count('loose') > 0) return format(labels.countLoose, count('fits'), count('loose'));
  return store.count === 1 ? labels.countOne : format(labels.count, store.count);
}

function cards(model: PageModel, handlers: PageHandlers): unknown {
  const { store, list } = model;
  if (!store || !list || store.count === 0) return nothing;
  const { shown, height } = list;
  const top = shown[0]?.start ?? 0;
  const bottom = Math.max(0, height - (shown.at(-1)?.end ?? 0));
  return html`<div class="space" .style=${`height: ${top}px`}></div>
    ${repeat(
      shown,
      ({ index }) => store.get(index)?.argument ?? index,
      ({ index }) => article(store, index, model, handlers),
    )}
    <div class="space" .style=${`height: ${bottom}px`}></div>`;
}

function article(
  store: CardStore,
  index: number,
  { active, unfolded, sides }: PageModel,
  { labels, onCard, toggle, focusCard }: PageHandlers,
): TemplateResult {
  const card = store.get(index);
  const section = store.sectionAt(index);
  const argument = card?.argument ?? '';
  return html`<article
    tabindex=${index === active ? 0 : -1}
    class=${index === active ? 'active' : ''}
    data-index=${index}
    aria-posinset=${index + 1}
    aria-setsize=${store.count}
    aria-labelledby=${card ? `text-${index}` : nothing}
    aria-label=${card ? nothing : labels.loading}
    data-vscode-context=${card ? contextOf(card) : nothing}
    @focusin=${() => focusCard(index)}
  >
    ${section ? html`<h2 class=${section.kind}>${labels[section.kind]}</h2>` : nothing}
    ${
      card
        ? cardView(
            {
              label: `text-${index}`,
              card,
              showsPoints: unfolded.includes(`points ${argument}`),
              showsSides: unfolded.includes(`sides ${argument}`),
              sides: sides.get(argument),
            },
            { labels, act: onCard, toggle },
          )
        : html`<div class="card">${labels.loading}</div>`
    }
  </article>`;
}

/** What VS Code's menus know of a card. */
function contextOf({ argument, isPinned, isLeftOut }: Card): string {
  return JSON.stringify({
    webviewSection: 'argument',
    preventDefaultContextMenuItems: true,
    argument,
    isPinned,
    isLeftOut,
  });
}
