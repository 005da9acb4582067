import type { CslItem } from '../cslItem';
import { creators, plainTitle, surname } from '../cslText';
import { foldWords } from '../source/words';
import { CitationFormatter } from '../style/citationFormatter';
import { bundledStyles } from '../style/styleCatalogue';
import { normalizeNote } from './noteText';

/** The paragraphs that read like the bibliography entry of one of the items in a bundled style. */
export function recognizeEntries(
  paragraphs: readonly string[],
  items: readonly CslItem[],
  locale?: string,
): ReadonlySet<string> {
  const words = new Set(paragraphs.flatMap((paragraph) => foldWords(paragraph)));
  const candidates = items.filter((item) => {
    const [name] = creators(item);
    return foldWords(name ? surname(name) : (plainTitle(item) ?? '')).some((word) => words.has(word));
  });
  if (candidates.length === 0) return new Set();
  const entries = new Set<string>();
  for (const style of bundledStyles) {
    const formatter = new CitationFormatter(style, locale);
    formatter.setItems(candidates);
    const citekeys = candidates.map(({ id }) => id);
    for (const entry of formatter.formatBibliography(citekeys, 'plain')) entries.add(normalizeNote(entry));
  }
  return new Set(paragraphs.filter((paragraph) => entries.has(normalizeNote(paragraph))));
}
