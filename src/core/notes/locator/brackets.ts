export interface Bracket {
  readonly start: number;
  readonly end: number;
  readonly inner: string;
  readonly round: boolean;
}

const anyBracket = /[([（［]/;

/** Innermost bracket pairs, in order, each looked at once. */
export function brackets(text: string): readonly Bracket[] {
  let index = text.search(anyBracket);
  if (index < 0) return noBrackets;
  const found: Bracket[] = [];
  let open = -1;
  for (; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (opening.includes(code)) open = index;
    else if (open >= 0 && closing.includes(code)) {
      const round = text[open] === '(' || text[open] === '（';
      found.push({ start: open, end: index + 1, inner: text.slice(open + 1, index), round });
      open = -1;
    }
  }
  return found;
}

export const noBrackets: readonly never[] = [];
const codes = (characters: string) => Array.from(characters, (character) => character.charCodeAt(0));
const opening = codes('([（［');
const closing = codes(')]）］');

/** Removes `[start, end)` and what is then too much: the space before it or at the start of the text, a dash that led to it. */
export function cut(text: string, start: number, end: number): string {
  const after = text.slice(end);
  const kept = text.slice(0, start).trimEnd();
  const before = /^[\s.]*$/.test(after) ? kept.replace(/(?<=\S)\s+(?:[–—]|-{1,3})$/, '') : kept;
  return before === '' ? after.trimStart() : before + after;
}
