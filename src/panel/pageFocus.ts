/** Where on the page the keyboard is, and where it is put. */
export class PageFocus {
  readonly #root: HTMLElement;
  #wasOnCard = false;

  /** @param activeCard the number of the card to go back to when a menu closes that was opened on one */
  constructor(root: HTMLElement, activeCard: () => number) {
    this.#root = root;
    root.addEventListener('focusin', () => (this.#wasOnCard = this.card !== undefined));
    window.addEventListener('focus', () => {
      // The browser forgets what had the keyboard in a page that loses it.
      if (document.activeElement !== document.body) return;
      // A click may have brought the keyboard back: nothing is to move under the mouse.
      if (this.#wasOnCard) this.#find(activeCard())?.focus({ preventScroll: true });
      if (document.activeElement === document.body) this.toSearch();
    });
  }

  /** The number of the card that has the focus, or that holds what has it. */
  get card(): number | undefined {
    const index = document.activeElement?.closest<HTMLElement>('article')?.dataset.index;
    return index === undefined ? undefined : Number(index);
  }

  /** Whether a card itself has the focus, not something in it. */
  get isOnCard(): boolean {
    return document.activeElement?.matches('article') ?? false;
  }

  get isInSearch(): boolean {
    return document.activeElement?.matches('vscode-textfield') ?? false;
  }

  toSearch(): void {
    this.#root.querySelector<HTMLElement>('vscode-textfield')?.focus();
  }

  toCard(index: number): void {
    const focus = () => this.#find(index)?.focus();
    focus();
    // Where it had to be scrolled to, it is drawn with the next frame.
    if (this.card !== index) requestAnimationFrame(() => requestAnimationFrame(focus));
  }

  #find(index: number): HTMLElement | null {
    return this.#root.querySelector<HTMLElement>(`article[data-index="${index}"]`);
  }
}
