import { type CitationProblem, findCitationProblems } from '../citation/pandoc/citationProblems';
import { remembering } from '../util/remembering';
import { wordsAt } from './findings';
import { citationSlips } from './citationSlips';
import type { Check } from './problem';
import { proseBlocks } from './proseBlocks';

/** Blocks whose problems are remembered: several long essays. */
const MAX_REMEMBERED = 3000;
const problemsIn = remembering(MAX_REMEMBERED, findCitationProblems);

/** What looks like a citation in Pandoc's syntax and would be printed as it stands, or read otherwise. */
export const malformedCitation: Check = ({ essay, library, localize }) =>
  proseBlocks(essay).flatMap(({ text, span: { start } }) => {
    const problems: readonly CitationProblem[] = [
      ...problemsIn(text),
      ...citationSlips(text, (key) => library.items.has(key)),
    ];
    return problems.map(({ message, span, fix }) => ({
      code: 'malformed-citation' as const,
      message: localize(...message),
      span: { start: start + span.start, end: start + span.end },
      related: [],
      fixes: fix
        ? [
            {
              kind: 'edit' as const,
              title: localize('Correct the Citation'),
              edits: [
                { newText: fix.newText, span: { start: start + fix.span.start, end: start + fix.span.end } },
              ],
            },
          ]
        : [],
      content: wordsAt(text, { start: Math.max(0, span.start - 40), end: span.end }),
    }));
  });
