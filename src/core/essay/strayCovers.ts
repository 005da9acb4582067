import type { LibraryArgument } from '../notes/libraryArgument';
import { isConfident } from '../search/index';
import { pageCited } from './citedPage';
import type { PlacedCite } from './citedPlaces';
import { placesOverlap } from './pages';
import type { Sentence } from './prose';
import type { Use, UsingSentence } from './uses';

/**
 * A citation that ends a run of sentences answers for a sentence before it only if nothing speaks against it: not if it
 * gives the page of another argument, the one that its own sentence makes, and not if it is of another work that we know.
 */
export function withoutStrayCovers(
  sentence: UsingSentence,
  all: ReadonlyMap<Sentence, UsingSentence>,
): UsingSentence {
  const { cover } = sentence;
  if (cover?.by !== 'run' || sentence.uses.length === 0) return sentence;
  const closing = all.get(cover.sentence);
  const uses = sentence.uses.map((use): Use => {
    const strays =
      use.citedness === 'cited'
        ? isOtherPlace(use, closing)
        : isOtherWork(cover.cites) || isPlaceOfAnother(use, cover.cites, closing);
    return strays ? { ...use, citedness: 'uncited', cites: [] } : use;
  });
  return { ...sentence, uses };
}

function isOtherPlace({ argument, cites }: Use, closing: UsingSentence | undefined): boolean {
  if (!closing || pageCited(argument, cites) !== 'another') return false;
  const makesAnother = closing.uses.some(
    (use) => use.citedness === 'cited' && use.argument !== argument && isConfident(use, 'sentence'),
  );
  const makesTheSame = closing.uses.some((use) => use.argument === argument);
  return makesAnother && !makesTheSame;
}

function isOtherWork(cites: readonly PlacedCite[]): boolean {
  return (
    cites.length > 0 &&
    cites.every(({ works }) => works.length > 0 && works.every(({ sources }) => sources.size > 0))
  );
}

/**
 * Whether citations of works that we don't know give the place of what their own sentence makes, and not of this: a slip in
 * the key hides the work, not the page.
 */
function isPlaceOfAnother(
  { argument }: Use,
  cites: readonly PlacedCite[],
  closing: UsingSentence | undefined,
): boolean {
  if (!closing || cites.length === 0) return false;
  return cites.every(({ works, locator }) => {
    if (works.length > 0 || !locator) return false;
    const isPlaceOf = ({ argument: { locator: noted } }: LibraryArgument) =>
      noted && placesOverlap(noted, locator);
    return (
      isPlaceOf(argument) === false &&
      closing.uses.some((use) => isConfident(use, 'sentence') && isPlaceOf(use.argument) === true)
    );
  });
}
