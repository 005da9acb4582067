import type { LibraryArgument } from '../notes/libraryArgument';
import type { Localize } from '../util/localize';
import { MarkdownBuilder } from '../util/markdownBuilder';

export interface CardOptions {
  readonly localize: Localize;
  /** The source as it would be cited, in Markdown; undefined while it is not formatted. */
  readonly citation?: string;
  /** Commands to offer below the card. */
  readonly actions?: readonly { readonly title: string; readonly command: string; readonly args: unknown }[];
}

/**
 * The Markdown card that shows an argument wherever a person meets it (hover, completion, tree): what it leans on,
 * the argument, its source and page, its question. All texts of the notes are escaped.
 */
export function argumentCard(
  shown: LibraryArgument,
  { localize, citation, actions = [] }: CardOptions,
): string {
  const card = new MarkdownBuilder();
  for (const earlier of leaningChain(shown)) card.text(`${earlier.argument.text} …`).paragraph();
  card.strong(shown.argument.text).paragraph();
  if (citation === undefined) card.text(sourceLine(shown));
  else card.markdown(citation);
  if (shown.question) card.paragraph().emphasis(shown.question.text);
  const { resolution, notes } = shown.source;
  if (resolution.kind === 'ambiguous') {
    card.paragraph().text(localize('Several works in your bibliography could be “{0}”.', notes.label));
  }
  if (actions.length > 0) card.rule();
  actions.forEach(({ title, command, args }, index) => {
    if (index > 0) card.text(' · ');
    card.command(title, command, args);
  });
  return card.toString();
}

/** What an argument leans on, outermost first; bounded, because notes can lean on for pages. */
export function leaningChain(shown: LibraryArgument, limit = 3): readonly LibraryArgument[] {
  const chain: LibraryArgument[] = [];
  for (let earlier = shown.leansOn; earlier && chain.length < limit; earlier = earlier.leansOn)
    chain.unshift(earlier);
  return chain;
}

/** Source and place as the notes name them: "Zubok and Pleshakov, p. 63". */
export function sourceLine({ source, argument }: LibraryArgument): string {
  const { locator } = argument;
  if (!locator) return source.notes.label;
  const place = locator.label === 'page' ? `p. ${locator.value}` : `${locator.label} ${locator.value}`;
  return `${source.notes.label}, ${place}`;
}
