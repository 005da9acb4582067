import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readBibliography } from '../../src/core/citation/bibliography/readBibliography';
import {
  coldWar,
  coldWarRun,
  comparedStyles,
  type ComparedText,
  compareWithPandoc,
  type RunPandoc,
} from '../support/pandocComparison';

interface PandocModule {
  readonly convert: (
    options: Readonly<Record<string, unknown>>,
    input: string,
    files: Readonly<Record<string, string>>,
  ) => Promise<{ readonly stdout: string; readonly stderr: string }>;
  readonly query: (options: { readonly query: 'version' }) => Promise<unknown>;
}

const require = createRequire(join(process.cwd(), 'test', 'bench', 'package.json'));

async function loadPandoc(): Promise<PandocModule> {
  return (await import(pathToFileURL(require.resolve('pandoc-wasm')).href)) as PandocModule;
}

function everyWorkTwice(text: string): readonly string[] {
  const keys = readBibliography(text, 'x.bib').entries.map(({ citekey }) => citekey);
  return [...keys.map((key) => `[@${key}, p. 3]`), ...keys.map((key) => `[@${key}]`)];
}

const fixture = (name: string) => readFileSync(`test/fixtures/bibliographies/${name}`, 'utf8');

/**
 * `pandoc [FILE.bib …]`: the text of every citation and bibliography entry in five styles beside what the newest pandoc
 * writes, each difference printed; of the fixtures, or of every work in the named files.
 */
export async function pandoc(options: readonly string[]): Promise<void> {
  const { convert, query } = await loadPandoc();
  const run: RunPandoc = async (essay, { bibliography, style }) => {
    const { stdout, stderr } = await convert(
      { from: 'markdown', to: 'plain', wrap: 'none', citeproc: true, bibliography: 'x.bib', csl: 'x.csl' },
      essay,
      { 'x.bib': bibliography, 'x.csl': style },
    );
    if (stderr.trim() !== '') console.error(stderr.trim());
    return stdout;
  };
  const named = options.map((file) => ({ name: file, text: readFileSync(file, 'utf8') }));
  const own = ['many.bib', 'unusual.bib', 'biblatex.bib'].map((name) => ({ name, text: fixture(name) }));
  const runs = [
    ...(named.length > 0 ? [] : [{ name: 'a run of notes', text: coldWar, citations: coldWarRun }]),
    ...(named.length > 0 ? named : own).map((file) => ({ ...file, citations: everyWorkTwice(file.text) })),
  ];
  console.log(`pandoc ${String(await query({ query: 'version' }))}`);
  const all: ComparedText[] = [];
  for (const { name, text, citations } of runs) {
    for (const style of comparedStyles) {
      const texts = await compareWithPandoc(run, text, citations, style);
      all.push(...texts);
      console.log(`${name}, ${style}: ${count(texts)}`);
      for (const { of, ours, theirs } of texts)
        if (ours !== theirs) console.log(`  ${of}\n    ours:   ${ours}\n    pandoc: ${theirs}`);
    }
  }
  console.log(`${count(all)} in all`);
}

const count = (texts: readonly ComparedText[]) =>
  `${texts.filter(({ ours, theirs }) => ours === theirs).length} identical of ${texts.length}`;
