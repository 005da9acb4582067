/** Where on the page the keyboard is, and where it is put. */
export class PageFocus {
  readonly #root: HTMLElement;

  constructor(root: HTMLElement) {
    this.#root = root;
    window.addEventListener('focus', () => {
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
    const focus = () => this.#root.querySelector<HTMLElement>(`article[data-index="${index}"]`)?.focus();
    focus();
    // Where it had to be scrolled to, it is drawn with the next frame.
    if (this.card !== index) requestAnimationFrame(() => requestAnimationFrame(focus));
  }
}
