import type { Popup } from '../../support/typingTest';
import type { Workbench } from './workbench';

/** Milliseconds between two keys of a word. */
const KEY_DELAY = 40;

/** Milliseconds that the hand rests at the end of a word: enough for a list to come up, as it would at a person's pace. */
const WORD_PAUSE = 250;

/** A list of suggestions as it was seen: its rows, whoever offers them. */
export interface SeenList extends Popup {
  /** How often it came up; VS Code closes it at each space. */
  readonly times: number;
}

/** Types by real keys, and keeps every list of suggestions that comes up meanwhile, however shortly. */
export class Typist {
  readonly #workbench: Workbench;
  readonly #lists: { at: number; words: string; offered: string[]; times: number }[] = [];
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
    const letters = [...text];
    for (const [index, letter] of letters.entries()) {
      this.#typed += letter;
      await this.#workbench.page.keyboard.type(letter, { delay: KEY_DELAY });
      const isOver = !/[\p{L}\p{M}\p{N}]/u.test(letters[index + 1] ?? '');
      if (isOver && /[\p{L}\p{M}\p{N}]/u.test(letter)) await this.#workbench.page.waitForTimeout(WORD_PAUSE);
    }
  }

  #see(rows: readonly string[], isNew: boolean): void {
    const last = this.#lists.at(-1);
    const isSameSentence = last && !/[.!?:]\s|\n/.test(this.#typed.slice(last.at));
    if (last && (!isNew || (isSameSentence && last.offered[0] === rows[0]))) {
      last.offered.push(...rows.filter((row) => !last.offered.includes(row)));
      if (isNew) last.times++;
    } else
      this.#lists.push({
        at: this.#typed.length,
        words: this.#typed.slice(-50),
        offered: [...rows],
        times: 1,
      });
  }
}

/** Runs in the page: reports the rows of each list that opens, and of one that is open when they change. */
function watchSuggestions(): void {
  const report = (
    globalThis as unknown as { seeSuggestions: (rows: readonly string[], isNew: boolean) => void }
  ).seeSuggestions;
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
