import type { Cite } from '../citation/citation';
import { writeLocator } from '../citation/pandoc/writeCitation';
import { placesOverlap } from '../essay/pages';
import type { Library } from '../notes/library';
import type { LibraryArgument } from '../notes/libraryArgument';
import type { Localize } from '../util/localize';
import { MarkdownBuilder } from '../util/markdownBuilder';
import type { CardAction } from './argumentCard';

/** A source that is cited at the place of the card. */
export interface CitedSource {
  readonly cite: Cite;
  /** The full reference, in Markdown; undefined if no bibliography has the citekey. */
  readonly reference?: string;
  /** What the notes say at the cited place, or, without a place, in the sentence. */
  readonly notes: readonly LibraryArgument[];
  /** How many arguments the notes hold on this source. */
  readonly known: number;
}

/** Arguments of one page that the card shows. */
const MAX_NOTES = 5;

/** The card over a citation or a footnote: the reference in full, and what the notes say at the cited page. */
export function citationCard(
  sources: readonly CitedSource[],
  { localize, actions = [] }: { readonly localize: Localize; readonly actions?: readonly CardAction[] },
): string {
  const card = new MarkdownBuilder();
  for (const [index, { cite, reference, notes, known }] of sources.entries()) {
    if (index > 0) card.rule();
    if (reference === undefined)
      card.text(localize('Your bibliographies have no work with the key “{0}”.', cite.citekey));
    else card.markdown(reference);
    const place = cite.locator && writeLocator(cite.locator);
    if (notes.length > 0) {
      card
        .paragraph()
        .text(place === undefined ? localize('From your notes:') : localize('Your notes at {0}:', place));
      notes.slice(0, MAX_NOTES).forEach(({ argument }) => card.bullet(argument.text));
      if (notes.length > MAX_NOTES) card.bullet(localize('and {0} more', notes.length - MAX_NOTES));
    } else if (known > 0) {
      card
        .paragraph()
        .text(
          place === undefined
            ? localize('Your notes hold {0} arguments of this work.', known)
            : localize('Your notes name nothing at {0}, but hold {1} arguments of this work.', place, known),
        );
    }
  }
  return card.actions(actions).toString();
}

/** The arguments of the notes on the work with this citekey. */
export function argumentsOf(library: Library, citekey: string): readonly LibraryArgument[] {
  return [...library.arguments.values()].filter(
    ({ source: { resolution } }) => resolution.kind === 'matched' && resolution.item.id === citekey,
  );
}

/** Of some arguments those at the place that `cite` names, closest places first; none if it names none. */
export function argumentsAt(all: readonly LibraryArgument[], { locator }: Cite): readonly LibraryArgument[] {
  if (!locator) return [];
  const here = all.filter(({ argument }) => argument.locator && placesOverlap(argument.locator, locator));
  return here.sort(
    (a, b) => Number(a.argument.locatorInherited ?? false) - Number(b.argument.locatorInherited ?? false),
  );
}
