import type { CitedPlace, PlacedCite } from '../essay/citedPlaces';
import { type Quotation, quotationsIn } from '../essay/quotations';
import type { EssayUses, UsingSentence } from '../essay/uses';
import type { LibraryArgument } from '../notes/libraryArgument';
import { groupBy } from '../util/groupBy';
import type { Steps } from '../util/steps';
import type { QuotationMatches, QuotationMatcher } from './quotationMatch';

/** A quotation of the essay, what it is cited from, and what the notes say to it. */
export interface QuotedPassage {
  readonly quotation: Quotation;
  readonly matches: QuotationMatches;
  /** The sentences in which it stands. */
  readonly sentences: readonly UsingSentence[];
  /** The citations that are meant for it; undefined if there are none. */
  readonly cites?: readonly PlacedCite[];
  /** Whether these stand in its own sentence, so that they are surely meant for it. */
  readonly isCitedThere: boolean;
}

/** Every quotation of the essay's running text. */
export function* quotedPassages(uses: EssayUses, matcher: QuotationMatcher): Steps<readonly QuotedPassage[]> {
  const byParagraph = groupBy(uses.sentences, ({ paragraph }) => paragraph);
  const passages: QuotedPassage[] = [];
  for (const paragraph of uses.essay.paragraphs) {
    yield;
    for (const quotation of quotationsIn(paragraph, uses.essay.text)) {
      const sentences = (byParagraph.get(paragraph) ?? []).filter(
        ({ sentence: { span } }) => span.start < quotation.inner.end && quotation.inner.start < span.end,
      );
      const there = placeMeant(quotation, sentences);
      const cites = there?.cites ?? sentences.at(-1)?.cover?.cites;
      passages.push({
        quotation,
        matches: matcher.match(quotation),
        sentences,
        isCitedThere: there !== undefined,
        ...(cites && { cites }),
      });
    }
  }
  return passages;
}

/** The citation that follows it in its sentence, else the one before it there. */
function placeMeant({ inner }: Quotation, sentences: readonly UsingSentence[]): CitedPlace | undefined {
  const places = sentences.flatMap((sentence) => sentence.places);
  return places.find(({ span }) => span.start >= inner.start) ?? places.at(-1);
}

/** Whether one of the citations is, or may be, of the source of `argument`. */
export function citesSourceOf(cites: readonly PlacedCite[], { source }: LibraryArgument): boolean {
  return cites.some(({ works }) => works.length === 0 || works.some((work) => work.sources.has(source.id)));
}
