import assert from 'node:assert/strict';
import { appendEntry, suggestCitekey } from '../../../../../src/core/citation/bibliography/appendEntry';
import { readBibliography } from '../../../../../src/core/citation/bibliography/readBibliography';
import type { CslItem } from '../../../../../src/core/citation/cslItem';
import { plainTitle } from '../../../../../src/core/citation/cslText';
import { applyEdits } from '../../../../../src/core/citation/textEdit';
import { zubok } from '../fixtures';

const odd: CslItem = {
  id: 'odd',
  type: 'book',
  title: 'Profit & Loss: 100% of $5_',
  author: [
    { literal: 'Barnes and Noble' },
    { family: 'Gaulle', given: 'Charles', 'non-dropping-particle': 'de' },
  ],
  publisher: 'Simon & Schuster',
  issued: { 'date-parts': [[1950, 6, 25]] },
};

/** An item without what tells that it was read from a `.bib` file. */
function plain(item: CslItem | undefined): CslItem | undefined {
  if (!item?.isFromBibtex) return item;
  const others = Object.entries(item).filter(([variable]) => variable !== 'isFromBibtex');
  return { ...Object.fromEntries(others), id: item.id, type: item.type, title: plainTitle(item) };
}

suite('appendEntry', () => {
  for (const [file, text] of [
    ['a.bib', '@book{first, title = {First}}\n'],
    ['a.bib', ''],
    ['a.bib', '@book{first,\r\n title = {First}}'],
    ['a.json', '[\n  {"id": "first", "type": "book"}\n]\n'],
    ['a.json', '[]'],
    ['a.json', ''],
    ['a.yaml', '---\nreferences:\n- id: first\n  type: book\n...\n'],
    ['a.yaml', 'references:\n  - id: first\n    type: book'],
    ['a.yaml', ''],
  ] as const)
    test(`reads back from ${file} after ${JSON.stringify(text)}`, () => {
      const before = readBibliography(text, file);
      let result: string = text;
      for (const item of [zubok, odd]) {
        const edit = appendEntry(result, before.format, item);
        assert.ok(edit);
        result = applyEdits(result, [edit]);
      }
      const after = readBibliography(result, file);
      assert.deepEqual(after.problems(), []);
      assert.deepEqual(
        after.entries.map(({ citekey }) => citekey),
        [...before.entries.map(({ citekey }) => citekey), 'zubok1996', 'odd'],
      );
      assert.deepEqual(plain(after.entry('zubok1996')?.item()), zubok);
      assert.deepEqual(plain(after.entry('odd')?.item()), odd);
      if (text.includes('\r\n')) assert.doesNotMatch(result, /(?<!\r)\n/);
    });

  test('leaves a JSON text that is no list alone', () => {
    assert.equal(appendEntry('{"id": "a"}', 'csl-json', zubok), undefined);
  });
});

suite('suggestCitekey', () => {
  test('is surname and year, with a letter where it is taken', () => {
    assert.equal(suggestCitekey(zubok, new Set()), 'zubok1996');
    assert.equal(suggestCitekey(zubok, new Set(['zubok1996', 'zubok1996a'])), 'zubok1996b');
    assert.equal(suggestCitekey({ id: '', type: 'book' }, new Set()), 'source');
  });
});
