import assert from 'node:assert/strict';
import { mergeLocators } from '../../../src/core/citation/mergeCites';
import { EssayDocument } from '../../../src/core/essay/essayDocument';
import type { Settings } from '../../../src/core/settings';
import { withCursor } from '../../support/cursor';
import { openInMemory } from '../../support/sample';

const files = {
  'notes/kim.txt': 'Kim Notes\n\nWhy?\n\nStalin waited (p. 5)\n\nMao waited too\n\nTruman did not (ch. 2)\n',
  'notes/x.bib':
    '@book{kim, author = {Kim, Il}, title = {Juche}, year = 1955}\n@book{roe, author = {Roe, Jane}, title = {War}, year = 1960}',
};
const ROE = 'Jane Roe, *War*, 1960';
const KIM = 'Il Kim, *Juche*, 1955';

/** The essay after the source of the argument that begins with `beginning` is cited at the cursor. */
async function cited(
  marked: string,
  citation: Settings['insertionCitation'],
  beginning = 'Stalin',
  style = 'chicago-notes-bibliography-17th-edition',
): Promise<string> {
  const { marginalia } = openInMemory(files, { insertionCitation: citation, citationStyle: style });
  const { text, offset } = withCursor(marked);
  const chosen = [...(await marginalia.library()).arguments.values()].find(({ argument }) =>
    argument.text.startsWith(beginning),
  );
  assert.ok(chosen);
  const edits = await marginalia.insertion(EssayDocument.read(text), chosen.id, {
    kind: 'argument',
    at: { start: offset, end: offset },
    wording: 'citation',
  });
  assert.ok(edits);
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((result, { span, text: put, stops }) => {
      const stop = stops.find(({ number }) => number === 1)?.offset;
      const shown = stop === undefined ? put : `${put.slice(0, stop)}|${put.slice(stop)}`;
      return result.slice(0, span.start) + shown + result.slice(span.end);
    }, text);
}

suite('A source beside another one', () => {
  suite('Pandoc', () => {
    for (const [before, after, beginning] of [
      ['He hid [@roe, p. 3]|.', 'He hid [@roe, p. 3; @kim, p. 5].'],
      ['He hid [@roe, p. 3] |.', 'He hid [@roe, p. 3; @kim, p. 5] .'],
      ['He hid |[@roe, p. 3].', 'He hid [@roe, p. 3; @kim, p. 5].'],
      ['He hid [see @roe, p. 3, and *so* on|].', 'He hid [see @roe, p. 3, and *so* on; @kim, p. 5].'],
      ['He hid [@roe, p. 3]|.', 'He hid [@roe, p. 3; @kim|].', 'Mao'],
      ['He hid [@kim, p. 3]|.', 'He hid [@kim, pp. 3, 5].'],
      ['He hid [see @kim, pp. 7–9, top; @roe]|.', 'He hid [see @kim, pp. 5, 7–9, top; @roe].'],
      ['He hid [@kim, pp. 4–6]|.', 'He hid [@kim, pp. 4–6].'],
      ['He hid [@kim; @roe]|.', 'He hid [@kim, p. 5; @roe].'],
      ['He hid [@kim, p. 3]|.', 'He hid [@kim, p. 3].', 'Mao'],
      ['He hid [@kim, p. 3]|.', 'He hid [@kim, p. 3; @kim, chapter 2].', 'Truman'],
      ['@roe [p. 3]| hid.', '@roe [p. 3; @kim, p. 5] hid.'],
      ['@kim| hid.', '@kim [p. 5] hid.'],
      ['@kim [p. 3]| hid.', '@kim [pp. 3, 5] hid.'],
      ['A.[^1]\n\n[^1]: See [@roe, p. 3]|.\n', 'A.[^1]\n\n[^1]: See [@roe, p. 3; @kim, p. 5].\n'],
    ] as const)
      test(`${before} ${beginning ?? ''}`, async () =>
        assert.equal(await cited(before, 'pandoc', beginning), after));

    test('a footnote is not put beside a Pandoc citation', async () =>
      assert.equal(await cited('He hid [@roe]|.', 'footnote'), 'He hid [@roe; @kim, p. 5].'));

    test('code, and a citation further off, are left alone', async () => {
      assert.match(await cited('He hid `[@roe]` |x.', 'pandoc'), /`\[@roe\]` \[@kim, p\. 5\]/);
      assert.match(await cited('He hid [@roe] once |x.', 'pandoc'), /\[@roe\] once \[@kim, p\. 5\]/);
    });
  });

  suite('footnotes', () => {
    for (const [before, after, beginning] of [
      [`A.[^1]|\n\n[^1]: ${ROE}, 3.\n`, `A.[^1]\n\n[^1]: ${ROE}, 3; ${KIM}, 5.\n`],
      [`A.[^1]\n\n[^1]: ${ROE}, 3.|\n`, `A.[^1]\n\n[^1]: ${ROE}, 3; ${KIM}, 5.\n`],
      [`A.[^1]|\n\n[^1]: ${ROE}, 3.\n`, `A.[^1]\n\n[^1]: ${ROE}, 3; ${KIM}|.\n`, 'Mao'],
      [`A.[^1]|\n\n[^1]: ${KIM}, 3.\n`, `A.[^1]\n\n[^1]: ${KIM}, 3, 5.\n`],
      [`A.[^1]|\n\n[^1]: See ${ROE}, 3.\n`, `A.[^1]\n\n[^1]: See ${ROE}, 3; ${KIM}, 5.\n`],
      [
        `A.[^1] B.[^2]|\n\n[^1]: ${KIM}, 3.\n[^2]: ${ROE}.\n`,
        `A.[^1] B.[^2]\n\n[^1]: ${KIM}, 3.\n[^2]: ${ROE}; Kim, *Juche*, 5.\n`,
      ],
    ] as const)
      test(`${before} ${beginning ?? ''}`, async () =>
        assert.equal(await cited(before, 'footnote', beginning), after));

    test('the student’s own note is left, and gets a neighbour', async () =>
      assert.equal(
        await cited('A.[^1]|\n\n[^1]: I asked my mother.\n', 'footnote'),
        `A.[^1][^2]\n\n[^1]: I asked my mother.\n[^2]: ${KIM}, 5.\n`,
      ));
  });

  suite('in the text', () => {
    for (const [before, after, beginning] of [
      ['He hid (Roe 3)|.', 'He hid (Roe 3; Kim 5).'],
      ['He hid (Roe 3) |.', 'He hid (Roe 3; Kim 5) .'],
      ['He hid (Kim 3)|.', 'He hid (Kim 3, 5).'],
      ['He hid (Kim 3)|.', 'He hid (Kim 3).', 'Mao'],
      ['He hid (Roe 3)|.', 'He hid (Roe 3; Kim|).', 'Mao'],
    ] as const)
      test(`${before} ${beginning ?? ''}`, async () =>
        assert.equal(await cited(before, 'inline', beginning, 'modern-language-association'), after));

    test('brackets that cite nothing are left', async () =>
      assert.equal(
        await cited('He hid (or so he said)|.', 'inline', 'Stalin', 'modern-language-association'),
        'He hid (or so he said) (Kim 5).',
      ));
  });

  suite('places', () => {
    for (const [first, second, expected] of [
      ['3', '5', '3, 5'],
      ['5', '3', '3, 5'],
      ['3–5', '4', '3–5'],
      ['4', '3–5', '3–5'],
      ['101–5', '104', '101–5'],
      ['3, 7', '5', '3, 5, 7'],
      ['xii', '5', undefined],
      ['3', '3', '3'],
    ] as const)
      test(`${first} and ${second}`, () =>
        assert.equal(
          mergeLocators({ label: 'page', value: first }, { label: 'page', value: second })?.value,
          expected,
        ));
  });
});
