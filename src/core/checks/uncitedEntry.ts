import { pandocCitesIn } from './pandocCites';
import type { Check } from './problem';

/** Works of the bibliography that the essay never cites, at its beginning: they have no place of their own in it. */
export const uncitedEntry: Check = ({ essay, library, places, localize }) => {
  const cited = new Set(pandocCitesIn(essay).map(({ cite }) => cite.citekey));
  for (const { cites } of places) for (const { works } of cites) for (const { id } of works) cited.add(id);
  return [...library.items.keys()]
    .filter((citekey) => !cited.has(citekey))
    .map((citekey) => ({
      code: 'uncited-entry' as const,
      message: localize('The essay never cites “{0}”, which is in your bibliography.', citekey),
      span: { start: 0, end: 0 },
      related: [],
      fixes: [],
      content: citekey,
    }));
};
