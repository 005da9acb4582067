import type { Citation } from '../citation';

/** What stands between round brackets that hold the whole of `text`; undefined if there are none. */
export function withoutBrackets(text: string): string | undefined {
  if (!text.startsWith('(') || !text.endsWith(')')) return undefined;
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '(') depth++;
    else if (text[index] === ')' && --depth === 0)
      return index === text.length - 1 ? text.slice(1, -1) : undefined;
  }
  return undefined;
}

/** A formatted citation as it stands in a sentence: in round brackets, without the full stop and the capital of a note. */
export function inBrackets(text: string, { cites: [first] }: Citation): string {
  if (withoutBrackets(text) !== undefined) return text;
  const open = text.replace(/\.$/, '');
  const isSmall = /^\p{Ll}/u.test(first?.prefix ?? '');
  return `(${isSmall ? open.charAt(0).toLowerCase() + open.slice(1) : open})`;
}
