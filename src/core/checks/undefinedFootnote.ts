import type { Check } from './problem';

/** A mark `[^1]` whose note is nowhere: it would be printed as it stands. */
export const undefinedFootnote: Check = ({ essay: { footnotes }, localize }) => {
  const defined = new Set(footnotes.definitions.map(({ label }) => label));
  return footnotes.references.flatMap(({ label, span }) =>
    label === undefined || defined.has(label)
      ? []
      : [
          {
            code: 'undefined-footnote' as const,
            message: localize('This footnote has no text. Write a line that begins with “[^{0}]:”.', label),
            span,
            related: [],
            fixes: [],
            content: label,
          },
        ],
  );
};
