import assert from 'node:assert/strict';
import { EssayDocument } from '../../../../src/core/essay/essayDocument';
import { planInsertion, type RenderedCitation } from '../../../../src/core/essay/insertion';

const note: RenderedCitation = { form: 'footnote', note: 'Zubok, *Inside*.' };
const pandoc: RenderedCitation = { form: 'inText', text: '[@zubok1996]' };

/** The essay after the insertion; what stands between `‹` and `›` is replaced. */
function inserted(marked: string, wording: string, citation: RenderedCitation): string {
  const start = marked.indexOf('‹');
  const end = marked.indexOf('›') - 1;
  const text = marked.replace(/[‹›]/g, '');
  const edits = planInsertion(EssayDocument.read(text), {
    at: [{ start, end }],
    wording: { text: wording },
    citation,
  });
  let result = text;
  for (const edit of [...edits].sort((a, b) => b.span.start - a.span.start)) {
    result = result.slice(0, edit.span.start) + edit.text + result.slice(edit.span.end);
  }
  return result;
}

suite('Insertion', () => {
  test('at the very end of a draft the words and the note are one edit', () => {
    const text = '# Draft\n\nStalin pass';
    const at = [{ start: text.length - 'Stalin pass'.length, end: text.length }];
    const wording = { text: 'Stalin passes.' };
    const edits = planInsertion(EssayDocument.read(text), { at, wording, citation: note });
    assert.equal(edits.length, 1);
    assert.equal(edits[0]?.text, 'Stalin passes.[^1]\n\n[^1]: Zubok, *Inside*.');
  });

  for (const [name, before, wording, citation, after] of [
    ['an empty draft', '‹›', 'He won', note, 'He won[^1]\n\n[^1]: Zubok, *Inside*.'],
    ['a last line that ends', '‹He w›\n', 'He won', note, 'He won[^1]\n\n[^1]: Zubok, *Inside*.\n'],
    ['the middle', '‹He w›\n\nMore.\n', 'He won', note, 'He won[^1]\n\nMore.\n\n[^1]: Zubok, *Inside*.\n'],
    [
      'before other notes',
      'A.[^1] ‹He w›\n\n[^1]: Note.\n',
      'He won',
      note,
      'A.[^1] He won[^2]\n\n[^1]: Note.\n[^2]: Zubok, *Inside*.\n',
    ],
    [
      'behind other notes',
      'A.[^3]\n\n[^3]: Note.\n\n‹He w›',
      'He won',
      note,
      'A.[^3]\n\n[^3]: Note.\n\nHe won[^4]\n\n[^4]: Zubok, *Inside*.',
    ],
    [
      'Windows line ends',
      'A.\r\n\r\n‹He w›\r\n',
      'He won',
      note,
      'A.\r\n\r\nHe won[^1]\r\n\r\n[^1]: Zubok, *Inside*.\r\n',
    ],
    [
      'punctuation that is there',
      '‹He w›, they say.',
      'He won.',
      note,
      'He won,[^1] they say.\n\n[^1]: Zubok, *Inside*.',
    ],
    [
      'a word before the cursor',
      'So‹› it was.',
      'he won',
      note,
      'So he won[^1] it was.\n\n[^1]: Zubok, *Inside*.',
    ],
    ['an opening quotation mark', '“‹›', 'He won', note, '“He won[^1]\n\n[^1]: Zubok, *Inside*.'],
    ['a final stop, in the text', '‹He w›', 'He won.', pandoc, 'He won [@zubok1996].'],
    ['a stop that is there, in the text', '‹He w›.', 'He won.', pandoc, 'He won [@zubok1996].'],
    ['an abbreviation, in the text', '‹He w›', 'Air cover, etc.', pandoc, 'Air cover, etc. [@zubok1996]'],
    ['a quotation that closes, in the text', '‹He w›', '"He won."', pandoc, '"He won." [@zubok1996]'],
    ['only a footnote', 'He won.‹› More.\n', '', note, 'He won.[^1] More.\n\n[^1]: Zubok, *Inside*.\n'],
    ['only a citation in the text', 'He won‹›. More.\n', '', pandoc, 'He won [@zubok1996]. More.\n'],
  ] as const) {
    test(name, () => assert.equal(inserted(before, wording, citation), after));
  }

  test('Tab goes from behind the mark to the page and back, over both edits', () => {
    const essay = EssayDocument.read('He w\n\nMore.\n');
    const citation: RenderedCitation = { form: 'footnote', note: 'Zubok.', pageAt: 5 };
    const at = [{ start: 0, end: 4 }];
    const edits = planInsertion(essay, { at, wording: { text: 'He won' }, citation });
    const stops = edits.map((edit) =>
      edit.stops.map(({ offset, number }) => [number, edit.text.slice(0, offset)]),
    );
    assert.deepEqual(stops, [
      [
        [0, 'He won[^1]'],
        [1, 'He won[^1]'],
      ],
      [[2, '\n\n[^1]: Zubok']],
    ]);
  });

  test('at several cursors the words come to each and share one note', () => {
    const text = 'A he w b.\n\nMore he w';
    const at = [
      { start: 2, end: 6 },
      { start: text.length - 4, end: text.length },
    ];
    const edits = planInsertion(EssayDocument.read(text), {
      at,
      wording: { text: 'he won' },
      citation: note,
    });
    assert.deepEqual(
      edits.map((edit) => edit.text),
      ['he won[^1]', 'he won[^1]\n\n[^1]: Zubok, *Inside*.'],
    );
  });

  test('what is to be rewritten is selected first, then comes the page', () => {
    const citation: RenderedCitation = { form: 'footnote', note: 'Zubok.', pageAt: 5 };
    const wording = { text: 'Zubok argues that he won', placeholder: { start: 18, end: 24 } };
    const [edit] = planInsertion(EssayDocument.read(''), { at: [{ start: 0, end: 0 }], wording, citation });
    const stops = edit?.stops.map(({ offset, number, length = 0 }) => [
      number,
      edit.text.slice(offset, offset + length) || edit.text.slice(0, offset).slice(-5),
    ]);
    assert.deepEqual(stops, [
      [1, 'he won'],
      [0, 'n[^1]'],
      [2, 'Zubok'],
    ]);
  });
});
