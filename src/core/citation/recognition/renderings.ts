import type { Citation } from '../citation';
import type { CslItem } from '../cslItem';
import type { CitationFormatter } from '../style/citationFormatter';
import { normalizeNote } from './noteText';

/** `full` at the first mention, `short` afterwards. */
export type NoteForm = 'full' | 'short';

/** How a style writes a note on one item, with a place left open for the locator. */
export interface Rendering {
  readonly form: NoteForm;
  readonly style: string;
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

/** Renders each form of a note on `item`, in a formatter that is then left with other items. */
export function renderForms(formatter: CitationFormatter, item: CslItem): readonly Rendering[] {
  formatter.setItems([item, other]);
  const bare: Citation = { cites: [{ citekey: item.id }] };
  const placed = (label: string): Citation => ({
    cites: [{ citekey: item.id, locator: { label, value: probe } }],
  });
  const between: Citation = { cites: [{ citekey: other.id }] };
  const render = (citation: Citation) =>
    // First; repeated at once; repeated after another source.
    formatter
      .formatRun([citation, citation, between, citation], 'plain')
      .citations.map((text) => stripStop(normalizeNote(text ?? '')));
  const bareTexts = render(bare);
  // Some styles join a page to a volume otherwise than they join a chapter.
  const renderings = ['page', 'chapter'].flatMap((label) => {
    const placedTexts = render(placed(label));
    return [0, 1, 3].flatMap((index) => {
      const [text = '', withLocator = ''] = [bareTexts[index], placedTexts[index]];
      const [beforeLocator, afterLocator] = withLocator.split(probe);
      const isIbid = /^ibid/i.test(withLocator);
      if (text === '' || isIbid || beforeLocator === undefined || afterLocator === undefined) return [];
      return [
        {
          form: index === 0 ? ('full' as const) : ('short' as const),
          style: formatter.style.id,
          bare: text,
          beforeLocator: beforeLocator.replace(/(?:\bpp?\.?|\bchap(?:\.|ter)?) $/i, ''),
          afterLocator,
        },
      ];
    });
  });
  return renderings.filter(
    ({ bare: text, beforeLocator }, index) =>
      renderings.findIndex((each) => each.bare === text && each.beforeLocator === beforeLocator) === index,
  );
}
