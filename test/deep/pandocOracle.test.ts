import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readBibliography } from '../../src/core/citation/bibliography/readBibliography';
import { parseCitation } from '../../src/core/citation/pandoc/parseCitation';
import { CitationFormatter } from '../../src/core/citation/style/citationFormatter';
import { toProcessorItem } from '../../src/core/citation/style/processorItem';
import { findBundledStyle } from '../../src/core/citation/style/styleCatalogue';
import { styleXml } from '../support/cslXml';
import { bundled } from '../unit/core/citation/fixtures';

const BIBLIOGRAPHY = `
@book{zubok1996, author = {Zubok, Vladislav and Pleshakov, Constantine}, title = {Inside the {Kremlin's} {Cold} {War}: From {Stalin} to {Khrushchev}}, address = {Cambridge, MA}, publisher = {Harvard University Press}, year = {1996}}
@book{gaddis2005, author = {Gaddis, John Lewis}, title = {The {Cold War}: A New History}, location = {New York}, publisher = {Penguin Press}, date = {2005}}
@book{gaddis1997, author = {Gaddis, John Lewis}, title = {We Now Know: Rethinking {Cold War} History}, location = {Oxford}, publisher = {Clarendon Press}, date = {1997}}
@article{leffler1984, author = {Leffler, Melvyn P.}, title = {The {American} Conception of National Security}, journaltitle = {American Historical Review}, volume = {89}, number = {2}, pages = {346--381}, date = {1984}}
@incollection{westad2000, author = {Westad, Odd Arne}, title = {The Second Coming}, booktitle = {Reviewing the {Cold War}}, editor = {Westad, Odd Arne}, publisher = {Frank Cass}, location = {London}, date = {2000}, pages = {1--23}}
@book{degaulle1954, author = {de Gaulle, Charles}, title = {The Call to Honour}, publisher = {Viking}, location = {New York}, date = {1955}}
@book{cia1950, author = {{Central Intelligence Agency}}, title = {Estimate of the Situation}, publisher = {Government Printing Office}, location = {Washington}, date = {1950}}
@book{four2001, author = {Adams, Ann and Baker, Ben and Clark, Carl and Davis, Dan}, title = {Four Hands}, publisher = {Norton}, location = {New York}, date = {2001}}
`;

/** A run of notes as an essay makes it. */
const CITATIONS: readonly string[] = [
  '[@zubok1996, p. 63]',
  '[@zubok1996, p. 64]',
  '[@gaddis2005, pp. 12, 14]',
  '[@zubok1996, chap. 2]',
  '[see @leffler1984, p. 350]',
  '[@leffler1984, p. 351]',
  '[@gaddis1997]',
  '[@gaddis2005, p. 3]',
  '[@gaddis1997, p. 5; @zubok1996, p. 70]',
  '[@westad2000, p. 7]',
  '[@degaulle1954, p. 9]',
  '[@cia1950]',
  '[@four2001, p. 11]',
  '[@four2001, p. 12]',
  '[@westad2000, p. 8]',
  '[@degaulle1954, vol. 2]',
  '[@cia1950, p. 2]',
  '[see also @gaddis1997, p. 40]',
  '[@zubok1996]',
  '[@zubok1996]',
  '[@gaddis2005, p. 4]',
  '[-@gaddis2005, p. 5]',
  '[@leffler1984, pp. 352–353]',
  '[@westad2000]',
  '[@four2001]',
  '[@degaulle1954, p. 10]',
];

const styles = [
  'chicago-notes-bibliography-17th-edition',
  'chicago-author-date-17th-edition',
  'modern-language-association',
  'apa',
  'harvard-cite-them-right',
];

/** Spaces and first letters are pandoc's own business: it joins "p. 3" by a hard space and doesn't capitalise notes. */
const plain = (text: string) =>
  text
    .replace(/[\s\u00A0\u202F]+/g, ' ')
    .replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
    .trim();

suite('Citations and pandoc', () => {
  let folder: string;
  setup(() => (folder = mkdtempSync(join(tmpdir(), 'marginalia-'))));
  teardown(() => rmSync(folder, { recursive: true }));

  for (const name of styles) {
    test(`${CITATIONS.length} citations read like pandoc’s: ${name}`, function () {
      const version = /^pandoc\S* (\S+)/.exec(
        spawnSync('pandoc', ['--version'], { encoding: 'utf8' }).stdout ?? '',
      )?.[1];
      if (version === undefined) {
        console.log('      pandoc is not installed: nothing to compare with');
        return this.skip();
      }
      const works = readBibliography(BIBLIOGRAPHY, 'x.bib').items();
      const formatter = new CitationFormatter(bundled(name));
      formatter.setItems(works);
      const parsed = CITATIONS.map((text) => parseCitation(text) ?? assert.fail(text));
      const ours = formatter.formatRun(parsed, 'plain').citations.map((text) => plain(text ?? 'null'));

      const style = join(folder, 'style.csl');
      const library = join(folder, 'items.json');
      writeFileSync(style, styleXml(findBundledStyle(name)?.asset ?? ''));
      writeFileSync(library, JSON.stringify(works.map(toProcessorItem)));
      const essay = CITATIONS.map((text) => `X ${text}`).join('\n\n');
      const { stdout, stderr } = spawnSync(
        'pandoc',
        [
          '--citeproc',
          '--csl',
          style,
          '--bibliography',
          library,
          '-f',
          'markdown-smart',
          '-t',
          'plain',
          '--wrap=none',
        ],
        { input: essay, encoding: 'utf8' },
      );
      assert.equal(stderr, '');
      const blocks = stdout.trim().split(/\n{2,}/);
      const theirs = formatter.style.isNote
        ? blocks.flatMap((block) => /^\[\d+\] (.*)$/s.exec(block)?.[1] ?? [])
        : blocks.slice(0, CITATIONS.length).map((block) => block.replace(/^X /, ''));
      // The British locale has said “ch.” since pandoc 3.
      const today = (text: string) =>
        name === 'harvard-cite-them-right' && version.startsWith('2.')
          ? text.replace('chap. ', 'ch. ')
          : text;
      assert.deepEqual(
        ours,
        theirs.map((text) => today(plain(text.replace(/[_*]/g, '')))),
      );
    });
  }
});
