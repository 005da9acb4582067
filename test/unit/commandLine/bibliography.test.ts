import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bibliography } from '../../../src/commandLine/bibliography';
import { cite } from '../../../src/commandLine/cite';
import { UsageError } from '../../../src/commandLine/command';

const BIB = '@book{mao, author = {Mao, Zedong}, title = {On War}, publisher = {FLP}, year = 1938}\n';
const CSL = `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>Plain</title><id>plain</id></info>
  <citation><layout prefix="&lt;" suffix="&gt;"><text variable="title"/></layout></citation>
  <bibliography><layout><text variable="title" prefix="* "/></layout></bibliography>
</style>`;

suite('Command line: bibliography', () => {
  let folder: string;
  setup(() => (folder = mkdtempSync(join(tmpdir(), 'marginalia-'))));
  teardown(() => rmSync(folder, { recursive: true }));
  const file = (name: string, content: string) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const run = async (text: string, options = {}) => {
    const { json, exitCode, messages } = await bibliography.run([file('essay.md', text)], options);
    return { ...(json as { style: string; entries: string[] }), exitCode, messages };
  };

  test('what text and notes cite, in the style’s order, each once', async () => {
    file('refs.bib', BIB);
    const { style, entries, exitCode, messages } = await run(
      'A [@zubok1996, p. 3; @mao].[^1] B.[^2]\n\n[^1]: Mao, *On War*, 5.\n[^2]: My own.\n',
    );
    assert.equal(style, 'chicago-notes-bibliography-17th-edition');
    assert.deepEqual(entries, [
      'Mao, Zedong. On War. FLP, 1938.',
      'Zubok, Vladislav, and Constantine Pleshakov. Inside the Kremlin’s Cold War: From Stalin to Khrushchev. Cambridge, MA: Harvard University Press, 1996.',
    ]);
    assert.deepEqual([exitCode, messages], [0, []]);
  });

  test('the front matter names bibliographies, style and works that are not cited', async () => {
    file('sources.txt', BIB);
    file('plain.csl', CSL);
    const { style, entries } = await run(
      '---\nbibliography: [sources.txt]\ncsl: plain.csl\nnocite: "@mao"\n---\nNothing.\n',
    );
    assert.deepEqual([style, entries], ['plain', ['* On war']]);
  });

  test('options go before the front matter', async () => {
    file('plain.csl', CSL);
    const other = file('other.json', '[{"id": "mao", "type": "book", "title": "Other"}]');
    const text = '---\nbibliography: gone.bib\ncsl: plain.csl\n---\n[@mao; @zubok1996]\n';
    const { style, entries, exitCode, messages } = await run(text, { style: 'apa', bibliography: [other] });
    assert.deepEqual([style, entries, exitCode], ['apa', ['Other. (n.d.).'], 1]);
    assert.deepEqual(messages, ['no bibliography has an entry “zubok1996” that can be formatted']);
  });

  test('an essay without citations has none, and one that does not exist is an error', async () => {
    assert.deepEqual((await run('Text.')).entries, []);
    await assert.rejects(bibliography.run([join(folder, 'none.md')], {}), UsageError);
    await assert.rejects(bibliography.run([], {}), UsageError);
  });

  for (const [name, csl, message] of [
    ['missing', undefined, /style\.csl does not exist/],
    ['no style', '<html/>', /no <style> element/],
    ['cut off', CSL.slice(0, 200), /cut off/],
    ['not well-formed', CSL.replace('</layout></citation>', '</citation>'), /broken in line 3: /],
    [
      'dependent',
      CSL.replace('<title>', '<link href="http://www.zotero.org/styles/x" rel="independent-parent"/><title>'),
      /only points to another one, http:\/\/www\.zotero\.org\/styles\/x/,
    ],
    ['without a layout', CSL.replace(/<citation>.*<\/citation>/, ''), /no <citation>/],
  ] as const) {
    test(`a style file that is ${name} is an error with its reason`, async () => {
      const path = csl === undefined ? join(folder, 'style.csl') : file('style.csl', csl);
      await assert.rejects(cite.run(['zubok1996'], { style: path }), (error) => {
        assert.ok(error instanceof UsageError);
        assert.match(error.message, message);
        return true;
      });
    });
  }

  test('a dependent style of a bundled one stands for it', async () => {
    const link = '<link href="http://www.zotero.org/styles/apa" rel="independent-parent"/>';
    const path = file('style.csl', CSL.replace('<title>', `${link}<title>`));
    const { json } = await cite.run(['zubok1996'], { style: path });
    assert.equal((json as { style: string }).style, 'apa');
  });

  test('a locale that is not bundled is said', async () => {
    const { messages, exitCode } = await cite.run(['zubok1996'], { locale: 'fr-FR' });
    assert.match(messages?.join() ?? '', /fr-FR/);
    assert.equal(exitCode, 0);
  });
});
