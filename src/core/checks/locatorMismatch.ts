import { writeLocator } from '../citation/pandoc/writeCitation';
import type { Locator } from '../citation/locator';
import { placesOverlap } from '../essay/pages';
import type { Sentence } from '../essay/prose';
import type { PlacedCite } from '../essay/citedPlaces';
import type { LibraryArgument } from '../notes/libraryArgument';
import { placeOf } from './findings';
import type { Check } from './problem';
import type { QuotedPassage } from './quotedPassages';

/** How sure the match must be, and how much of each other both must hold, before its page is held against the citation's. */
const SURE = 0.5;
const CLOSE = 0.42;

/** The essay cites one page, and the notes have the argument from another. */
export const locatorMismatch: Check = ({ sentences, essay, works, quotations, localize }) => {
  const seen = new Set<PlacedCite>();
  const quotedIn = argumentsQuotedIn(quotations);
  return sentences.flatMap(({ cover, uses, sentence }) => {
    const quoted = quotedIn.get(sentence) ?? [];
    if (cover?.by !== 'own' || uses.length + quoted.length === 0) return [];
    return cover.cites.flatMap((cite) => {
      const { locator, locatorSpan } = cite;
      if (!locator || !locatorSpan || cite.works.length !== 1 || seen.has(cite)) return [];
      seen.add(cite);
      const own = uses.filter(({ cites }) => cites.includes(cite));
      if (own.length + quoted.length === 0) return [];
      const close = own
        .filter(({ confidence, closeness }) => confidence >= SURE && closeness >= CLOSE)
        .map(({ argument }) => argument);
      const made = [...close, ...quoted].filter(
        (argument) =>
          cite.works[0]?.sources.has(argument.source.id) &&
          !works.isAmbiguous(argument.source.id) &&
          !cover.cites.some((other) => other !== cite && hasPlaceOf(argument, other)),
      );
      const [first] = made;
      const noted = first?.argument.locator;
      if (!first || !noted || first.argument.locatorInherited) return [];
      const candidates = [...made, ...own.map(({ argument }) => argument)];
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
              edits: [{ span: locatorSpan, newText: corrected(written, noted) }],
            },
          ],
          content: `${locator.value}\n${noted.value}\n${first.argument.text}`,
        },
      ];
    });
  });
};

/** The place of the notes in the wording of the citation: `S. 63` stays a German page. */
function corrected(written: string, noted: Locator): string {
  const word = /^(?!pp?\.?\s?\d)\p{L}{1,3}\.\s?(?=\d)/u.exec(written)?.[0];
  if (noted.label === 'page' && word !== undefined) return word + noted.value;
  return /^\d/.test(written) ? noted.value : writeLocator(noted);
}

/** Whether a citation is the one that an argument has, by its source and its place. */
function hasPlaceOf({ source, argument }: LibraryArgument, { works, locator }: PlacedCite): boolean {
  return (
    works.some(({ sources }) => sources.has(source.id)) &&
    locator !== undefined &&
    argument.locator !== undefined &&
    placesOverlap(argument.locator, locator) === true
  );
}

/** The arguments whose words each sentence quotes. */
function argumentsQuotedIn(
  quotations: readonly QuotedPassage[],
): ReadonlyMap<Sentence, readonly LibraryArgument[]> {
  const found = new Map<Sentence, LibraryArgument[]>();
  for (const { sentences, matches } of quotations) {
    const quoted = [...matches.exact, ...matches.near].map(({ argument }) => argument);
    for (const { sentence } of sentences) found.set(sentence, [...(found.get(sentence) ?? []), ...quoted]);
  }
  return found;
}
