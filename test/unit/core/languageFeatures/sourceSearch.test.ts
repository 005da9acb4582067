import assert from 'node:assert/strict';
import { SourceSearch } from '../../../../src/core/languageFeatures/sourceSearch';
import { book, zubok } from '../citation/fixtures';

const search = new SourceSearch([
  zubok,
  book('gaddis2005', 'John Gaddis', 'The Cold War: A New History', 2005),
  book('gaddis1997', 'John Gaddis', 'We Now Know: Rethinking Cold War History', 1997),
]);
const find = (query: string) => search.find(query, new Set(), 5).map(({ id }) => id);

suite('Searching for works', () => {
  test('each of several mistyped words must fit', () => {
    assert.deepEqual(find('gadis rethinkng'), ['gaddis1997']);
    assert.deepEqual(find('zubock kremlinn'), ['zubok1996']);
    assert.deepEqual(find('gadis kremlinn'), []);
  });
});
