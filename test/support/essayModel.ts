import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { EssayDocument } from '../../src/core/essay/essayDocument';
import type { Marginalia } from '../../src/core/marginalia';

/** One edit: at a share of the text, so much is taken away and this put in. */
export interface EssayEdit {
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
}

/** What essays are written in; much of it means something else depending on what stands before and after it. */
const pieces = [
  'Stalin "passes the buck" to the Chinese. ', 'Mao wanted to jump at the chance, it seems. ', 'Korea had to be captured first', 'Why? ',
  '.[^1]', '.[^2]', '[^1]', '[^a-b]', '\n\n[^1]: Zubok and Pleshakov, 63.', '\n[^2]: Ibid.\n\n    More of it.', '\n[^a-b]: ', '^[In place, 12.]',
  ' [@zubok1996, p. 63]', ' [see @zubok1996; @nobody]', '@zubok1996 [p. 2]', '[@', ' [p. 3]', '!', '[', ']', '(', ')', '{', '^', ':', '"', '“', '”',
  '\n', '\n\n', '\r\n', ' ', '    ', '\t', '# ', '\n## Why did it end?\n', '\n===\n', '\n---\n', '---\ntitle: The war\n---\n', 'title: x\n', '\n...\n',
  '- ', '\n- one\n  - two', '1. ', '> ', '\n> quoted\n', '| a | b |\n|---|---|\n| c | d |', '```\n', '`', '<!-- ', ' -->', '<div>', '</div>\n\n',
  '*', '**', '_', '~~', '\\', 'https://example.org ', '[link](http://x.y)', '[a]: http://x.y\n', '&amp;', 'ß', '“Kreml”', '毛', '\u{1f600}', '\u0301', '\u2028', '\0',
] as const; // prettier-ignore

const piece = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...pieces) },
  { weight: 1, arbitrary: fc.string({ maxLength: 5 }) },
);
const text = (most: number) => fc.array(piece, { maxLength: most }).map((all) => all.join(''));

/** An essay and what is done to it. */
export const editedEssays: fc.Arbitrary<{ readonly start: string; readonly edits: readonly EssayEdit[] }> =
  fc.record({
    start: text(40),
    edits: fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        removed: fc.oneof(
          { weight: 4, arbitrary: fc.constant(0) },
          { weight: 4, arbitrary: fc.nat(4) },
          { weight: 1, arbitrary: fc.nat(200) },
        ),
        inserted: text(3),
      }),
      { minLength: 1, maxLength: 12 },
    ),
  });

/** The text after each edit. */
export function* statesOf(start: string, edits: readonly EssayEdit[]): Generator<string> {
  let state = start;
  for (const { at, removed, inserted } of edits) {
    const from = Math.floor(at * state.length);
    yield (state = state.slice(0, from) + inserted + state.slice(from + removed));
  }
}

/** Asserts that an essay that was followed edit by edit reads as one that is read for the first time. */
export function checkReading(start: string, edits: readonly EssayEdit[]): void {
  let essay = EssayDocument.read(start);
  for (const state of statesOf(start, edits)) {
    essay = essay.edited(state);
    assert.deepEqual(readingOf(essay), readingOf(EssayDocument.read(state)), JSON.stringify(state));
  }
}

/** Asserts that what is said about an essay does not depend on what was said about its earlier states. */
export async function checkReviews(
  start: string,
  edits: readonly EssayEdit[],
  followed: Marginalia,
  open: () => Marginalia,
): Promise<void> {
  let essay = EssayDocument.read(start);
  for (const state of statesOf(start, edits)) {
    essay = essay.edited(state);
    await followed.review(essay);
  }
  const fresh = open();
  try {
    assert.deepEqual(
      await reviewOf(followed, essay),
      await reviewOf(fresh, EssayDocument.read(essay.text)),
      JSON.stringify(essay.text),
    );
  } finally {
    fresh.dispose();
  }
}

/** Everything that is read of an essay. */
function readingOf(essay: EssayDocument): unknown {
  const nodes: string[] = [];
  essay.tree.iterate({ enter: ({ name, from, to }) => void nodes.push(`${name} ${from}–${to}`) });
  const { sentences, headings, paragraphs, footnotes, metadata, question } = essay;
  const places = Array.from({ length: 20 }, (_, share) =>
    essay.placeAt(Math.floor((share / 19) * essay.text.length)),
  );
  return { nodes, sentences, headings, paragraphs, footnotes, metadata, question, places };
}

async function reviewOf(marginalia: Marginalia, essay: EssayDocument): Promise<unknown> {
  const { problems, uses } = await marginalia.review(essay);
  const sentences = uses.sentences.map(({ sentence: { span }, uses: made }) => ({
    span,
    uses: made.map(({ argument: { id }, confidence, citedness, span: words }) => ({
      id,
      confidence,
      citedness,
      words,
    })),
  }));
  return { problems, sentences };
}
