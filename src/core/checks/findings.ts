import type { LibraryArgument } from '../notes/libraryArgument';
import type { Span } from '../text/position';
import type { RelatedPlace } from './problem';

/** Where an argument stands in the notes. */
export function placeOf({ file, argument }: LibraryArgument): RelatedPlace {
  return { file, range: argument.range, text: argument.text };
}

/** The words of a span on one line. */
export function wordsAt(text: string, { start, end }: Span): string {
  return text.slice(start, end).replace(/\s+/g, ' ').trim();
}

/** `text`, shortened to what a message can hold. */
export function shortened(text: string, longest = 80): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest / 2)).trimEnd()}…`;
}
