import assert from 'node:assert/strict';
import { EssayDocument } from '../../../../src/core/essay/essayDocument';
import { withCursor } from '../../../support/cursor';

const sentences = (text: string) =>
  EssayDocument.read(text).sentences.map(({ span }) => text.slice(span.start, span.end));

function nodesOf({ tree }: EssayDocument): string {
  const nodes: string[] = [];
  tree.iterate({ enter: ({ name, from, to }) => void nodes.push(`${name} ${from}–${to}`) });
  return nodes.join('\n');
}

suite('Essay', () => {
  test('of an edited essay are those of a fresh reading, and what stands before the edit is not made anew', () => {
    const paragraph = 'Stalin waited. '.repeat(30).trim();
    const text = Array.from({ length: 12 }, () => paragraph).join('\n\n');
    for (const [at, cut, typed] of [
      [0, 0, 'x'],
      [2500, 0, 'Stalin waited. '],
      [2500, 15, ''],
      [1024, 2048, ''],
      [text.length, 0, ' Stalin waited. '],
    ] as const) {
      const essay = EssayDocument.read(text);
      const all = essay.paragraphs;
      const edited = essay.edited(text.slice(0, at) + typed + text.slice(at + cut));
      assert.deepEqual(edited.paragraphs, EssayDocument.read(edited.text).paragraphs);
      const before = all.filter(({ span }) => span.end < at - paragraph.length);
      before.forEach((each, index) => assert.equal(edited.paragraphs[index], each));
      assert.equal(before.length > 0, at > 900);
    }
  });

  test('sentences come from the prose only, wherever it stands', () => {
    const text = [
      '---\ntitle: No sentence.\n---\n\n# No heading.\n',
      'A paragraph over\ntwo lines. And more.\n',
      '- An item.\n- [ ] A task.\n\n> A quotation.\n',
      '| A cell. | Another. |\n|---|---|\n| Third. | Fourth. |\n',
      '```\nNo code.\n```\n\n    Nor this.\n\n<!-- Nor a comment. -->\n',
      '[^1]: No footnote.\n',
    ].join('\n');
    assert.deepEqual(sentences(text), [
      ...['A paragraph over\ntwo lines.', 'And more.', 'An item.', 'A task.', 'A quotation.'],
      ...['A cell.', 'Another.', 'Third.', 'Fourth.'],
    ]);
  });

  test('notes and citations at its end belong to a sentence but are not its words', () => {
    const text =
      'Stalin hid.[^1] Mao [went](http://x.org) *in*.^[So *they* say.] He won [@zubok1996, p. 63].';
    assert.deepEqual(sentences(text), [
      'Stalin hid.[^1]',
      'Mao [went](http://x.org) *in*.^[So *they* say.]',
      'He won [@zubok1996, p. 63].',
    ]);
    const words = EssayDocument.read(text).sentences.map((sentence) =>
      sentence.words.replace(/\s+/g, ' ').trim(),
    );
    assert.deepEqual(words, ['Stalin hid.', 'Mao went in .', 'He won .']);
    for (const { span, words } of EssayDocument.read(text).sentences)
      assert.equal(words.length, span.end - span.start);
  });

  for (const [place, text] of [
    ['prose', 'Stalin pass|'],
    ['prose', '# Title\n\nText.|\n\n[^1]: Note.'],
    ['prose', '- item|'],
    ['prose', '[^1]: Note.\n\nAfter it|'],
    ['prose', '`code` and|'],
    ['heading', '# Stalin pass|'],
    ['footnote', 'Text.[^1]\n\n[^1]: See Zub|'],
    ['footnote', 'Text.[^1]\n\n[^1]: See Zub|ok'],
    ['footnote', 'Text^[a no|te].'],
    ['code', '`Stalin pa|ss`'],
    ['code', '```\nStalin pass|\n```'],
    ['code', '<div>Stalin |</div>\n'],
    ['frontMatter', '---\ntitle: Stalin pass|\n---\n'],
  ] as const) {
    test(`a cursor at ${JSON.stringify(text)} stands in ${place}`, () => {
      const { text: without, offset } = withCursor(text);
      assert.equal(EssayDocument.read(without).placeAt(offset), place);
    });
  }

  test('the heading above a place', () => {
    const { text, offset } = withCursor('# One\n\nA.\n\nTwo\n---\n\nB|.\n\n## Three ##\n');
    const essay = EssayDocument.read(text);
    assert.equal(essay.headingAbove(offset), 'Two');
    assert.equal(essay.headingAbove(text.length), 'Three');
    assert.equal(essay.headingAbove(0), undefined);
  });

  test('footnotes: references in the order of the text, definitions with all their lines', () => {
    const text =
      'B[^b] a[^1] c^[in *place*] d[^x].\n\n[^1]: First\n    and more.\n\n    A second paragraph.\n[^b]: Bee.\n\nEnd';
    const { references, definitions } = EssayDocument.read(text).footnotes;
    assert.deepEqual(
      references.map(({ label, text: note }) => [label, note]),
      [
        ['b', 'Bee.'],
        ['1', 'First and more. A second paragraph.'],
        [undefined, 'in *place*'],
        ['x', undefined],
      ],
    );
    assert.deepEqual(
      definitions.map(({ label }) => label),
      ['1', 'b'],
    );
  });

  test('an edited essay is the same as one that is read anew, for random edits', () => {
    const pieces = [
      '\n',
      '\n\n',
      '# H',
      '*',
      '`',
      '```\n',
      '[^1]',
      '[^1]: ',
      '> ',
      '- ',
      '---\n',
      '[@a, p. 3]',
      'Word. ',
      '    ',
    ];
    let state = 42;
    const random = (below: number) => (state = (state * 1103515245 + 12345) % 2147483648) % below;
    let essay = EssayDocument.read('---\ntitle: A\n---\n\n# One\n\nText here.[^1] More.\n\n[^1]: Note.\n');
    for (let step = 0; step < 300; step++) {
      const at = random(essay.text.length + 1);
      const piece = pieces[random(pieces.length)] ?? '';
      const text =
        essay.text.slice(0, at) +
        piece +
        essay.text.slice(at + (essay.text.length > 400 ? random(60) : random(6)));
      essay = essay.edited(text);
      assert.equal(nodesOf(essay), nodesOf(EssayDocument.read(text)), JSON.stringify(text));
    }
  });

  test('what a cut moves to its beginning is read anew', () => {
    const text = 'Stalin hid.\n===\n';
    const indented = EssayDocument.read('').edited(text).edited(`    ${text}`);
    assert.equal(nodesOf(indented.edited(text)), nodesOf(EssayDocument.read(text)));
  });
});
