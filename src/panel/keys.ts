/** A key as the browser tells it. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/**
 * Tells which keys are the second of a chord such as Ctrl+K N. The page hears them too, but they are VS Code's: a letter
 * among them is not to be typed.
 */
export class Chords {
  #isBegun = false;

  /** To be asked of every key, in turn. */
  isSecond({ key, ctrlKey, metaKey }: KeyPress): boolean {
    if (['Control', 'Meta', 'Shift', 'Alt'].includes(key)) return false;
    const wasBegun = this.#isBegun;
    this.#isBegun = !wasBegun && (ctrlKey || metaKey) && key.toLowerCase() === 'k';
    return wasBegun;
  }
}

/** Where a key was pressed. */
export interface KeyPlace {
  /** Number of the card that has the focus or holds what has it; undefined if none does. */
  readonly card: number | undefined;
  /** Whether the card itself has the focus, not something in it. */
  readonly isOnCard: boolean;
  readonly isInSearch: boolean;
  readonly count: number;
  /** Whether the page is written from right to left. */
  readonly isRightToLeft: boolean;
}

/** What a key asks for: `go` to a card (-1 is the search field), back to the active one, unfold or fold the points of a card. */
export type KeyCommand =
  | { readonly kind: 'leave' | 'enterCards' }
  | { readonly kind: 'insert' | 'cite' | 'unfold' | 'fold'; readonly card: number }
  | { readonly kind: 'go'; readonly card: number };

/** The command of a key; undefined if the key is not the page's. */
export function commandOf(
  { key, ctrlKey, metaKey }: KeyPress,
  { card, isOnCard, isInSearch, count, isRightToLeft }: KeyPlace,
): KeyCommand | undefined {
  if (key === 'Escape') return { kind: 'leave' };
  if (card === undefined)
    return isInSearch && (key === 'ArrowDown' || key === 'Enter') ? { kind: 'enterCards' } : undefined;
  if (isOnCard && key === 'Enter') return { kind: ctrlKey || metaKey ? 'cite' : 'insert', card };
  if (isOnCard && (key === 'ArrowRight' || key === 'ArrowLeft'))
    return { kind: (key === 'ArrowRight') === isRightToLeft ? 'fold' : 'unfold', card };
  const to = moveOf(key, card, count);
  return to === undefined ? undefined : { kind: 'go', card: to };
}

/** Cards that a page key moves by. */
const page = 5;

/** The card that a key goes to from `index` of `count`; -1 is the search field, undefined any other key. */
export function moveOf(key: string, index: number, count: number): number | undefined {
  const last = count - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(index + 1, last);
    case 'ArrowUp':
      return index - 1;
    case 'PageDown':
      return Math.min(index + page, last);
    case 'PageUp':
      return Math.max(index - page, 0);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}
