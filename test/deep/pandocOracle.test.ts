import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readBibliography } from '../../src/core/citation/bibliography/readBibliography';
import {
  coldWar,
  coldWarRun,
  comparedStyles,
  compareWithPandoc,
  type RunPandoc,
} from '../support/pandocComparison';

const installedPandoc: RunPandoc = (essay, { bibliography, style }) => {
  const folder = mkdtempSync(join(tmpdir(), 'marginalia-'));
  try {
    const csl = join(folder, 'style.csl');
    const library = join(folder, 'items.bib');
    writeFileSync(csl, style);
    writeFileSync(library, bibliography);
    const { stdout, stderr } = spawnSync(
      'pandoc',
      ['--citeproc', '--csl', csl, '--bibliography', library, '-f', 'markdown', '-t', 'plain', '--wrap=none'],
      { input: essay, encoding: 'utf8' },
    );
    assert.equal(stderr, '');
    return stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const hasPandoc = spawnSync('pandoc', ['--version']).status === 0;

async function compare(bibliography: string, citations: readonly string[], style: string): Promise<void> {
  const texts = await compareWithPandoc(installedPandoc, bibliography, citations, style);
  assert.deepEqual(
    texts.map(({ ours }) => ours),
    texts.map(({ theirs }) => theirs),
  );
}

(hasPandoc ? suite : suite.skip)('Citations and pandoc', () => {
  const many = readFileSync('test/fixtures/bibliographies/many.bib', 'utf8');
  const keys = readBibliography(many, 'x.bib').entries.map(({ citekey }) => citekey);
  for (const style of comparedStyles) {
    test(`a run of ${coldWarRun.length} citations: ${style}`, () => compare(coldWar, coldWarRun, style));
    test(`${keys.length} works of many kinds, cited twice: ${style}`, () =>
      compare(many, [...keys.map((key) => `[@${key}, p. 3]`), ...keys.map((key) => `[@${key}]`)], style));
  }
});
