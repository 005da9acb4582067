import { writeLocator } from '../citation/pandoc/writeCitation';
import type { LibraryArgument } from '../notes/libraryArgument';
import type { ArgumentKind } from '../notes/outline';
import type { Localize } from '../util/localize';
import { MarkdownBuilder } from '../util/markdownBuilder';

/** A command that a card offers. */
export interface CardAction {
  readonly title: string;
  readonly command: string;
  readonly args: unknown;
}

export interface CardOptions {
  readonly localize: Localize;
  /** The source as it would be cited, in Markdown; undefined while it is not formatted. */
  readonly citation?: string;
  /** The words of the argument that made it match, to be marked; without them all of it is. */
  readonly marked?: readonly string[];
  /** Arguments that hang on it. */
  readonly subPoints?: readonly LibraryArgument[];
  /** Lines of the essay, counted from 1, that make the argument elsewhere. */
  readonly usedInLines?: readonly number[];
  /** Other arguments that could be meant as well. */
  readonly alternatives?: readonly LibraryArgument[];
  /** Commands to offer below the card. */
  readonly actions?: readonly CardAction[];
}

/** Sub-points and lines of use that a card lists. */
const MAX_LISTED = 4;

/**
 * The Markdown card that shows an argument wherever a person meets it (hover, completion, tree): what it leans on,
 * the argument, its sub-points, its source and page, its question. All texts of the notes are escaped.
 */
export function argumentCard(shown: LibraryArgument, options: CardOptions): string {
  const { localize, citation, marked, subPoints = [], usedInLines = [], alternatives = [] } = options;
  const card = new MarkdownBuilder();
  for (const earlier of leaningChain(shown)) card.text(`${earlier.argument.text} …`).paragraph();
  if (marked) card.marked(shown.argument.text, marked);
  else card.strong(shown.argument.text);
  for (const { argument } of subPoints.slice(0, MAX_LISTED)) card.bullet(argument.text);
  if (subPoints.length > MAX_LISTED) card.bullet(localize('and {0} more', subPoints.length - MAX_LISTED));
  card.paragraph();
  if (citation === undefined) card.text(sourceLine(shown));
  else card.markdown(citation);
  const kind = kindName(shown.argument.kind, localize);
  if (kind !== undefined) card.text(` · ${kind}`);
  if (shown.question) card.paragraph().emphasis(shown.question.text);
  const { resolution, notes } = shown.source;
  if (resolution.kind === 'ambiguous') {
    card.paragraph().text(localize('Several works in your bibliography could be “{0}”.', notes.label));
  }
  if (usedInLines.length > 0) {
    const lines = usedInLines.slice(0, MAX_LISTED).join(', ');
    card.paragraph().text(localize('Your essay makes this argument elsewhere too: line {0}.', lines));
  }
  if (alternatives.length > 0) {
    card.paragraph().text(localize('You could also mean:'));
    alternatives.forEach((other) => card.bullet(`${other.argument.text} (${sourceLine(other)})`));
  }
  return card.actions(options.actions ?? []).toString();
}

/** What an argument leans on, outermost first; bounded, because notes can lean on for pages. */
export function leaningChain(shown: LibraryArgument, limit = 3): readonly LibraryArgument[] {
  const chain: LibraryArgument[] = [];
  for (let earlier = shown.leansOn; earlier && chain.length < limit; earlier = earlier.leansOn)
    chain.unshift(earlier);
  return chain;
}

/** Source and place as the notes name them: "Zubok and Pleshakov, p. 63". */
export function sourceLine({ source, argument: { locator } }: LibraryArgument): string {
  return locator ? `${source.notes.label}, ${writeLocator(locator)}` : source.notes.label;
}

/** Whose words an argument is, where that is worth saying. */
function kindName(kind: ArgumentKind, localize: Localize): string | undefined {
  const names: Readonly<Record<ArgumentKind, string | undefined>> = {
    paraphrase: undefined,
    quotation: localize('quotation'),
    comment: localize('your own comment'),
    summary: localize('summary'),
    todo: localize('to do'),
  };
  return names[kind];
}
