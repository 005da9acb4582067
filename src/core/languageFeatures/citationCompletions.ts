import { writeCitekey } from '../citation/citekey';
import type { CslItem } from '../citation/cslItem';
import { creators, issuedYear, plainTitle, surname } from '../citation/cslText';
import type { Locator } from '../citation/locator';
import { writeLocator } from '../citation/pandoc/writeCitation';
import type { Footnotes } from '../essay/footnotes';
import type { LibraryArgument } from '../notes/libraryArgument';
import type { Span } from '../text/position';
import type { CitationTrigger } from './citationTrigger';

/** A citekey, a page or a footnote that could be meant; plain text, unlike an argument. */
export interface CitationCompletion {
  readonly label: string;
  readonly description: string;
  readonly insert: string;
  readonly replaces: Span;
  /** The work whose reference is shown beside the list. */
  readonly citekey?: string;
  /** Plain text to show beside the list. */
  readonly detail?: string;
}

const MAX_ITEMS = 10;
const MAX_DESCRIPTION = 100;

/** Works as completions of `@zub`. */
export function citekeyCompletions(
  { span }: CitationTrigger,
  works: readonly CslItem[],
): readonly CitationCompletion[] {
  return works.map((item) => ({
    label: `@${item.id}`,
    description: [creators(item).map(surname).join(', '), plainTitle(item), issuedYear(item)]
      .filter(Boolean)
      .join(' · '),
    insert: writeCitekey(item.id),
    replaces: span,
    citekey: item.id,
  }));
}

/**
 * The pages that the notes name as completions of `[@key, `; those of arguments that the sentence makes first, the others
 * in the order of the book.
 */
export function locatorCompletions(
  { span }: CitationTrigger,
  written: string,
  all: readonly LibraryArgument[],
  meant: ReadonlySet<string>,
): readonly CitationCompletion[] {
  const places = new Map<string, { readonly locator: Locator; readonly at: LibraryArgument[] }>();
  for (const each of all) {
    const { locator } = each.argument;
    if (!locator) continue;
    const place = writeLocator(locator);
    const known = places.get(place);
    if (known) known.at.push(each);
    else places.set(place, { locator, at: [each] });
  }
  const isMeant = ({ at }: { readonly at: readonly LibraryArgument[] }) => at.some(({ id }) => meant.has(id));
  const typed = written.replace(/[^\d–-]/g, '');
  return [...places]
    .filter(([, { locator }]) => locator.value.startsWith(typed))
    .sort(
      ([, a], [, b]) =>
        Number(isMeant(b)) - Number(isMeant(a)) || pageNumber(a.locator) - pageNumber(b.locator),
    )
    .slice(0, MAX_ITEMS)
    .map(([place, { at }]) => ({
      label: place,
      description: shortened(at[0]?.argument.text ?? ''),
      insert: ` ${place}`,
      replaces: span,
      detail: at.map(({ argument }) => argument.text).join('\n\n'),
    }));
}

/** The essay's footnotes as completions of `[^1`, the last ones first: those are likelier to be meant again. */
export function footnoteCompletions(
  { span }: CitationTrigger,
  query: string,
  { definitions }: Footnotes,
): readonly CitationCompletion[] {
  return definitions
    .filter(({ label, text }) => label.startsWith(query) || text.toLowerCase().includes(query.toLowerCase()))
    .toReversed()
    .slice(0, MAX_ITEMS)
    .map(({ label, text }) => ({
      label: `[^${label}]`,
      description: shortened(text),
      insert: `[^${label}]`,
      replaces: span,
      detail: text,
    }));
}

function pageNumber({ label, value }: Locator): number {
  return (label === 'page' ? 0 : 1e6) + Number(/\d+/.exec(value)?.[0] ?? 1e5);
}

function shortened(text: string): string {
  return text.length <= MAX_DESCRIPTION ? text : `${text.slice(0, MAX_DESCRIPTION).trimEnd()}…`;
}
