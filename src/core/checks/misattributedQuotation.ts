import { plainTitle } from '../citation/cslText';
import type { PlacedCite } from '../essay/citedPlaces';
import { placeOf, wordsAt } from './findings';
import type { Check } from './problem';
import { citesSourceOf } from './quotedPassages';

/** Fewer words may stand in any work. */
const LEAST_WORDS = 3;
/** So many are no coincidence, even if the notes do not mark them as quoted. */
const SURE_OF_ITSELF = 6;

/** The words of the notes, cited from a work that they are not from. */
export const misattributedQuotation: Check = ({ quotations, essay, localize }) =>
  quotations.flatMap(({ quotation, matches: { exact, length }, cites, isCitedThere }) => {
    const [match] = exact;
    if (!match || !cites || cites.length === 0 || !isCitedThere || length < LEAST_WORDS) return [];
    if (
      exact.some(({ argument }) => citesSourceOf(cites, argument)) ||
      !exact.every(({ isMarked }) => isMarked || length >= SURE_OF_ITSELF)
    )
      return [];
    const { argument } = match;
    return [
      {
        code: 'misattributed-quotation',
        message: localize(
          'Your notes have these words from “{0}”, not from “{1}”. Check which of the two you mean to cite.',
          argument.source.notes.label,
          nameOf(cites),
        ),
        span: quotation.span,
        related: [placeOf(argument)],
        fixes: [],
        content: `${wordsAt(essay.text, quotation.inner)}\n${argument.source.notes.label}\n${nameOf(cites)}`,
      },
    ];
  });

function nameOf(cites: readonly PlacedCite[]): string {
  const work = cites[0]?.works[0];
  return (work?.item && plainTitle(work.item)) ?? work?.id ?? '';
}
