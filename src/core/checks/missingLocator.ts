import { writeLocator } from '../citation/pandoc/writeCitation';
import { placeOf, wordsAt } from './findings';
import type { Check } from './problem';

/** A citation without a page, of an argument whose page the notes have. */
export const missingLocator: Check = ({ sentences, essay, localize }) => {
  return sentences.flatMap(({ cover, uses }) => {
    if (cover?.by !== 'own') return [];
    return cover.cites.flatMap((cite) => {
      if (cite.locator || cite.works.length !== 1) return [];
      const use = uses.find(({ cites, argument }) => cites.includes(cite) && argument.argument.locator);
      const noted = use?.argument.argument.locator;
      if (!use || !noted) return [];
      const at = cite.citekeySpan?.end;
      return [
        {
          code: 'missing-locator' as const,
          message: localize(
            'This citation gives no page; your notes have the argument from {0}.',
            writeLocator(noted),
          ),
          span: cite.span,
          related: [placeOf(use.argument)],
          fixes:
            at === undefined
              ? []
              : [
                  {
                    kind: 'edit' as const,
                    title: localize('Add {0}', writeLocator(noted)),
                    edits: [{ span: { start: at, end: at }, newText: `, ${writeLocator(noted)}` }],
                  },
                ],
          content: `${wordsAt(essay.text, cite.span)}\n${use.argument.argument.text}`,
        },
      ];
    });
  });
};
