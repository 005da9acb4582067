import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readBibliography } from '../../src/core/citation/bibliography/readBibliography';
import { parseCitation } from '../../src/core/citation/pandoc/parseCitation';
import { CitationFormatter } from '../../src/core/citation/style/citationFormatter';
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

/** What pandoc makes of `[citation, …]` with a bibliography in a style: one text a citation, and the entries. */
function pandoc(bibliography: string, citations: readonly string[], style: string, isNote: boolean) {
  const folder = mkdtempSync(join(tmpdir(), 'marginalia-'));
  try {
    const csl = join(folder, 'style.csl');
    const library = join(folder, 'items.bib');
    writeFileSync(csl, styleXml(findBundledStyle(style)?.asset ?? ''));
    writeFileSync(library, bibliography);
    const { stdout, stderr } = spawnSync(
      'pandoc',
      ['--citeproc', '--csl', csl, '--bibliography', library, '-f', 'markdown', '-t', 'plain', '--wrap=none'],
      { input: citations.map((text) => `X ${text}`).join('\n\n'), encoding: 'utf8' },
    );
    assert.equal(stderr, '');
    const blocks = stdout
      .trim()
      .split(/\n{2,}/)
      .map((block) => block.replace(/[_*]/g, ''));
    const notes = blocks.flatMap((block) => /^\[\d+\] (.*)$/s.exec(block)?.[1] ?? []);
    const rest = blocks.slice(citations.length);
    return {
      citations: isNote ? notes : blocks.slice(0, citations.length).map((block) => block.replace(/^X /, '')),
      entries: rest.filter((block) => !/^\[\d+\] /.test(block)),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const hasPandoc = spawnSync('pandoc', ['--version']).status === 0;

function compare(bibliography: string, citations: readonly string[], style: string): void {
  const formatter = new CitationFormatter(bundled(style));
  formatter.setItems(readBibliography(bibliography, 'x.bib').items());
  const parsed = citations.map((text) => parseCitation(text) ?? assert.fail(text));
  const ours = formatter.formatRun(parsed, 'plain').citations.map((text) => plain(text ?? 'null'));
  const citekeys = parsed.flatMap(({ cites }) => cites.map(({ citekey }) => citekey));
  const entries = formatter.formatBibliography(citekeys, 'plain').map(plain);
  const theirs = pandoc(bibliography, citations, style, formatter.style.isNote);
  assert.deepEqual(ours, theirs.citations.map(plain));
  // An underscore or asterisk of an address can't be told from emphasis there, nor can the order of "A" and "De".
  const comparable = (texts: readonly string[]) =>
    texts.map((text) => plain(text.replace(/[_*]/g, ''))).sort();
  assert.deepEqual(comparable(entries), comparable(theirs.entries));
}

(hasPandoc ? suite : suite.skip)('Citations and pandoc', () => {
  const many = readFileSync('test/fixtures/bibliographies/many.bib', 'utf8');
  const keys = readBibliography(many, 'x.bib').entries.map(({ citekey }) => citekey);
  for (const style of styles) {
    test(`a run of ${CITATIONS.length} citations: ${style}`, () => compare(BIBLIOGRAPHY, CITATIONS, style));
    test(`${keys.length} works of many kinds, cited twice: ${style}`, () =>
      compare(many, [...keys.map((key) => `[@${key}, p. 3]`), ...keys.map((key) => `[@${key}]`)], style));
  }
});
