import { writeLocator } from '../citation/pandoc/writeCitation';
import { type Locator, parseLocator } from '../citation/locator';
import type { TextEdit } from '../citation/textEdit';
import type { PlacedCite } from '../essay/citedPlaces';
import type { EssayReview } from '../essayChecks';
import type { LibraryArgument } from '../notes/libraryArgument';

/** What entering a page changes. */
export interface PageEdits {
  /** What is put behind the argument in its notes file. */
  readonly inNotes: string;
  readonly inEssay: readonly TextEdit[];
}

/** Reads what a student types for a page: `63`, `pp. 62–64`, `ch. 2`; undefined if it is no place in a work. */
export function readPage(typed: string): Locator | undefined {
  return parseLocator(typed);
}

/**
 * The edits that add a page to an argument's note, and to each citation in the essay that covers this argument alone and has
 * no page yet.
 */
export function pageEdits({ uses }: EssayReview, { id }: LibraryArgument, page: Locator): PageEdits {
  const covering = new Map<PlacedCite, Set<string>>();
  for (const { uses: made } of uses.sentences) {
    for (const { argument, cites } of made) {
      for (const cite of cites) covering.set(cite, (covering.get(cite) ?? new Set()).add(argument.id));
    }
  }
  const { text } = uses.essay;
  const inEssay = [...covering].flatMap(([cite, args]) => {
    if (cite.locator || args.size > 1 || !args.has(id)) return [];
    return [citeEdit(cite, text, page)];
  });
  return { inNotes: ` (${writeLocator(page)})`, inEssay };
}

function citeEdit({ span, citekeySpan }: PlacedCite, text: string, page: Locator): TextEdit {
  if (citekeySpan) {
    const { end } = citekeySpan;
    // `@key [and more]` has its place in the brackets behind it.
    const isBare = text[end] !== ',' && !isInBrackets(text, citekeySpan.start);
    const newText = isBare ? ` [${writeLocator(page)}]` : `, ${writeLocator(page)}`;
    return { span: { start: end, end }, newText };
  }
  const part = text.slice(span.start, span.end).trimEnd();
  const stop = part.endsWith('.') ? 1 : 0;
  const at = span.start + part.length - stop;
  const value = page.label === 'page' ? page.value : writeLocator(page);
  return { span: { start: at, end: at }, newText: text[span.start - 1] === '(' ? ` ${value}` : `, ${value}` };
}

function isInBrackets(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 300), at);
  return before.lastIndexOf('[') > before.lastIndexOf(']');
}
