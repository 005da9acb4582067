import { writeLocator } from '../citation/pandoc/writeCitation';
import { placesOverlap } from '../essay/pages';
import type { PlacedCite } from '../essay/citedPlaces';
import type { Use } from '../essay/uses';
import { placeOf } from './findings';
import type { Check } from './problem';

/** How sure the match must be before its page is held against the citation's. */
const CLOSE = 0.5;

/** The essay cites one page, and the notes have the argument from another. */
export const locatorMismatch: Check = ({ sentences, essay, quotations, localize }) => {
  const seen = new Set<PlacedCite>();
  return sentences.flatMap(({ cover, uses, sentence }) => {
    if (cover?.by !== 'own') return [];
    return cover.cites.flatMap((cite) => {
      const { locator, locatorSpan } = cite;
      if (!locator || !locatorSpan || cite.works.length !== 1 || seen.has(cite)) return [];
      seen.add(cite);
      const quoted = quotations
        .filter(({ quotation: { span } }) => span.start < sentence.span.end && sentence.span.start < span.end)
        .flatMap(({ matches: { exact, near } }) => [...exact, ...near].map(({ argument }) => argument));
      const made = [...uses.filter(isCloseUseOf(cite)).map(({ argument }) => argument), ...quoted].filter(
        ({ source }) => cite.works[0]?.sources.has(source.id),
      );
      const [first] = made;
      const noted = first?.argument.locator;
      if (!first || !noted || first.argument.locatorInherited) return [];
      const candidates = [
        ...made,
        ...uses.filter((use) => use.cites.includes(cite)).map(({ argument }) => argument),
      ];
      const fits = candidates.some(
        ({ argument }) => !argument.locator || placesOverlap(argument.locator, locator) !== false,
      );
      if (fits) return [];
      const written = essay.text.slice(locatorSpan.start, locatorSpan.end);
      return [
        {
          code: 'locator-mismatch' as const,
          message: localize(
            'You cite {0}, your notes have this from {1}. Check the page in the book.',
            writeLocator(locator),
            writeLocator(noted),
          ),
          span: locatorSpan,
          related: [placeOf(first)],
          fixes: [
            {
              kind: 'edit' as const,
              title: localize('Change to {0}', writeLocator(noted)),
              edits: [
                { span: locatorSpan, newText: /^\d/.test(written) ? noted.value : writeLocator(noted) },
              ],
            },
          ],
          content: `${locator.value}\n${noted.value}\n${first.argument.text}`,
        },
      ];
    });
  });
};

const isCloseUseOf =
  (cite: PlacedCite) =>
  ({ cites, confidence }: Use): boolean =>
    cites.includes(cite) && confidence >= CLOSE;
