import { EssayDocument } from '../../src/core/essay/essayDocument';
import { openInMemory } from '../support/sample';
import { random, zipfianCorpus } from './corpus';
import type { Text } from './peers';

const EDITS = 40;
const ESSAYS = 2;
/** Milliseconds in which the index comes to rest once everything is read. */
const SETTLING = 3000;

interface Measured {
  readonly whole: number;
  /** A keystroke inside a paragraph. */
  readonly edited: readonly number[];
  /** A keystroke in a paragraph's first word, which counts as a name here: all sentences of the paragraph are asked anew. */
  readonly renamed: readonly number[];
}

/** `checks`: how long a whole essay takes against a library, and one edited paragraph of it; growth with both. */
export async function checks(options: readonly string[]): Promise<void> {
  const sizes: readonly (readonly [number, number])[] = [
    [5000, 10_000],
    [5000, 1000],
    [5000, 40_000],
    [1250, 10_000],
    [10_000, 10_000],
  ];
  const rows = [];
  for (const [words, args] of options.includes('--short') ? sizes.slice(0, 1) : sizes) {
    const { whole, edited, renamed } = await measure(words, args);
    const median = quantile(edited, 0.5);
    rows.push({
      'words of the essay': words,
      arguments: args,
      'whole (ms)': Math.round(whole),
      'edited paragraph, median (ms)': Number(median.toFixed(1)),
      'p95 (ms)': Number(quantile(edited, 0.95).toFixed(1)),
      'with a name, median (ms)': Number(quantile(renamed, 0.5).toFixed(1)),
      'median : whole': Number((median / whole).toFixed(3)),
    });
  }
  console.table(rows);
}

function quantile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(share * values.length)] ?? 0;
}

async function measure(words: number, args: number): Promise<Measured> {
  const corpus = zipfianCorpus(args);
  const { marginalia } = openInMemory(notesOf(corpus));
  while ((await marginalia.library()).arguments.size < args * 0.95)
    await new Promise((resolve) => setTimeout(resolve, 50));
  await new Promise((resolve) => setTimeout(resolve, SETTLING));
  const next = random(7);
  await marginalia.review(EssayDocument.read(essayOf(corpus, 300, next)));
  const whole: number[] = [];
  let essay = EssayDocument.read('');
  for (let round = 0; round < ESSAYS; round++) {
    const text = essayOf(corpus, words, next);
    globalThis.gc?.();
    const started = performance.now();
    essay = EssayDocument.read(text);
    await marginalia.review(essay);
    whole.push(performance.now() - started);
  }
  /** Types a letter into a random paragraph, `place` of its length from its start. */
  const edit = async (place: number): Promise<number> => {
    const { start, end } = essay.paragraphs[Math.floor(next() * essay.paragraphs.length)]?.span ?? {
      start: 0,
      end: 0,
    };
    const at = start + 5 + Math.floor(place * (end - start - 5));
    const started = performance.now();
    essay = essay.edited(`${essay.text.slice(0, at)}x${essay.text.slice(at)}`);
    await marginalia.review(essay);
    return performance.now() - started;
  };
  const edited: number[] = [];
  const renamed: number[] = [];
  for (let round = 0; round < EDITS; round++) {
    edited.push(await edit(next()));
    renamed.push(await edit(0));
  }
  marginalia.dispose();
  return { whole: Math.min(...whole), edited, renamed };
}

const FILE_SIZE = 500;

/** Notes files with a page for every argument, and a phrase in quotation marks in every fifth. */
function notesOf(corpus: readonly Text[]): Record<string, string> {
  const files: Record<string, string> = {};
  for (let start = 0; start < corpus.length; start += FILE_SIZE) {
    const number = String(start / FILE_SIZE);
    const lines = corpus.slice(start, start + FILE_SIZE).map(({ body }, index) => {
      const words = body.split(' ');
      const quoted =
        index % 5 === 0
          ? [...words.slice(0, 3), `"${words.slice(3, 8).join(' ')}"`, ...words.slice(8)]
          : words;
      return `- ${quoted.join(' ')} (p. ${String(1 + index)})`;
    });
    files[`notes/Author${number}.md`] = `# Author${number} Notes\n\n## What was it?\n\n${lines.join('\n')}\n`;
  }
  return files;
}

/** Paragraphs of five sentences: some make an argument, some quote one, some end in a citation. */
function essayOf(corpus: readonly Text[], words: number, next: () => number): string {
  const paragraphs: string[] = [];
  let count = 0;
  const pick = () => corpus[Math.floor(next() * corpus.length)]?.body.split(' ') ?? [];
  while (count < words) {
    const sentences = Array.from({ length: 5 }, (_, index) => {
      const body = [...pick().slice(0, 14), ...pick().slice(0, 6)];
      count += body.length;
      if (index === 2) body.splice(4, 5, `“${body.slice(4, 9).join(' ')}”`);
      const sentence = body.join(' ');
      const end =
        index % 2 === 0
          ? ` (Author${String(Math.floor(next() * 3))} ${String(1 + Math.floor(next() * 400))})`
          : '';
      return `${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1)}${end}.`;
    });
    paragraphs.push(sentences.join(' '));
  }
  return `# Essay\n\n${paragraphs.join('\n\n')}\n`;
}
