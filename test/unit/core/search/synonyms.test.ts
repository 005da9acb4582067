import assert from 'node:assert/strict';
import { ArgumentIndex, type SearchableArgument } from '../../../../src/core/search/index';

const texts = [
  'The GDR closed the border in 1961',
  'German emigrants reached Chicago',
  'The Porte hired French engineers',
  'A caravan of merchants crossed the desert',
];

function indexOf(): ArgumentIndex {
  const index = new ArgumentIndex({ language: 'en' });
  index.update(
    'notes.md',
    texts.map((text): SearchableArgument => ({ id: text, file: 'notes.md', text, handle: '', source: '' })),
  );
  return index;
}

const first = (index: ArgumentIndex, query: string, mode: 'search' | 'sentence' | 'typing' = 'search') =>
  index.search(query, { mode })[0]?.argument.text;

suite('Synonyms of the user', () => {
  test('stand for each other in every mode, once they are set', () => {
    const index = indexOf();
    assert.equal(first(index, 'East Germany'), texts[1]);
    index.synonyms = [['GDR', 'East Germany']];
    assert.equal(first(index, 'East Germany'), texts[0]);
    assert.equal(first(index, 'East Germany built a wall.', 'sentence'), texts[0]);
    index.synonyms = [['Sublime State', 'Porte']];
    assert.equal(first(index, 'sublime state'), texts[2]);
  });

  test('the words of one name do not stand for each other', () => {
    const index = indexOf();
    index.synonyms = [['desert caravan', 'trek']];
    const { why = [] } = index.search('caravan', { mode: 'search' })[0] ?? {};
    assert.deepEqual(why, ['caravan']);
  });

  test('empty and foreign groups are harmless', () => {
    const index = indexOf();
    index.synonyms = [[], [''], ['the'], ['条約', 'treaty'], ['“', '😀']];
    assert.equal(first(index, 'caravan'), texts[3]);
  });
});

suite('Irregular forms', () => {
  test('are found by their base, and the other way round', () => {
    const index = indexOf();
    index.update('more.md', [
      { id: 'm', file: 'more.md', text: 'Women fought and children fled', handle: '', source: '' },
    ]);
    for (const query of ['fight', 'child', 'woman flee'])
      assert.equal(index.search(query, { mode: 'search' })[0]?.argument.id, 'm', query);
  });
});
