import type { CslItem } from '../cslItem';

/** A field's text as titles are read: LaTeX decoded, with marks around what keeps its capitals. */
export type ReadTitle = (field: 'title' | 'booktitle' | 'maintitle') => string | undefined;

const chapterTypes = new Set([
  ...['inbook', 'incollection', 'inproceedings', 'inreference', 'bookinbook', 'suppbook', 'suppcollection'],
  'conference',
]);

/**
 * The titles of a work in several volumes, as pandoc takes BibLaTeX's fields: `maintitle` is the whole work's, and the
 * volume's own, `title` or for a chapter `booktitle`, goes beside it. A periodical is in itself.
 */
export function titlesOf(type: string, item: CslItem, read: ReadTitle): Partial<CslItem> {
  if (type === 'periodical') return { 'container-title': read('title') };
  const main = read('maintitle');
  if (main === undefined) return {};
  if (chapterTypes.has(type)) return { 'container-title': main, 'volume-title': read('booktitle') };
  return { title: main, 'volume-title': read('title') ?? item.title, 'container-title': undefined };
}
