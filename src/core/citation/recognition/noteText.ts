/**
 * The form in which a footnote and a rendering are compared: without emphasis and escapes, with one kind of quotation
 * mark, dash and space, and with commas outside of quotation marks, as in British English.
 */
export function normalizeNote(markdown: string): string {
  return markdown
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\*+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
    .replace(/<(https?:[^<>\s]+)>/g, '$1')
    .replace(/[“”„«»‘’"]|''/g, "'")
    .replace(/([,.])('+)/g, '$2$1')
    .replace(/-{2,3}|[‐-―−-]/g, '–')
    .replace(/[\s\u00A0]+/g, ' ')
    .trim();
}

/** Words before a source that say how it bears on the sentence; anything longer is the student's own text. */
const signal = /^(?:but )?(?:see(?: also)?|cf\.|compare|e\.g\.,?|for example,|quoted in|cited in)(?=\s)/i;

/** Splits the signal words off: `see also Zubok …` has the prefix `see also`. */
export function splitSignal(text: string): { readonly prefix?: string; readonly rest: string } {
  const prefix = signal.exec(text)?.[0];
  return prefix === undefined ? { rest: text } : { prefix, rest: text.slice(prefix.length).trimStart() };
}
