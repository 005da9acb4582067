import assert from 'node:assert/strict';
import { ArgumentIndex, isConfident, type SearchMode } from '../../../../src/core/search/index';
import { zubokNotes } from './zubokNotes';

function indexed(): ArgumentIndex {
  const index = new ArgumentIndex();
  index.update('zubok.txt', zubokNotes);
  return index;
}

const best = (query: string, mode: SearchMode) => indexed().search(query, { mode })[0];

suite('ArgumentIndex', () => {
  test('finds the argument that is being typed, and is confident', () => {
    for (const query of ['Stalin pass', 'Stalin passes the b', 'Stalin pases the buck']) {
      const match = best(query, 'typing');
      assert.match(match?.argument.text ?? '', /^Stalin "passes the buck"/, query);
      assert.ok(match && isConfident(match, 'typing'), query);
    }
  });

  test('is silent for a lone name, and for words that the notes do not hold', () => {
    for (const query of ['Stalin', 'link', 'code', 'The', '']) {
      const match = best(query, 'typing');
      assert.ok(!match || !isConfident(match, 'typing'), query);
    }
  });

  test('says which words a match rests on, in the argument and in the query', () => {
    const query = 'So Stalin passed the buck to the Chinese.';
    const match = best(query, 'sentence');
    assert.deepEqual(match?.why, ['Stalin', 'passes', 'buck', 'Chinese']);
    assert.deepEqual(
      match?.queryWords.map(({ start, end }) => query.slice(start, end)),
      ['Stalin', 'passed', 'buck', 'Chinese'],
    );
  });

  test('answers alike whatever language was asked in before', () => {
    const [known, fresh] = [indexed(), indexed()];
    known.search(
      'Stalin schiebt den Chinesen die Verantwortung zu, damit sie statt der Sowjetunion kämpfen.',
      {
        mode: 'sentence',
      },
    );
    const query = 'So Stalin passed the buck to the Chinese volunteers.';
    assert.deepEqual(known.search(query, { mode: 'sentence' }), fresh.search(query, { mode: 'sentence' }));
  });

  test('finds what is left after other files have lost theirs', () => {
    const index = new ArgumentIndex();
    const [first] = zubokNotes;
    assert.ok(first);
    for (const file of ['a.txt', 'b.txt']) index.update(file, [{ ...first, id: file, file }]);
    index.compact();
    index.update('a.txt', []);
    const found = index.search(first.text, { mode: 'search' });
    assert.deepEqual(
      found.map(({ argument }) => argument.file),
      ['b.txt'],
    );
  });

  test('takes a changed file’s new arguments at once, and forgets the old ones', () => {
    const index = indexed();
    const [first] = zubokNotes;
    assert.ok(first);
    index.update('zubok.txt', [{ ...first, text: 'Khrushchev later mocked the whole enterprise' }]);
    assert.equal(index.size, 1);
    assert.equal(index.search('mocked enterprise', { mode: 'search' }).length, 1);
    assert.deepEqual(index.search('ideological pontiff', { mode: 'search' }), []);
    index.remove('zubok.txt');
    assert.equal(index.size, 0);
    assert.deepEqual(index.search('enterprise', { mode: 'search' }), []);
  });
});
