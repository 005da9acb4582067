import assert from 'node:assert/strict';
import { applyEdits } from '../../../../src/core/citation/textEdit';
import { EssayDocument } from '../../../../src/core/essay/essayDocument';
import { openInMemory } from '../../../support/sample';

const NOTES = `Harlow Notes

Why did the dam fail?

"The engineers had measured everything except the patience of the river." (p. 12)
Harlow calls the inspector "a careful man with a careless pen" (p. 15)
The governor "promised concrete and delivered sermons" to the valley (p. 30)
The harm was "not measured in metres but in the lives of fishermen" (p. 33)
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

type Form = ((words: string, page: string) => string) & { readonly range: (words: string) => string };

/** Every way to mark words as quoted, each with the range that a problem has. */
const FORMS: readonly (readonly [string, Form])[] = [
  ...MARKS.map(([open, close]): readonly [string, Form] => [
    `in ${open}…${close}`,
    Object.assign(
      (words: string, page: string) => `As she says, ${open}${words}${close} [@harlow1999, ${page}].`,
      { range: (words: string) => `${open}${words}${close}` },
    ),
  ]),
  [
    'in a block quote',
    Object.assign((words: string, page: string) => `She says:\n\n> ${words} [@harlow1999, ${page}]`, {
      range: (words: string) => words,
    }),
  ],
];

/** What is reported about quotations in an essay, each with the text of its range. */
async function problemsAt(text: string): Promise<readonly string[]> {
  const { essay, problems } = await review(text);
  return problems
    .filter(({ code }) => code.includes('quot'))
    .map(({ code, span }) => `${code}: ${essay.text.slice(span.start, span.end)}`);
}

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

    for (const [name, write] of FORMS) {
      test(`a word dropped, added, changed, swapped or denied is found, ${name}: ${words}`, async () => {
        for (let at = 1; at < all.length - 1; at++) {
          const mutants = [
            [...all.slice(0, at), ...all.slice(at + 1)],
            [...all.slice(0, at), 'surprisingly', ...all.slice(at)],
            [...all.slice(0, at), 'umbrella', ...all.slice(at + 1)],
            [...all.slice(0, at - 1), all[at], all[at - 1], ...all.slice(at + 1)],
            [...all.slice(0, at), 'not', ...all.slice(at)],
          ];
          for (const mutant of mutants) {
            const text = mutant.join(' ');
            assert.deepEqual(
              await problemsAt(write(text, page)),
              [`misquotation: ${write.range(text)}`],
              text,
            );
          }
        }
      });

      test(`to the letter, with an ellipsis, brackets or [sic], ${name}: ${words}`, async () => {
        const middle = Math.floor(all.length / 2);
        const instead = (...others: readonly string[]) =>
          [...all.slice(0, middle), ...others, ...all.slice(middle + 1)].join(' ');
        for (const text of [
          words,
          `${words}.`,
          instead('…'),
          instead('[...]'),
          instead('[something]'),
          instead(all[middle] ?? '', '[sic]'),
        ])
          assert.deepEqual(await problemsAt(write(text, page)), [], text);
      });
    }

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

  test('a quotation that begins behind the "not" of the notes is one that lacks it', async () => {
    const words = 'measured in metres but in the lives of fishermen';
    assert.deepEqual(await codes(`The harm was “${words}” [@harlow1999, p. 33].`), ['misquotation']);
    for (const before of [
      'The harm was not',
      'Nobody said that the harm was',
      'The harm, far from small, was',
    ])
      assert.deepEqual(await codes(`${before} “${words}” [@harlow1999, p. 33].`), [], before);
    assert.deepEqual(await codes(`The harm was “… ${words}” [@harlow1999, p. 33].`), []);
    assert.deepEqual(await codes('They counted “the lives of fishermen” [@harlow1999, p. 33].'), []);
    const { essay, problems } = await review(`It was “${words}” [@harlow1999, p. 33].`);
    const fix = problems.find(({ code }) => code === 'misquotation')?.fixes[0];
    assert.ok(fix?.kind === 'edit');
    assert.match(applyEdits(essay.text, fix.edits), /“not measured in metres but in the lives of fishermen”/);
  });

  test('ranges are exact behind a BOM, with CRLF and with characters of two units', async () => {
    const wrong = '“a careful man with a careful pen”';
    for (const before of [
      '\uFEFF',
      '# 𝕿itle 👩‍🌾\r\n\r\n𝒜 line 🌊.\r\n\r\n',
      '---\r\ntitle: x\r\n---\r\n\r\n',
    ]) {
      const text = `${before}The 👷 was ${wrong}\r\n[@harlow1999, p. 15].\r\n`;
      const essay = EssayDocument.read(text);
      const { problems } = await marginalia.review(essay);
      assert.deepEqual(
        problems.map(({ code, span }) => [code, text.slice(span.start, span.end)]),
        [['misquotation', wrong]],
        JSON.stringify(before),
      );
      const { start } = essay.rangeOf(problems[0]?.span ?? { start: 0, end: 0 });
      const line = text.split('\r\n').findIndex((each) => each.includes(wrong));
      assert.deepEqual(start, { line, character: text.split('\r\n')[line]?.indexOf(wrong) });
    }
  });

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
