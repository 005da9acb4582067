import { type CitationProblem, findCitationProblems } from '../citation/pandoc/citationProblems';
import { remembering } from '../util/remembering';
import { wordsAt } from './findings';
import type { Check } from './problem';
import { proseBlocks } from './proseBlocks';
import { phrase } from '../util/localize';

/** `[zubok1996, p. 63]`, `[@ zubok1996]`: a key that a bibliography has, in brackets, and its `@` is missing or stands off. */
const WITHOUT_AT =
  /\[(?:see |cf\. )?(@\s+)?([\p{L}\p{N}_][\p{L}\p{N}_:.-]*)(?=[,;\]])[^[\]\n]*\](?![([:{])/gu;

/** Blocks whose problems are remembered: several long essays. */
const MAX_REMEMBERED = 3000;
const problemsIn = remembering(MAX_REMEMBERED, findCitationProblems);

/** What looks like a citation in Pandoc's syntax and would be printed as it stands, or read otherwise. */
export const malformedCitation: Check = ({ essay, library, localize }) =>
  proseBlocks(essay).flatMap(({ text, span: { start } }) => {
    const problems: readonly CitationProblem[] = [
      ...problemsIn(text),
      ...[...text.matchAll(WITHOUT_AT)].flatMap((match): CitationProblem[] => {
        const [, at = '', key = ''] = match;
        if (!library.items.has(key) || !/\d/.test(key)) return [];
        const keyAt = match.index + match[0].indexOf(at + key);
        const span = { start: keyAt, end: keyAt + at.length + key.length };
        const message = phrase('A citekey needs an “@” right before it: “@{0}”.', key);
        return [{ code: 'malformed-citation', message, span, fix: { span, newText: `@${key}` } }];
      }),
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
