import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { readBibtex } from '../../src/core/citation/bibliography/readBibtex';
import type { Citation } from '../../src/core/citation/citation';
import { findCitations } from '../../src/core/citation/pandoc/parseCitation';
import { CitationFormatter } from '../../src/core/citation/style/citationFormatter';
import { toCluster } from '../../src/core/citation/style/cluster';
import { createEngine } from '../../src/core/citation/style/engine';
import { bundledStyles } from '../../src/core/citation/style/styleCatalogue';
import { EssayDocument } from '../../src/core/essay/essayDocument';

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
const round = (value: number, digits = 2) => Number(value.toFixed(digits));

function time(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function bibliography(count: number): string {
  return Array.from(
    { length: count },
    (_, n) =>
      `@book{key${n},\n  author = {Author${n % 700}, Given and Other, {\\'E}mile},\n  title = {The {Title} of Book ${n}: A Study},\n  publisher = {Press},\n  address = {London},\n  year = {${1900 + (n % 120)}},\n  abstract = {Some words about it, and {more}.}\n}\n`,
  ).join('\n');
}

/** An essay of about 50 KB, with a note or a citation in every other sentence. */
function essayText(): string {
  const paragraphs = Array.from({ length: 90 }, (_, n) => {
    const sentence = `The argument of paragraph ${n} was made before anyone had read the telegrams of that winter`;
    return `${sentence} [@key${n}, p. ${n}]. ${sentence}.[^${n + 1}] ${sentence} *indeed*. ${sentence}. ${sentence} [see @key${n + 1}; @key${n + 2}, chap. 2].`;
  });
  const notes = paragraphs.map((_, n) => `[^${n + 1}]: See [@key${n}, p. ${n}].`);
  return `# Essay\n\n${paragraphs.join('\n\n')}\n\n${notes.join('\n')}\n`;
}

/** `citations`: one note after warm-up, a large `.bib` against citation-js, and a keystroke against a full parse. */
export function citations(): void {
  const text = bibliography(5000);
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let run = 0; run < 5; run++) ours.push(time(() => readBibtex(text)));
  for (let run = 0; run < 3; run++)
    theirs.push(time(() => plugins.input.chain(text, { forceType: '@biblatex/text' } as never)));
  console.table({
    '5,000 entries: keys and positions (ms)': round(median(ours)),
    'citation-js, the whole file (ms)': round(median(theirs)),
    'ours : citation-js': round(median(ours) / median(theirs), 4),
  });

  const items = readBibtex(bibliography(200)).items();
  const rows = bundledStyles.map((style) => {
    const formatter = new CitationFormatter(style);
    formatter.setItems(items);
    const run = Array.from({ length: 24 }, (_, n) => ({
      cites: [{ citekey: `key${n % 9}`, locator: { label: 'page', value: String(n) } }],
    }));
    formatter.formatRun(run, 'markdown');
    const engine = createEngine(style, undefined, (id) => items.find((item) => item.id === id));
    const cluster = (citation: Citation, id: string, noteIndex: number) =>
      toCluster(citation, id, noteIndex, () => true);
    const noteAt = (n: number) => (style.isNote ? n + 1 : 0);
    engine.rebuildProcessorState(
      run.map((citation, n) => cluster(citation, `c${n}`, noteAt(n))),
      'text',
    );
    const places = run.map((_, n): [string, number] => [`c${n}`, noteAt(n)]);
    const bare = (n: number) =>
      time(() =>
        engine.processCitationCluster(
          cluster({ cites: [{ citekey: `key${n % 200}` }] }, `n${n}`, noteAt(run.length)),
          places,
          [],
        ),
      );
    for (let n = 0; n < 20; n++) bare(n);
    const bareTimes = Array.from({ length: 60 }, (_, n) => bare(n + 20));
    const insert = (n: number) =>
      time(() => formatter.formatInsertion(run, { cites: [{ citekey: `key${n % 200}` }] }, [], 'markdown'));
    for (let n = 0; n < 20; n++) insert(n);
    const times = Array.from({ length: 60 }, (_, n) => insert(n));
    return {
      style: style.id,
      'one note, median (ms)': round(median(times)),
      'bare citeproc (ms)': round(median(bareTimes)),
      slowest: round(Math.max(...times)),
    };
  });
  console.table(rows);

  const before = essayText();
  const essay = EssayDocument.read(before);
  const at = before.indexOf('paragraph 45');
  const after = `${before.slice(0, at)}x${before.slice(at)}`;
  const edits: number[] = [];
  const parses: number[] = [];
  for (let n = 0; n < 25; n++) {
    edits.push(time(() => essay.edited(after).tree));
    parses.push(time(() => EssayDocument.read(after).tree));
  }
  console.table({
    'essay (KB)': round(before.length / 1024, 1),
    citations: findCitations(before).length,
    'a keystroke (ms)': round(median(edits)),
    'a full parse (ms)': round(median(parses)),
    'keystroke : full parse': round(median(edits) / median(parses)),
  });
}
