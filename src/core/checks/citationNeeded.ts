import { citationMarksIn } from '../essay/citationMark';
import { remembering } from '../util/remembering';
import { wordsAt } from './findings';
import type { Check } from './problem';
import { proseBlocks } from './proseBlocks';

/** Blocks whose marks are remembered: several long essays. */
const MAX_REMEMBERED = 3000;
const marksIn = remembering(MAX_REMEMBERED, citationMarksIn);

/** A place that the student marked for a citation. */
export const citationNeeded: Check = ({ essay, localize }) =>
  proseBlocks(essay).flatMap(({ text, span }) =>
    marksIn(text).map(({ start, end }) => ({
      code: 'citation-needed' as const,
      message: localize('You have marked this place for a citation. Cite the source, and delete the mark.'),
      span: { start: span.start + start, end: span.start + end },
      related: [],
      fixes: [],
      content: wordsAt(text, { start: Math.max(0, start - 80), end }),
    })),
  );
