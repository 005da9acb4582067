import { wordsAt } from './findings';
import type { Check } from './problem';
import { proseBlocks } from './proseBlocks';

/** How people mark a place where a citation is still to come: shouted, or in brackets. */
const MARK =
  /\{\{\s*(?:citation needed|cite needed|cn|fact|source\?)[^{}]*\}\}|\[\s*(?:CITE|CITATION|REF(?:ERENCE)?|SOURCE)[\s_-]*(?:NEEDED|\?+|HERE|TODO|MISSING)?\s*\](?![([:])|\[\s*(?:(?:add|insert|find|needs?|todo:?)\s+(?:a\s+)?(?:cite|citation|reference|ref|source|page)|(?:page|p\.?)\s*(?:\?+|needed|number\?))\s*\](?![([:])/gi;
const SHOUTED =
  /\[?\b(?:CITE[\s_-]?NEEDED|CITATION[\s_-]?NEEDED|NEEDS?[\s_-](?:CITE|CITATION|REF|SOURCE)|REF[\s_-]?NEEDED|SOURCE[\s_-]?NEEDED|TODO:?\s+(?:CITE|cite|add citation|citation|ref|source)|ADD[\s_-]CITATION|CITEME|CITE[\s_-]THIS)\b\]?|(?<!\p{L})(?:CITE|REF|SOURCE)\?{1,3}/gu;

/** A place that the student marked for a citation. */
export const citationNeeded: Check = ({ essay, localize }) =>
  proseBlocks(essay).flatMap(({ text, span: { start } }) => {
    const marks = [...text.matchAll(MARK), ...text.matchAll(SHOUTED)].sort((a, b) => a.index - b.index);
    let end = 0;
    return marks.flatMap((mark) => {
      if (mark.index < end) return [];
      end = mark.index + mark[0].length;
      const { words, shift } = withoutStrayBracket(mark[0]);
      const from = start + mark.index + shift;
      return [
        {
          code: 'citation-needed' as const,
          message: localize(
            'You have marked this place for a citation. Cite the source, and delete the mark.',
          ),
          span: { start: from, end: from + words.length },
          related: [],
          fixes: [],
          content: wordsAt(text, { start: Math.max(0, mark.index - 80), end }),
        },
      ];
    });
  });

/** A bracket that is not closed, or not opened, belongs to the text around. */
function withoutStrayBracket(words: string): { readonly words: string; readonly shift: number } {
  if (words.startsWith('[') && !words.endsWith(']')) return { words: words.slice(1), shift: 1 };
  if (!words.startsWith('[') && words.endsWith(']')) return { words: words.slice(0, -1), shift: 0 };
  return { words, shift: 0 };
}
