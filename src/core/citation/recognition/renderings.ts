import type { Citation } from '../citation';
import type { CslItem } from '../cslItem';
import type { CitationFormatter } from '../style/citationFormatter';
import { withoutBrackets } from '../style/inBrackets';
import { normalizeNote } from './noteText';

/** `full` at the first mention, `short` afterwards. */
export type NoteForm = 'full' | 'short';

/** How a style writes a note on one item, with a place left open for the locator. */
export interface Rendering {
  readonly form: NoteForm;
  readonly style: string;
  /** The style puts the whole of it in round brackets, which the texts here are without. */
  readonly isBracketed: boolean;
  /** A letter behind the year tells it from another work of that year: which letter, depends on what else is cited. */
  readonly hasYearLetter: boolean;
  /** The whole note without a locator, normalised, without its last full stop. */
  readonly bare: string;
  /** What stands before and after a page, normalised. */
  readonly beforeLocator: string;
  readonly afterLocator: string;
}

/** A number that no note holds by chance. */
const probe = '730159';
const other: CslItem = { id: '\u0000other', type: 'book', title: 'Other' };

const stripStop = (text: string) => text.replace(/\.$/, '');

/**
 * Renders each form of a note on `item`, in a formatter that is then left with other items.
 * @param related works that it has to be told apart from, if the essay cites them too.
 */
export function renderForms(
  formatter: CitationFormatter,
  item: CslItem,
  related: readonly CslItem[] = [],
): readonly Rendering[] {
  const alone = renderBeside(formatter, item, []);
  const beside = related.length > 0 ? renderBeside(formatter, item, related) : [];
  const renderings = [...alone, ...beside];
  return renderings.filter(
    ({ bare, beforeLocator }, index) =>
      renderings.findIndex((each) => each.bare === bare && each.beforeLocator === beforeLocator) === index,
  );
}

const yearLetter = /\b\d{4}[a-z]\b/;

function renderBeside(
  formatter: CitationFormatter,
  item: CslItem,
  related: readonly CslItem[],
): readonly Rendering[] {
  formatter.setItems([item, ...related, other]);
  const relatives = related.map(({ id }): Citation => ({ cites: [{ citekey: id }] }));
  const bare: Citation = { cites: [{ citekey: item.id }] };
  const placed = (label: string): Citation => ({
    cites: [{ citekey: item.id, locator: { label, value: probe } }],
  });
  const between: Citation = { cites: [{ citekey: other.id }] };
  const render = (citation: Citation) =>
    // First; repeated at once; repeated after another source.
    formatter
      .formatRun([citation, citation, between, citation, ...relatives], 'plain')
      .citations.map((text) => stripStop(normalizeNote(text ?? '')));
  const bareTexts = render(bare);
  // Some styles join a page to a volume otherwise than they join a chapter.
  return ['page', 'chapter'].flatMap((label) => {
    const placedTexts = render(placed(label));
    return [0, 1, 3].flatMap((index) => {
      const [whole = '', wholeWithLocator = ''] = [bareTexts[index], placedTexts[index]];
      const inner = withoutBrackets(wholeWithLocator);
      const withLocator = inner ?? wholeWithLocator;
      const text = withoutBrackets(whole) ?? whole;
      const [beforeLocator, afterLocator] = withLocator.split(probe);
      const isIbid = /^ibid/i.test(withLocator);
      if (text === '' || isIbid || beforeLocator === undefined || afterLocator === undefined) return [];
      return [
        {
          form: index === 0 ? ('full' as const) : ('short' as const),
          style: formatter.style.id,
          isBracketed: inner !== undefined,
          hasYearLetter: yearLetter.test(text),
          bare: text,
          beforeLocator: beforeLocator.replace(/(?:\bpp?\.?|\bchap(?:\.|ter)?) $/i, ''),
          afterLocator,
        },
      ];
    });
  });
}
