import assert from 'node:assert/strict';
import { styles } from 'csl-assets';
import { CitationFormatter } from '../../../../../src/core/citation/style/citationFormatter';
import { readStyleFile, resolveStyle } from '../../../../../src/core/citation/style/cslStyle';
import { bundledStyles } from '../../../../../src/core/citation/style/styleCatalogue';
import { zubok } from '../fixtures';
import { english } from '../../../../../src/core/util/localize';

const ownStyle = `<?xml version="1.0" encoding="utf-8"?>
<!-- <style class="note"> -->
<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0" default-locale="en-GB">
  <info><title>Mine &amp; ours</title><id>http://www.zotero.org/styles/mine</id><updated>2020-01-01T00:00:00+00:00</updated></info>
  <citation><layout suffix="." delimiter="; "><group delimiter=", "><names variable="author"/><text variable="title" font-style="italic"/><text variable="locator"/></group></layout></citation>
</style>`;

suite('resolveStyle', () => {
  for (const [name, id] of [
    ['chicago-fullnote-bibliography', 'chicago-notes-bibliography-17th-edition'],
    ['chicago-notes-bibliography-17th-edition', 'chicago-notes-bibliography-17th-edition'],
    ['http://www.zotero.org/styles/chicago-fullnote-bibliography', 'chicago-notes-bibliography-17th-edition'],
    ['APA.csl', 'apa'],
    ['modern-language-association', 'modern-language-association'],
    ['harvard-cite-them-right', 'harvard-cite-them-right'],
    [undefined, 'chicago-notes-bibliography-17th-edition'],
  ] as const)
    test(`${name ?? 'no name'} is ${id}`, () => {
      const result = resolveStyle(name);
      assert.equal('style' in result && result.style.id, id);
    });

  test('refuses what is not bundled, the 18th edition among it', () => {
    for (const name of ['chicago-notes-bibliography', 'nature', '']) {
      const result = resolveStyle(name);
      assert.ok('problem' in result);
      assert.match(english(...result.message), /name a CSL file/);
    }
  });

  test('the catalogue says of each style what the style says of itself', () => {
    for (const { asset, isNote, defaultLocale } of bundledStyles) {
      const { attrs } = JSON.parse(styles[asset] ?? '{}') as { attrs: Record<string, string> };
      assert.equal(attrs.class, isNote ? 'note' : 'in-text');
      assert.equal(attrs['default-locale'], defaultLocale);
    }
  });
});

suite('readStyleFile', () => {
  test('takes a style of the student', () => {
    const result = readStyleFile(ownStyle);
    assert.ok('style' in result);
    assert.equal(result.style.id, 'mine');
    assert.equal(result.style.title, 'Mine & ours');
    assert.equal(result.style.isNote, true);
    const formatter = new CitationFormatter(result.style);
    formatter.setItems([zubok]);
    assert.equal(formatter.locale, 'en-GB');
    assert.equal(
      formatter.formatRun(
        [{ cites: [{ citekey: 'zubok1996', locator: { label: 'page', value: '3' } }] }],
        'markdown',
      ).citations[0],
      'Vladislav Zubok, Constantine Pleshakov, *Inside the Kremlin’s Cold War: From Stalin to Khrushchev*, 3.',
    );
    assert.deepEqual(formatter.formatBibliography(['zubok1996'], 'plain'), []);
  });

  test('follows a dependent style to a bundled one', () => {
    const dependent = (parent: string) =>
      `<style class="note"><info><link href="http://www.zotero.org/styles/${parent}" rel="independent-parent"/></info></style>`;
    const result = readStyleFile(dependent('apa'));
    assert.equal('style' in result && result.style.id, 'apa');
    assert.equal('problem' in readStyleFile(dependent('nature')), true);
  });

  for (const text of ['', 'hello', '<html></html>', ownStyle.slice(0, 400), '<style class="note"></style>'])
    test(`says what is wrong with ${JSON.stringify(text.slice(0, 30))}`, () => {
      const result = readStyleFile(text);
      assert.equal('problem' in result && result.problem, 'broken');
    });
});
