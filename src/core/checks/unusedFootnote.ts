import { markOf } from './footnoteMark';
import type { Check } from './problem';

/** A note that no mark in the text leads to: it would not be printed. A second one of its label is another problem. */
export const unusedFootnote: Check = ({ essay: { footnotes, text }, localize }) => {
  const used = new Set(footnotes.references.map(({ label }) => label));
  const seen = new Set<string>();
  return footnotes.definitions.flatMap((definition) => {
    const { label, span } = definition;
    if (seen.has(label)) return [];
    seen.add(label);
    // A note may be referred to from within another one.
    const isReferred =
      used.has(label) ||
      footnotes.definitions.some((other) => other !== definition && other.text.includes(`[^${label}]`));
    if (isReferred) return [];
    const lineBreak = /^\r?\n/.exec(text.slice(span.end))?.[0].length ?? 0;
    return [
      {
        code: 'unused-footnote' as const,
        message: localize(
          'Nothing refers to this footnote. Put “[^{0}]” where it belongs, or delete it.',
          label,
        ),
        span: markOf(definition),
        related: [],
        fixes: [
          {
            kind: 'edit' as const,
            title: localize('Delete the Footnote'),
            edits: [{ span: { start: span.start, end: span.end + lineBreak }, newText: '' }],
          },
        ],
        content: `${label}\n${definition.text}`,
      },
    ];
  });
};
