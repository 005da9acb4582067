/** Marks a place, or two of them, in a test's text. */
const CURSOR = '|';

/** `text` without its one cursor mark, and where that stood. */
export function withCursor(text: string): { readonly text: string; readonly offset: number } {
  const offset = text.indexOf(CURSOR);
  if (offset < 0 || text.indexOf(CURSOR, offset + 1) >= 0) throw new Error(`Not exactly one cursor: ${text}`);
  return { text: text.slice(0, offset) + text.slice(offset + 1), offset };
}
