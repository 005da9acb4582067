import type { Syntax } from '../blocks';

/** How markup is written in notes of a format. Exports of e-readers hold the words of books: nothing in them is markup. */
export function syntaxOf(format: string): Syntax {
  return format === 'org'
    ? 'org'
    : format === 'kindle' || format === 'hypothesis-text'
      ? 'verbatim'
      : 'markdown';
}
