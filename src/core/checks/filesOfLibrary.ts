import type { Check } from './problem';

/** What could not be read in notes and bibliographies, at the essay's beginning: it has no place of its own there. */
export const filesOfLibrary: Check = ({ library }) =>
  library.problems.map(({ code, message, file, range }) => ({
    code,
    message,
    span: { start: 0, end: 0 },
    related: [{ file, range, text: message }],
    fixes: [],
    content: `${file.name}\n${message}`,
  }));
