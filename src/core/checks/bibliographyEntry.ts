import type { CslItem } from '../citation/cslItem';
import { creators, issuedYear } from '../citation/cslText';
import type { Work } from '../essay/works';
import type { Localize } from '../util/localize';
import type { Check } from './problem';

/** Types of CSL that stand in a larger work, without whose title nobody finds them. */
const CONTAINED = new Set([
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'chapter',
  'paper-conference',
]);

/** A work that the essay cites, and whose entry lacks what a citation of its type needs. */
export const bibliographyEntry: Check = ({ places, localize }) => {
  const seen = new Set<Work>();
  return places
    .flatMap(({ cites }) => cites)
    .flatMap(({ works, span, citekeySpan }) => {
      const [work] = works;
      if (works.length !== 1 || !work?.item || seen.has(work)) return [];
      seen.add(work);
      const missing = missingFrom(work.item, localize);
      if (missing.length === 0) return [];
      return [
        {
          code: 'bibliography-entry' as const,
          message: localize(
            'The entry “{0}” of your bibliography lacks: {1}. Complete it there.',
            work.id,
            missing.join(', '),
          ),
          span: citekeySpan ?? span,
          related: [],
          fixes: [],
          content: `${work.id}\n${missing.join()}`,
        },
      ];
    });
};

/** What every style needs to tell the work from others. */
function missingFrom(item: CslItem, localize: Localize): readonly string[] {
  const missing: string[] = [];
  if (!item.title) missing.push(localize('a title'));
  if (creators(item).length === 0 && item.type === 'book') missing.push(localize('an author or editor'));
  if (issuedYear(item) === undefined && !hasDate(item) && item.type !== 'webpage')
    missing.push(localize('a date'));
  if (CONTAINED.has(item.type) && !item['container-title'])
    missing.push(localize('the title of the journal or book that it is in'));
  return missing;
}

/** "Forthcoming" and the like are dates, too. */
function hasDate({ issued, status }: CslItem): boolean {
  return status !== undefined || Boolean(issued?.literal ?? issued?.raw);
}
