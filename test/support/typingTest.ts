import { readdirSync, readFileSync } from 'node:fs';
import { EssayDocument } from '../../src/core/essay/essayDocument';
import type { Marginalia } from '../../src/core/marginalia';
import { neverCancelled } from '../../src/core/util/cancellation';

/** A list that came up, or would have, while a draft was typed. */
export interface Popup {
  /** Offset in the draft up to which it was typed. */
  readonly at: number;
  /** The typed words that it was for. */
  readonly words: string;
  /** The arguments on offer, by their text. */
  readonly offered: readonly string[];
}

const folder = 'test/fixtures/typing';

/** One of the drafts for the typing test. */
export function typingDraft(name: string): string {
  return readFileSync(`${folder}/${name}`, 'utf8');
}

/** How many words a text has, as one counts them. */
export function wordCount(text: string): number {
  return text.trim().split(/\s+/).length;
}

/** A sentence of a draft that makes an argument of its notes, which are counted from 1. */
interface MadeArgument {
  readonly start: number;
  readonly end: number;
  readonly argument: number;
}

/** A library of the typing test: its notes, and the sentences of its draft with the arguments that they make. */
export function typingLibrary(name: string) {
  const notes = readdirSync(`${folder}/${name}`).find((file) => file.startsWith('notes.')) ?? '';
  const uses: MadeArgument[] = [];
  let text = '';
  for (const part of typingDraft(`${name}/draft.md`).split(/ (?=\{\d+\})/)) {
    const [mark = '', argument] = /^\{(\d+)\}/.exec(part) ?? [];
    if (argument !== undefined) {
      const start = Math.max(text.search(/[^.!?\n]+[.!?][”"]?$/), 0);
      uses.push({ start, end: text.length, argument: Number(argument) });
    }
    text += part.slice(mark.length);
  }
  return { files: { [`notes/${notes}`]: typingDraft(`${name}/${notes}`) }, text, uses };
}

/** What the lists of a draft came to. */
export interface TypingScore<List extends Popup> {
  /** Arguments that were on offer in the sentence that makes them, of all that the draft makes. */
  readonly found: number;
  readonly of: number;
  /** Lists without an argument that their sentence makes. */
  readonly wrong: readonly List[];
}

/**
 * Holds the lists that came up against the arguments that a draft makes.
 * @param all the texts of the notes' arguments, in their order
 */
export function scoreTyping<List extends Popup>(
  popups: readonly List[],
  uses: readonly MadeArgument[],
  all: readonly string[],
): TypingScore<List> {
  const isRight = ({ at, offered }: Popup, { start, end, argument }: MadeArgument) =>
    start < at && at <= end && offered.includes(all[argument - 1] ?? '');
  return {
    found: uses.filter((use) => popups.some((popup) => isRight(popup, use))).length,
    of: uses.length,
    wrong: popups.filter((popup) => !uses.some((use) => isRight(popup, use))),
  };
}

/** The texts of all arguments of `marginalia`'s notes, in their order. */
export async function argumentTexts(marginalia: Marginalia): Promise<readonly string[]> {
  return [...(await marginalia.library()).arguments.values()].map(({ argument }) => argument.text);
}

/**
 * Types `text` letter by letter and asks after each letter what the extension asks; a list for words that begin where the
 * last one did is the same list, gone on.
 */
export async function popupsWhileTyping(marginalia: Marginalia, text: string): Promise<readonly Popup[]> {
  const popups: Popup[] = [];
  let essay = EssayDocument.read('');
  let last = -1;
  for (let at = 1; at <= text.length; at++) {
    if (!/^[\p{L}\p{N}]$/u.test(text.charAt(at - 1))) continue;
    essay = essay.edited(text.slice(0, at));
    const found = await marginalia.completions(essay, at, { asked: false }, neverCancelled);
    const start = found[0]?.replaces.start;
    if (start === undefined || start === last) continue;
    last = start;
    popups.push({ at, words: text.slice(start, at), offered: found.map(({ label }) => label) });
  }
  return popups;
}
