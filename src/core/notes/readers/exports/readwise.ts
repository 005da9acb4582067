import type { Locator } from '../../../citation/locator';
import type { Span } from '../../../text/position';
import type { SourceFacts } from '../../blocks';
import { splitAuthors } from '../sourceFields';
import { exportedLocator } from './highlights';

/** Readwise turns a highlight into a heading if its note or a tag is `.h1` to `.h6`. */
const headingTag = /^\.?h[1-6]$/i;

/** Labels of Readwise's location types. `order` and `offset` only tell which highlight comes first. */
const locationTypes: Readonly<Record<string, string>> = { page: 'page', location: 'location' };

/** Where a highlight stands, from Readwise's location and the type of it. */
export function readwiseLocator(type: string | undefined, location: string): Locator | undefined {
  return exportedLocator(locationTypes[type?.trim().toLowerCase() ?? ''], location);
}

/** The work, as Readwise and its like name it. */
export function bookFacts(title: string | undefined, author: string | undefined): SourceFacts | undefined {
  const name = title?.replace(/\s+/g, ' ').trim();
  const authors = splitAuthors(author?.replace(/\s+/g, ' ') ?? '').filter(
    (each) => !/^(?:unknown|null)$/i.test(each),
  );
  if (!name && authors.length === 0) return undefined;
  return {
    ...(name && { label: name, title: name }),
    ...(authors.length > 0 && { authors }),
  };
}

/** Whether a note and tags say that the highlight is a heading. */
export function marksHeading(note: string, tags: readonly string[]): boolean {
  return headingTag.test(note.trim()) || tags.some((tag) => headingTag.test(tag.trim()));
}

/** What the student wrote, unless it only marks a heading. */
export function commentOf(note: string, span: Span): readonly Span[] {
  return note.trim() === '' || headingTag.test(note.trim()) ? [] : [span];
}
