import assert from 'node:assert/strict';
import { applyEdits } from '../../../../src/core/citation/textEdit';
import { EssayDocument } from '../../../../src/core/essay/essayDocument';
import { openInMemory } from '../../../support/sample';

const NOTES = `Harlow Notes

Why did the dam fail?

"The engineers had measured everything except the patience of the river." (p. 12)
Harlow calls the inspector "a careful man with a careless pen" (p. 15)
The governor "promised concrete and delivered sermons" to the valley (p. 30)
»Man hörte das Wasser, bevor man es sah« (S. 41)
`;
const BIB = `@book{harlow1999, author = {Harlow, Ada}, title = {Broken Water}, year = {1999}, publisher = {Tern}}
@book{pell2001, author = {Pell, Ivor}, title = {Other Rivers}, year = {2001}, publisher = {Tern}}`;

const { marginalia } = openInMemory({ 'notes/Harlow Notes.txt': NOTES, 'references.bib': BIB });

async function review(sentence: string) {
  const essay = EssayDocument.read(`# Title\n\n${sentence}\n`);
  return { essay, ...(await marginalia.review(essay)) };
}

/** Codes of what is reported about quotations in a sentence. */
async function codes(sentence: string): Promise<readonly string[]> {
  const { problems } = await review(sentence);
  return problems.map(({ code }) => code).filter((code) => code.includes('quot'));
}

const QUOTED: readonly { readonly words: string; readonly page: string }[] = [
  { words: 'The engineers had measured everything except the patience of the river', page: 'p. 12' },
  { words: 'a careful man with a careless pen', page: 'p. 15' },
  { words: 'promised concrete and delivered sermons', page: 'p. 30' },
];
const MARKS: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
  ['»', '«'],
  ['‘', '’'],
  ["'", "'"],
];

suite('Mutated quotations', () => {
  const sentence = (words: string, page: string, [open, close]: readonly [string, string] = ['“', '”']) =>
    `As she says, ${open}${words}${close} [@harlow1999, ${page}].`;

  for (const { words, page } of QUOTED) {
    const all = words.split(' ');
    test(`to the letter, in any quotation marks: ${words}`, async () => {
      for (const marks of MARKS)
        assert.deepEqual(await codes(sentence(words, page, marks)), [], marks.join(''));
    });

    test(`typography alone is no difference: ${words}`, async () => {
      const variants = [
        `${words},`,
        `${words}.`,
        words.toUpperCase(),
        words.replace(/^./, (first) => first.toLowerCase()),
        `[${words.slice(0, 1).toLowerCase()}]${words.slice(1)}`,
        `… ${words} …`,
        words.replace(/ /g, '\u00a0'),
        words.replace(' ', ' [sic] '),
        words.replace(' ', '\n'),
      ];
      for (const variant of variants) assert.deepEqual(await codes(sentence(variant, page)), [], variant);
    });

    test(`what an ellipsis or brackets mark is no difference: ${words}`, async () => {
      for (let at = 1; at < all.length - 1; at++) {
        const left = [...all.slice(0, at), '…', ...all.slice(at + 1)].join(' ');
        const dotted = [...all.slice(0, at), '[...]', ...all.slice(at + 1)].join(' ');
        const replaced = [...all.slice(0, at), '[something]', ...all.slice(at + 1)].join(' ');
        for (const variant of [left, dotted, replaced])
          assert.deepEqual(await codes(sentence(variant, page)), [], variant);
      }
    });

    test(`a word dropped, added, changed or denied is found: ${words}`, async () => {
      for (let at = 1; at < all.length - 1; at++) {
        const mutants = [
          [...all.slice(0, at), ...all.slice(at + 1)],
          [...all.slice(0, at), 'surprisingly', ...all.slice(at)],
          [...all.slice(0, at), 'umbrella', ...all.slice(at + 1)],
          [...all.slice(0, at), 'not', ...all.slice(at)],
        ];
        for (const mutant of mutants) {
          const text = mutant.join(' ');
          assert.deepEqual(await codes(sentence(text, page)), ['misquotation'], text);
        }
      }
    });

    test(`the quick fix restores the words: ${words}`, async () => {
      for (let at = 1; at < all.length - 1; at++) {
        for (const mutant of [
          [...all.slice(0, at), ...all.slice(at + 1)],
          [...all.slice(0, at), 'not', ...all.slice(at)],
          [...all.slice(0, at), 'umbrella', ...all.slice(at + 1)],
        ]) {
          const { essay, problems } = await review(sentence(mutant.join(' '), page));
          const fix = problems.find(({ code }) => code === 'misquotation')?.fixes[0];
          assert.ok(fix?.kind === 'edit');
          assert.ok(applyEdits(essay.text, fix.edits).includes(sentence(words, page)), mutant.join(' '));
        }
      }
    });
  }

  test('the range is the quotation with its marks, the message names the words', async () => {
    const { essay, problems } = await review(sentence('a careful man with a careful pen', 'p. 15'));
    const [problem] = problems;
    assert.equal(
      essay.text.slice(problem?.span.start, problem?.span.end),
      '“a careful man with a careful pen”',
    );
    assert.match(problem?.message ?? '', /“careful” instead of “careless”/);
    assert.equal(problem?.related[0]?.range.start.line, 5);
  });

  test('a block quote is compared without quotation marks', async () => {
    const quote =
      '> The engineers had measured everything except the patience of the lake.\n> — Harlow [@harlow1999, p. 12]';
    const { essay, problems } = await review(`She put it well:\n\n${quote}`);
    assert.deepEqual(
      problems.map(({ code, span }) => [code, essay.text.slice(span.start, span.end)]),
      [['misquotation', 'The engineers had measured everything except the patience of the lake.']],
    );
  });

  test('words from another language’s notes are found, a translation is let be', async () => {
    assert.deepEqual(await codes('„Man hörte das Feuer, bevor man es sah“ [@harlow1999, p. 41].'), [
      'misquotation',
    ]);
  });

  test('the right words from the wrong book', async () => {
    assert.deepEqual(await codes('It was “a careful man with a careless pen” [@pell2001, p. 15].'), [
      'misattributed-quotation',
    ]);
    assert.deepEqual(
      await codes('“A careful man with a careless pen” [@pell2001, p. 3; @harlow1999, p. 15].'),
      [],
    );
  });

  test('scare quotes, titles, apostrophes and quotations from elsewhere are let be', async () => {
    for (const text of [
      'The "experts" were silent.',
      'The “careless” pen had a “careful” owner.',
      "The engineers' report didn't say it; the '90s were no better, and rock 'n' roll neither.",
      'He wrote “The Sermon of Concrete and the River” [@harlow1999, p. 99].',
      'Somebody once said “that water always remembers where it has been before” [@pell2001, p. 9].',
      'Somebody once said “that water always remembers where it has been before” (Morrison 99).',
      'An inch mark 5" is no quotation, nor is 6".',
    ])
      assert.deepEqual(await codes(text), [], text);
  });

  test('words that no note has, though there are notes on the book', async () => {
    assert.deepEqual(await codes('“The valley never forgave the rain for coming” [@harlow1999, p. 50].'), [
      'quotation-not-in-notes',
    ]);
  });
});
