import { writeCitekey } from '../citation/citekey';
import { nearestCitekeys } from '../citation/nearestCitekeys';
import { pandocCitesIn } from './pandocCites';
import type { Check } from './problem';

/** What pandoc-crossref and the like refer to is no source. */
const CROSS_REFERENCE = /^(?:fig|tbl|tab|sec|eq|lst|thm|lem):/i;

/** A citekey that no bibliography has. */
export const unknownCitekey: Check = ({ essay, library, works, localize }) => {
  if (library.items.size === 0) return [];
  return pandocCitesIn(essay).flatMap(({ cite, span }) => {
    const { citekey } = cite;
    if (library.items.has(citekey) || works.withKey(citekey) || CROSS_REFERENCE.test(citekey)) return [];
    if (essay.metadata.references.includes(citekey)) return [];
    const nearest = nearestCitekeys(citekey, [...library.items.keys()]);
    const message =
      nearest.length > 0
        ? localize(
            'No bibliography has “{0}”. Did you mean {1}?',
            citekey,
            nearest.map((key) => `“${key}”`).join(', '),
          )
        : localize(
            'No bibliography has “{0}”. Add the work to your bibliography, or correct the key.',
            citekey,
          );
    return [
      {
        code: 'unknown-citekey' as const,
        message,
        span,
        related: [],
        fixes: nearest.map((key) => ({
          kind: 'edit' as const,
          title: localize('Change to {0}', writeCitekey(key)),
          edits: [{ span, newText: (cite.suppressAuthor ? '-' : '') + writeCitekey(key) }],
        })),
        content: citekey,
      },
    ];
  });
};
