import assert from 'node:assert/strict';
import { EssayDocument } from '../../../../src/core/essay/essayDocument';
import { readEssayMetadata } from '../../../../src/core/essay/essayMetadata';

suite('Essay metadata', () => {
  test('bibliography, csl and lang as pandoc reads them', () => {
    assert.deepEqual(
      readEssayMetadata('---\nbibliography: refs.bib\ncsl: mhra.csl\nlang: en-GB\n---\nText'),
      { bibliographies: ['refs.bib'], style: 'mhra.csl', language: 'en-GB', references: [], uncited: [] },
    );
    assert.deepEqual(
      readEssayMetadata(
        '---\r\nbibliography:\r\n- a.bib\r\n- b.json\r\nnocite: |\r\n  @a, @b\r\n...\r\nText',
      ),
      { bibliographies: ['a.bib', 'b.json'], references: [], uncited: ['a', 'b'] },
    );
    assert.deepEqual(readEssayMetadata('---\nnocite: "@*"\n---\n').uncited, ['*']);
    const own = '---\nreferences:\n- id: voss1999\n  title: Tin\n- title: No id\n- 3\n---\n';
    assert.deepEqual(readEssayMetadata(own).references, ['voss1999']);
  });

  for (const text of [
    '',
    'Text',
    '---\n- a list\n---\n',
    '---\nbibliography: {a: b}\ncsl: 3\nlang: [1]\n---\n',
    '---\nbibliography: refs.bib\nnever closed',
    '---\nbibliography: *gone\n---\n',
  ])
    test(`${JSON.stringify(text)} says nothing`, () =>
      assert.deepEqual(readEssayMetadata(text), { bibliographies: [], references: [], uncited: [] }));

  test('belongs to the essay as it stands', () => {
    const essay = EssayDocument.read('---\ncsl: apa\n---\nText', 'file:///e.md');
    assert.equal(essay.metadata.style, 'apa');
    const next = essay.edited('---\ncsl: mla\n---\nText');
    assert.deepEqual([next.metadata.style, next.uri], ['mla', 'file:///e.md']);
    assert.equal(next.edited('---\ncsl: mla\n---\nText.').uri, 'file:///e.md');
  });
});
