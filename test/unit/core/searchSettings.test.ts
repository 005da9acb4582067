import assert from 'node:assert/strict';
import type { Settings } from '../../../src/core/settings';
import { openInMemory } from '../../support/sample';

const wall = '- The GDR closed the border in 1961';
const files = {
  'notes/DDR.md': `---\naliases: [East Germany, GDR]\n---\n# DDR\n\n## Why was the wall built?\n\n${wall}\n- Workers left for the West\n`,
  'notes/Krieg.md':
    '# Krieg\n\n## Warum?\n\n- Die Regierungen der Häuser hatten keine anderen Möglichkeiten mehr\n',
};

const texts = (found: readonly { readonly argument: { readonly argument: { readonly text: string } } }[]) =>
  found.map(({ argument }) => argument.argument.text);

suite('Settings of the search', () => {
  test('synonyms take effect at once', async () => {
    const settings: { -readonly [K in keyof Settings]?: Settings[K] } = {};
    const { marginalia } = openInMemory(files, settings);
    const find = async () => texts(await marginalia.search('barrier', { mode: 'search', limit: 5 }));
    assert.deepEqual(await find(), []);
    settings.searchSynonyms = [['barrier', 'border']];
    assert.deepEqual(await find(), [wall.slice(2)]);
    marginalia.dispose();
  });

  test('aliases in the front matter are synonyms', async () => {
    const { marginalia } = openInMemory(files);
    const [first] = texts(await marginalia.search('East Germany', { mode: 'search', limit: 5 }));
    assert.equal(first, wall.slice(2));
    marginalia.dispose();
  });

  test('another language puts the notes in anew', async () => {
    const settings: { -readonly [K in keyof Settings]?: Settings[K] } = { searchLanguage: 'other' };
    const { marginalia } = openInMemory(files, settings);
    const find = async () => texts(await marginalia.search('Haus qqq', { mode: 'search', limit: 5 }));
    assert.deepEqual(await find(), []);
    settings.searchLanguage = 'de';
    await find();
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal((await find()).length, 1);
    marginalia.dispose();
  });

  test('used:no leaves out what the essay uses', async () => {
    const { marginalia } = openInMemory(files);
    const all = await marginalia.search('wall', { mode: 'search', limit: 5 });
    const used = all[0]?.argument.id;
    const isUsed = (id: string) => id === used;
    const left = await marginalia.search('wall used:no', { mode: 'search', limit: 5, isUsed });
    assert.equal(left.length, all.length - 1);
    assert.ok(!left.some(({ argument }) => argument.id === used));
    marginalia.dispose();
  });

  test('what is related to an argument does not name the argument itself', async () => {
    const { marginalia } = openInMemory();
    const { arguments: all } = await marginalia.library();
    const [argument] = all.values();
    const statement = argument?.argument.text ?? '';
    const related = await marginalia.related(statement, 5);
    assert.ok(related.length > 0 && related.length <= 5);
    assert.ok(related.every(({ argument: { text } }) => text !== statement));
    assert.deepEqual(await marginalia.related('', 5), []);
    marginalia.dispose();
  });
});
