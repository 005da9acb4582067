import assert from 'node:assert/strict';
import { matchLocator, parseLocator } from '../../../../src/core/citation/locator';

suite('matchLocator', () => {
  for (const [text, label, value] of [
    ['63', 'page', '63'],
    ['p. 63', 'page', '63'],
    ['p.63', 'page', '63'],
    ['pp. 12, 14–16', 'page', '12, 14–16'],
    ['pp. 33, 35-37, and nowhere else', 'page', '33, 35-37'],
    ['pp. 12 and 14', 'page', '12 and 14'],
    ['62--64', 'page', '62--64'],
    ['490-1', 'page', '490-1'],
    ['63n4', 'page', '63n4'],
    ['63ff.', 'page', '63ff.'],
    ['63 f.', 'page', '63 f.'],
    ['p. [12]', 'page', '[12]'],
    ['p. xii', 'page', 'xii'],
    ['pp. xi-xv', 'page', 'xi-xv'],
    ['p. 5, l. 3', 'page', '5'],
    ['63 n. 4', 'page', '63'],
    ['p. 63, emphasis mine', 'page', '63'],
    ['63–64, 70ff., 80', 'page', '63–64, 70ff., 80'],
    ['ch. 2', 'chapter', '2'],
    ['chapter 3', 'chapter', '3'],
    ['vol. 2, p. 5', 'volume', '2'],
    ['fol. 12r', 'folio', '12r'],
    ['fols. 12r–13v', 'folio', '12r–13v'],
    ['part IV', 'part', 'IV'],
    ['§§5–6', 'section', '5–6'],
    ['¶3', 'paragraph', '3'],
    ['no. 5', 'issue', '5'],
    ['loc. 2853', 'location', '2853'],
    ['Location 2853-2860', 'location', '2853-2860'],
  ] as const)
    test(text, () => assert.deepEqual(matchLocator(text)?.locator, { label, value }));

  for (const text of [
    'xii',
    'people',
    'partly 5',
    'vivid',
    'p. mixed',
    '2nd ed.',
    'c. 1950',
    'emphasis mine',
    '',
  ])
    test(`none in “${text}”`, () => assert.equal(matchLocator(text), undefined));

  test('tells where label and value stand', () => {
    assert.deepEqual(matchLocator('see pp. 5–6.', 4), {
      locator: { label: 'page', value: '5–6' },
      span: { start: 4, end: 11 },
      valueSpan: { start: 8, end: 11 },
      isImplicit: false,
    });
  });
});

suite('parseLocator', () => {
  test('keeps places within a place together', () => {
    assert.deepEqual(parseLocator('vol. 2, p. 5'), { label: 'volume', value: '2, p. 5' });
  });

  test('refuses a text that goes on after the locator', () => {
    assert.equal(parseLocator('p. 63, emphasis mine'), undefined);
  });
});
