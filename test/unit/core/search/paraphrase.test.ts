import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ArgumentIndex, isConfident, Thesaurus } from '../../../../src/core/search/index';
import type { Language } from '../../../../src/core/search/language';

const thesaurus = Thesaurus.read(readFileSync('dist/thesaurus.bin'));

function indexOf(texts: readonly string[], language: Language = 'en'): ArgumentIndex {
  const index = new ArgumentIndex({ language });
  index.thesaurus = thesaurus;
  index.update(
    'notes.md',
    texts.map((text) => ({ id: text, file: 'notes.md', text, handle: '', source: '' })),
  );
  return index;
}

/** Nothing that has to do with clubs. */
const others = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => `Wheat prices fell in province number ${i} after the harvest`);

const lodge = 'With parades, picnics and weddings the Klan offered fellowship like any other lodge';
const company = 'Many joined simply for company, for there were barbecues and brass bands.';
/** Some of its words are written as English ones. */
const german = 'Der König gab dem Adel das Land in die Hand und machte ihn arm';

suite('A paraphrase', () => {
  test('without a word in common finds its argument in a small library', () => {
    const [first] = indexOf([...others(40), lodge]).search(company, { mode: 'sentence' });
    assert.equal(first?.argument.text, lodge);
    assert.deepEqual(first.why, []);
  });

  test('without a word in common costs a large library nothing', () => {
    assert.deepEqual(indexOf([...others(80), lodge]).search(company, { mode: 'sentence' }), []);
  });

  test('in another language is weighed by its words alone', () => {
    const index = indexOf([german, 'Die Sowjets hatten seit 1949 die Bombe'], 'de');
    const [first] = index.explain('Dem Adel gab der König das Land in die Hand, und er machte ihn arm.', {
      mode: 'sentence',
    });
    assert.equal(first?.argument.text, german);
    assert.ok(isConfident(first, 'sentence'));
    assert.equal(first.evidence.likeAround, 0);
    assert.equal(first.evidence.likeApart, 0);
  });

  test('is not made of number words', () => {
    const troops = 'Ten thousand troops stayed in America after the war';
    const found = indexOf([troops, ...others(5)]).explain(
      'The tea in the harbour was worth about ten thousand pounds.',
      { mode: 'sentence' },
    );
    const match = found.find(({ argument }) => argument.text === troops);
    assert.deepEqual(match?.why, ['Ten', 'thousand']);
    assert.ok(match.evidence.plainMass < 0.2);
    assert.ok(!isConfident(match, 'sentence'));
  });
});
