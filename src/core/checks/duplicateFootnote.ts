import { nextFootnoteLabel } from '../essay/footnotes';
import { markOf } from './footnoteMark';
import type { Check } from './problem';

/** A second text for one label: only one of them would be printed. */
export const duplicateFootnote: Check = ({ essay: { footnotes }, localize }) => {
  const seen = new Set<string>();
  return footnotes.definitions.flatMap((definition) => {
    const { label } = definition;
    if (!seen.has(label)) {
      seen.add(label);
      return [];
    }
    const span = markOf(definition);
    const free = nextFootnoteLabel(footnotes);
    return [
      {
        code: 'duplicate-footnote' as const,
        message: localize(
          'There is another footnote “{0}”, and only one of the two is printed. Give this one a label of its own.',
          label,
        ),
        span,
        related: [],
        fixes: [
          {
            kind: 'edit' as const,
            title: localize('Rename to [^{0}]', free),
            edits: [{ span, newText: `[^${free}]` }],
          },
        ],
        content: `${label}\n${definition.text}`,
      },
    ];
  });
};
