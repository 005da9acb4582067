/** No citation is longer; bounds the time that a text full of brackets costs. */
const maximumLength = 2000;

/** The offset just after the code span that opens with the backticks at `offset`; after these, if none closes it. */
export function skipBackticks(text: string, offset: number): number {
  let length = 1;
  while (text[offset + length] === '`') length++;
  const limit = offset + maximumLength;
  let index = offset + length;
  while ((index = text.indexOf('`', index)) >= 0 && index < limit) {
    let closing = 1;
    while (text[index + closing] === '`') closing++;
    if (closing === length) return index + closing;
    index += closing;
  }
  return offset + length;
}

const blankLine = /(?:\r\n?|\n)[ \t]*(?:[\r\n]|$)/y;

function isParagraphEnd(text: string, offset: number): boolean {
  const character = text[offset];
  if (character === undefined) return true;
  if (character !== '\n' && character !== '\r') return false;
  blankLine.lastIndex = offset;
  return blankLine.test(text);
}

/**
 * The first offset from `offset` on where `isEnd` holds, an unopened `]` stands or the paragraph ends. Escaped
 * characters, code spans and balanced brackets are passed over as a whole.
 */
export function scanInline(text: string, offset: number, isEnd: (offset: number) => boolean): number {
  const limit = Math.min(text.length, offset + maximumLength);
  let depth = 0;
  let index = offset;
  while (index < limit && !isParagraphEnd(text, index)) {
    const character = text[index];
    if (depth === 0 && (character === ']' || isEnd(index))) return index;
    if (character === '\\') index += 2;
    else if (character === '`') index = skipBackticks(text, index);
    else {
      if (character === '[') depth++;
      else if (character === ']') depth--;
      index++;
    }
  }
  return Math.min(index, limit);
}

/** The offset just after the `]` that closes the bracket at `offset`, within the paragraph. */
export function endOfBrackets(text: string, offset: number): number | undefined {
  const end = scanInline(text, offset + 1, () => false);
  return text[end] === ']' ? end + 1 : undefined;
}
