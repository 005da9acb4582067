import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualItem,
} from '@tanstack/virtual-core';

/** Pixels that a card is taken to have until it has been seen. */
const usualHeight = 120;
/** Cards that are drawn beyond either edge. */
const overscan = 6;

/** Tells which of many cards of different heights are on the screen; only those are drawn. */
export class CardList {
  readonly #scroller: HTMLElement;
  readonly #virtualizer: Virtualizer<HTMLElement, HTMLElement>;
  #count = 0;

  /** @param onChange is called when other cards are on the screen, or their places have changed */
  constructor(scroller: HTMLElement, onChange: () => void) {
    this.#scroller = scroller;
    this.#virtualizer = new Virtualizer<HTMLElement, HTMLElement>(this.#options(onChange));
    this.#virtualizer._didMount();
    this.#virtualizer._willUpdate();
  }

  /** Starts over with so many cards, at a scroll position. */
  reset(count: number, scrollTop: number): void {
    this.#count = count;
    this.#virtualizer.setOptions({ ...this.#virtualizer.options, count });
    this.#virtualizer.measure();
    this.#virtualizer._willUpdate();
    this.#virtualizer.scrollToOffset(scrollTop);
  }

  /** The cards to draw. */
  get shown(): readonly VirtualItem[] {
    return this.#virtualizer.getVirtualItems();
  }

  /** Height of all cards together, in pixels. */
  get height(): number {
    return this.#virtualizer.getTotalSize();
  }

  get scrollTop(): number {
    return this.#scroller.scrollTop;
  }

  /** Takes the heights of the elements that were drawn; each carries its number as `data-index`. */
  measure(elements: Iterable<HTMLElement>): void {
    for (const element of elements) this.#virtualizer.measureElement(element);
  }

  scrollTo(index: number): void {
    this.#virtualizer.scrollToIndex(index, { align: 'auto' });
  }

  #options(onChange: () => void) {
    return {
      count: this.#count,
      getScrollElement: () => this.#scroller,
      estimateSize: () => usualHeight,
      overscan,
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      onChange,
    };
  }
}
