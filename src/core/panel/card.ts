import type { Usage } from '../essay/usage';
import { leaningChain } from '../languageFeatures/argumentCard';
import type { LibraryArgument } from '../notes/libraryArgument';
import { writeLocator } from '../citation/pandoc/writeCitation';
import type { Card, Point } from './protocol';

/** What a card needs to know besides the argument itself. */
export interface CardContext {
  readonly why: readonly string[];
  readonly use: Usage | undefined;
  readonly points: readonly LibraryArgument[];
  readonly isPinned: boolean;
  readonly isLeftOut: boolean;
  readonly otherSources: number;
}

export function cardOf(shown: LibraryArgument, { points, ...context }: CardContext): Card {
  return {
    argument: shown.id,
    text: shown.argument.text,
    kind: shown.argument.kind,
    question: shown.question?.text,
    leansOn: leaningChain(shown).map(({ argument }) => argument.text),
    points: points.map(pointOf),
    source: shown.source.notes.label,
    place: placeOf(shown),
    ...context,
  };
}

/** The place in the source as the notes give it: "p. 63". */
export function placeOf({ argument }: LibraryArgument): string | undefined {
  return argument.locator && writeLocator(argument.locator).replace(/^\{|\}$/g, '');
}

function pointOf(point: LibraryArgument): Point {
  return { text: point.argument.text, place: placeOf(point) };
}
