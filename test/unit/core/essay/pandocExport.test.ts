import assert from 'node:assert/strict';
import {
  firstLines,
  isPandocTooOld,
  missingPdfEngine,
  pandocArguments,
  readPandocVersion,
} from '../../../../src/core/essay/pandocExport';

suite('Export by pandoc', () => {
  for (const [output, version, isTooOld] of [
    ['pandoc 3.10\nCompiled with …', '3.10', false],
    ['pandoc.exe 2.17.1.1\r\n', '2.17.1.1', false],
    ['pandoc 1.19.2', '1.19.2', true],
    ['Welcome to another program 3.0', undefined, undefined],
    ['', undefined, undefined],
  ] as const)
    test(`the version in ${JSON.stringify(output)}`, () => {
      const read = readPandocVersion(output);
      assert.equal(read, version);
      assert.equal(read && isPandocTooOld(read), isTooOld);
    });

  for (const [stderr, engine] of [
    [
      'pdflatex not found. Please select a different --pdf-engine or install pdflatex -- see also pandoc',
      'pdflatex',
    ],
    ['pandoc: xelatex not found. Please select a different --pdf-engine or install xelatex', 'xelatex'],
    ['[WARNING] Missing character\nlualatex not found. Please select a different --pdf-engine', 'lualatex'],
    ['Error producing PDF.\n! Undefined control sequence.', undefined],
  ] as const)
    test(`the missing program in ${JSON.stringify(stderr)}`, () =>
      assert.equal(missingPdfEngine(stderr), engine));

  test('its errors in a line or two, without warnings', () => {
    assert.equal(
      firstLines('[WARNING] No title\n\nError producing PDF.\n! Undefined control sequence.\nl.7 x\nmore'),
      'Error producing PDF. ! Undefined control sequence. l.7 x',
    );
    assert.equal(firstLines('x'.repeat(400)).length, 301);
  });

  test('what it is told: nothing of the essay is an option', () => {
    assert.deepEqual(pandocArguments('pdf', '/a/-o x.pdf', '/a'), [
      '--from=markdown-smart',
      '--standalone',
      '--resource-path=/a',
      '--output=/a/-o x.pdf',
    ]);
    assert.ok(pandocArguments('html', 'x', 'y').includes('--to=html5'));
    assert.ok(pandocArguments('docx', 'x', 'y').includes('--to=docx'));
  });
});
