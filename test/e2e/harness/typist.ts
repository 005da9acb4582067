import type { Popup } from '../../support/typingTest';
import type { Workbench } from './workbench';

/** Milliseconds between two keys of a word. */
const KEY_DELAY = 25;

/** Milliseconds that the hand rests at the end of a word: enough for a list to come up, as it would at a person's pace. */
const WORD_PAUSE = 200;

/** A list of suggestions as it was seen. */
export interface SeenList extends Popup {
  /** The rows on the screen, whoever offers them. */
  readonly offered: readonly string[];
}

/** Types by real keys, and keeps every list of suggestions that comes up meanwhile, however shortly. */
export class Typist {
  readonly #workbench: Workbench;
  readonly #lists: { at: number; words: string; offered: string[] }[] = [];
  #typed = '';

  private constructor(workbench: Workbench) {
    this.#workbench = workbench;
  }

  /** Someone who sits down at the active editor. */
  static async at(workbench: Workbench): Promise<Typist> {
    const typist = new Typist(workbench);
    await workbench.page.exposeFunction('seeSuggestions', (rows: readonly string[], isNew: boolean) =>
      typist.#see(rows, isNew),
    );
    await workbench.page.evaluate(watchSuggestions);
    return typist;
  }

  /** What has been typed. */
  get typed(): string {
    return this.#typed;
  }

  /** The lists that came up. */
  get lists(): readonly SeenList[] {
    return this.#lists;
  }

  /** Types on; a line break is Enter. */
  async type(text: string): Promise<void> {
    for (const [index, letter] of [...text].entries()) {
      this.#typed += letter;
      await this.#workbench.page.keyboard.type(letter, { delay: KEY_DELAY });
      const isEnd = /[\p{L}\p{N}]/u.test(letter) && !/^[\p{L}\p{M}\p{N}]/u.test(text.slice(index + 1));
      if (isEnd) await this.#workbench.page.waitForTimeout(WORD_PAUSE);
    }
  }

  #see(rows: readonly string[], isNew: boolean): void {
    const last = this.#lists.at(-1);
    if (isNew || !last)
      this.#lists.push({ at: this.#typed.length, words: this.#typed.slice(-60), offered: [...rows] });
    else last.offered.push(...rows.filter((row) => !last.offered.includes(row)));
  }
}

/** Runs in the page: reports the rows of each list that opens, and of one that is open when they change. */
function watchSuggestions(): void {
  const report = (globalThis as unknown as { seeSuggestions(rows: readonly string[], isNew: boolean): void })
    .seeSuggestions;
  let shown = '';
  const look = () => {
    const rows = [...document.querySelectorAll('.suggest-widget.visible .monaco-list-row')];
    const labels = rows.map((row) => row.querySelector('.label-name')?.textContent ?? '');
    const now = labels.join('\n');
    if (now === shown) return;
    if (now !== '') report(labels, shown === '');
    shown = now;
  };
  new MutationObserver(look).observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['class'],
  });
}
