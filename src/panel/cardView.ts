import { html, nothing, type TemplateResult } from 'lit';
import type { PanelLabels } from '../core/panel/labels';
import { markedText } from '../core/panel/markedText';
import type { Card, CardAction, OtherSide, Point } from '../core/panel/protocol';
import { dragArgument } from './dragArgument';
import { format } from './format';

/** What a card needs of the page. */
export interface CardHandlers {
  readonly labels: PanelLabels;
  readonly act: (action: CardAction, argument: string) => void;
  /** Folds or unfolds `points` or `sides` of an argument. */
  readonly toggle: (part: 'points' | 'sides', argument: string) => void;
}

export interface CardState {
  /** Id of the element that holds its text. */
  readonly label: string;
  readonly card: Card;
  readonly showsPoints: boolean;
  /** What other sources say, once it is unfolded and known. */
  readonly sides: readonly OtherSide[] | undefined;
  readonly showsSides: boolean;
}

/** One argument. Whatever comes from the notes is text to lit, never markup. */
export function cardView({ label, card, showsPoints, sides, showsSides }: CardState, handlers: CardHandlers) {
  const { labels } = handlers;
  return html`
    <div
      class="card ${card.isLeftOut ? 'left-out' : ''}"
      draggable="true"
      @dragstart=${dragArgument(card.argument)}
    >
      ${card.leansOn.map((text) => html`<p class="leans-on" dir="auto">${format(labels.leansOn, text)}</p>`)}
      <p class="text" id=${label} dir="auto">${marked(card)}</p>
      ${card.question === undefined ? nothing : html`<p class="question" dir="auto">${card.question}</p>`}
      ${card.points.length > 0 ? fold('points', card, showsPoints, pointsLabel(card, labels), handlers) : nothing}
      ${showsPoints ? pointList(card.points) : nothing}
      ${card.otherSources > 0 ? fold('sides', card, showsSides, sidesLabel(card, labels), handlers) : nothing}
      ${showsSides && sides ? sideList(sides, handlers) : nothing}
      <div class="foot">
        <span class="source" dir="auto">${[card.source, card.place].filter(Boolean).join(', ')}</span>
        <span class="marks"
          >${markLabels(card, labels).map((text) => html`<span class="mark">${text}</span>`)}</span
        >
        ${actions(card, handlers)}
      </div>
    </div>
  `;
}

function marked({ text, why }: Card) {
  return markedText(text, why).map((piece) =>
    piece.isMarked ? html`<mark>${piece.text}</mark>` : piece.text,
  );
}

function markLabels({ use, kind, isLeftOut }: Card, labels: PanelLabels): readonly string[] {
  const found: string[] = [];
  if (kind !== 'paraphrase') found.push(labels[kind]);
  if (isLeftOut) found.push(labels.leftOut);
  else if (use) found.push(labels[use]);
  return found;
}

function pointsLabel({ points }: Card, labels: PanelLabels): string {
  return points.length === 1 ? labels.pointsOne : format(labels.points, points.length);
}

function sidesLabel({ otherSources }: Card, labels: PanelLabels): string {
  return otherSources === 1 ? labels.otherSourcesOne : format(labels.otherSources, otherSources);
}

function fold(
  part: 'points' | 'sides',
  { argument }: Card,
  isOpen: boolean,
  label: string,
  { toggle }: CardHandlers,
): TemplateResult {
  return html`<button
    class="fold"
    type="button"
    aria-expanded=${isOpen ? 'true' : 'false'}
    @click=${() => toggle(part, argument)}
  >
    <vscode-icon name=${isOpen ? 'chevron-down' : 'chevron-right'}></vscode-icon
    ><span dir="auto">${label}</span>
  </button>`;
}

function pointList(points: readonly Point[]): TemplateResult {
  return html`<ul class="points">
    ${points.map(({ text, place }) => html`<li dir="auto">${place === undefined ? text : `${text} (${place})`}</li>`)}
  </ul>`;
}

function sideList(sides: readonly OtherSide[], { act, labels }: CardHandlers): TemplateResult {
  return html`<ul class="sides">
    ${sides.map(
      ({ argument, text, source, place }) =>
        html`<li draggable="true" @dragstart=${dragArgument(argument)}>
          <span dir="auto">${text}</span>
          <span class="source" dir="auto">${[source, place].filter(Boolean).join(', ')}</span>
          ${button('insert', labels.insert, () => act('insert', argument))}
        </li>`,
    )}
  </ul>`;
}

function actions({ argument, isPinned }: Card, { act, labels }: CardHandlers): TemplateResult {
  return html`<span class="actions">
    ${button('insert', labels.insert, () => act('insert', argument))}
    ${button('quote', labels.cite, () => act('cite', argument))}
    ${button('go-to-file', labels.open, () => act('open', argument))}
    ${
      isPinned
        ? button('pinned', labels.unpin, () => act('unpin', argument))
        : button('pin', labels.pin, () => act('pin', argument))
    }
    ${button('ellipsis', labels.more, openMenu)}
  </span>`;
}

function button(icon: string, label: string, onClick: (event: MouseEvent) => void): TemplateResult {
  return html`<vscode-toolbar-button
    icon=${icon}
    .label=${label}
    title=${label}
    @click=${onClick}
  ></vscode-toolbar-button>`;
}

/** VS Code shows its own menu for a card, by the context that the card carries. */
function openMenu(event: MouseEvent): void {
  event.preventDefault();
  event.stopPropagation();
  const target = event.currentTarget as HTMLElement;
  const { left, bottom } = target.getBoundingClientRect();
  target.dispatchEvent(
    new MouseEvent('contextmenu', { bubbles: true, composed: true, clientX: left, clientY: bottom }),
  );
}
