import type { MarkupCursor } from './markupCursor';

interface Opener {
  readonly mark: string;
  /** Index into the pieces of the output. */
  readonly piece: number;
}

const wordCharacter = /[\p{L}\p{N}]/u;

/** Opening marks further back than this many are not looked for. */
const farthest = 20;

/** Marks that come in pairs, such as `**`. They stay until their partner is found: an asterisk alone is the student's. */
export class PairedMarks {
  readonly #always: boolean;
  readonly #openers: Opener[] = [];
  #pending: { readonly mark: string; readonly opens: boolean; readonly closes: boolean } | undefined;

  /** `aroundWords`: whether no mark counts within a word, as in org-mode. */
  constructor(aroundWords: boolean) {
    this.#always = aroundWords;
  }

  /** Passes `mark`, which stands at the cursor, and returns it. */
  read(cursor: MarkupCursor, mark: string): string {
    const before = cursor.raw[cursor.at - 1] ?? ' ';
    const after = cursor.raw[cursor.at + mark.length] ?? ' ';
    const aroundWords = this.#always || (mark[0] !== '*' && mark.length !== 2);
    this.#pending = {
      mark,
      opens: !/\s/.test(after) && !(aroundWords && wordCharacter.test(before)),
      closes: !/\s/.test(before) && !(aroundWords && wordCharacter.test(after)),
    };
    return cursor.take(mark.length, mark);
  }

  /** If the last one of the pieces is the mark that was just read and it closes an earlier one, empties both. */
  settle(pieces: string[]): void {
    const pending = this.#pending;
    if (!pending) return;
    this.#pending = undefined;
    const piece = pieces.length - 1;
    const openers = this.#openers;
    for (
      let index = openers.length - 1;
      pending.closes && index >= 0 && index >= openers.length - farthest;
      index--
    ) {
      const opener = openers[index];
      if (opener?.mark !== pending.mark) continue;
      pieces[opener.piece] = '';
      pieces[piece] = '';
      openers.length = index;
      return;
    }
    if (pending.opens) openers.push({ mark: pending.mark, piece });
  }
}
