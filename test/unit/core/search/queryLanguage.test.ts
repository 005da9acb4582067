import assert from 'node:assert/strict';
import { ArgumentIndex } from '../../../../src/core/search/index';
import { parseSearch } from '../../../../src/core/search/queryLanguage';
import { zubokNotes } from './zubokNotes';

const index = new ArgumentIndex();
index.update(
  'zubok.txt',
  zubokNotes.map((argument, i) =>
    i === 0 ? { ...argument, kind: 'comment', locator: { label: 'page', value: '62–4' } } : argument,
  ),
);
const found = (query: string) =>
  index.search(query, { mode: 'search', limit: 50 }).map(({ argument }) => argument.id);

suite('Query language', () => {
  test('keeps the offsets of the words', () => {
    const { words, phrases, excluded, fields } = parseSearch('source:zubok "senior partner" -Korea Mao');
    assert.equal(words, '             "senior partner"        Mao');
    assert.deepEqual(phrases, ['senior partner']);
    assert.deepEqual(excluded, ['Korea']);
    assert.deepEqual(fields, [{ field: 'source', value: 'zubok' }]);
  });

  test('asks for phrases to the letter, but for case and typography', () => {
    assert.deepEqual(found('"passes the buck"'), ['zubok#a7']);
    assert.deepEqual(found('“PASSES THE BUCK”'), ['zubok#a7']);
    assert.deepEqual(found('"buck the passes"'), []);
  });

  test('leaves out what is not wanted', () => {
    assert.ok(found('Stalin').includes('zubok#a7'));
    assert.ok(!found('Stalin -buck').includes('zubok#a7'));
  });

  test('asks for sources, questions, kinds and pages, with words or without', () => {
    assert.equal(found('source:pleshakov').length, zubokNotes.length);
    assert.deepEqual(found('source:kennedy Stalin'), []);
    assert.deepEqual(found('question:"Mao\'s role"'), ['zubok#a9']);
    assert.deepEqual(found('kind:comment'), ['zubok#a1']);
    assert.deepEqual(found('page:63'), ['zubok#a1']);
    assert.deepEqual(found('page:60-61'), []);
  });

  test('asks for what the essay has not used', () => {
    const unused = index.search('used:no', {
      mode: 'search',
      limit: 50,
      isUsed: ({ id }) => id !== 'zubok#a2',
    });
    assert.deepEqual(
      unused.map(({ argument }) => argument.id),
      ['zubok#a2'],
    );
  });

  test('takes what is not finished, or means nothing, as words', () => {
    for (const query of ['"Stalin buck', 'Stalin “', '-- Stalin -', 'source:"Zubok Stalin', '😀 Stalin'])
      assert.ok(found(query).length > 0, query);
    for (const query of ['-', '""', '“”', '--', '😀🎉']) assert.deepEqual(found(query), [], query);
    assert.ok(found('war Stalin '.repeat(1000)).length > 0);
  });

  test('takes a pasted passage as words, whatever stands in it', () => {
    const passage =
      'It is said that "the Chinese" were told by Stalin to intervene -and that he passed them the buck then';
    assert.equal(parseSearch(passage).words, passage);
    assert.equal(found(passage)[0], 'zubok#a7');
  });
});
