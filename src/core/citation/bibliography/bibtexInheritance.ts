import type { BibtexEntry } from './bibtexItem';

const multiVolume = /^mv/;
const withinBook = new Set([
  'inbook',
  'incollection',
  'inproceedings',
  'inreference',
  'suppbook',
  'suppcollection',
]);

/** The name that `field` of `child` has in the entry that its `crossref` names: a book's title is its chapters' book title. */
function nameInParent(field: string, child: string, parent: string): string | undefined {
  if (multiVolume.test(parent)) {
    if (field.startsWith('main')) return field.slice('main'.length);
  } else if (withinBook.has(child) && /^book(?:title|subtitle|titleaddon)$/.test(field)) {
    return field.slice('book'.length);
  }
  return /^(?:title|subtitle|titleaddon|shorttitle)$/.test(field) ? undefined : field;
}

/**
 * What BibLaTeX takes for a field of `entry`: its own, or a parent's under the name that it has there.
 * @param parents its parent by `crossref`, that one's parent, and so on.
 */
export function inheritedField(
  entry: BibtexEntry,
  parents: readonly BibtexEntry[],
  field: string,
): string | undefined {
  const own = entry.fields.get(field);
  const [parent, ...others] = parents;
  if (own !== undefined || !parent) return own;
  const name = nameInParent(field, entry.type, parent.type);
  return name === undefined ? undefined : inheritedField(parent, others, name);
}
