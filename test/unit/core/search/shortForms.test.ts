import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ArgumentIndex, Thesaurus } from '../../../../src/core/search/index';

const silent = 'Gap theory – constit. silent if both disagree';
const league = 'The Northumbr. & Merc. lords against him';
const plan = 'he had no plan. then he lost his crown';
/** More than a sentence meets without a word in common. */
const others = Array.from(
  { length: 80 },
  (_, i) => `Wheat prices fell in province number ${String(i)} after the harvest`,
);

function why(query: string, texts: readonly string[] = [silent, league, plan, ...others]): readonly string[] {
  const index = new ArgumentIndex({ language: 'en' });
  index.thesaurus = Thesaurus.read(readFileSync('dist/thesaurus.bin'));
  index.update(
    'notes.md',
    texts.map((text) => ({ id: text, file: 'notes.md', text, handle: '', source: '' })),
  );
  return index.search(query, { mode: 'sentence' })[0]?.why ?? [];
}

suite('Words that the notes cut short', () => {
  test('are found by the whole word, in a large library as well', () => {
    assert.deepEqual(why('The constitution did not provide for this.'), ['constit']);
    assert.deepEqual(why('Both Northumbrians and Mercians rose.'), ['Northumbr', 'Merc']);
  });

  test('stand for no word that is written the other way', () => {
    assert.deepEqual(why('The merciful were few.'), []);
  });

  test('are no words that end a sentence before a small letter', () => {
    assert.deepEqual(why('The plantations suffered.'), []);
  });

  test('are none where the full stop is missing', () => {
    assert.deepEqual(why('The constitution did not provide for this.', ['The constit paper', ...others]), []);
  });
});
