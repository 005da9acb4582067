import { createRequire } from 'node:module';
import { join } from 'node:path';
import { notesFileSteps } from '../../src/core/notes/index';
import type { NotesOutline } from '../../src/core/notes/outline';
import { generatedFormats, type GeneratedFormat, generateNotes, random } from '../support/generatedNotes';

interface MarkdownIt {
  parse(text: string, environment: object): unknown;
}
const require = createRequire(join(process.cwd(), 'test', 'bench', 'package.json'));
const ROUNDS = 5;

interface Measured {
  readonly milliseconds: number;
  /** The longest stretch without a break. */
  readonly longestBlock: number;
  readonly outline: NotesOutline;
}

function read(bytes: Uint8Array, fileName: string): Measured {
  const started = performance.now();
  const steps = notesFileSteps(bytes, fileName);
  let longestBlock = 0;
  for (;;) {
    const before = performance.now();
    const { done, value } = steps.next();
    longestBlock = Math.max(longestBlock, performance.now() - before);
    if (done) return { milliseconds: performance.now() - started, longestBlock, outline: value };
  }
}

/** The fastest of several runs: the others were disturbed. */
function best<T>(run: () => T, time: (result: T) => number): T {
  let fastest = run();
  for (let round = 1; round < ROUNDS; round++) {
    globalThis.gc?.();
    const result = run();
    if (time(result) < time(fastest)) fastest = result;
  }
  return fastest;
}

/** `reading`: how fast notes are read, by format and by size, against markdown-it on the same Markdown in the same run. */
export function reading(): void {
  const markdownIt = (require('markdown-it') as () => MarkdownIt)();
  const parse = (text: string) =>
    best(
      () => {
        const started = performance.now();
        markdownIt.parse(text, {});
        return performance.now() - started;
      },
      (milliseconds) => milliseconds,
    );
  const encode = (text: string) => new TextEncoder().encode(text);
  const measure = (bytes: Uint8Array, name: string) =>
    best(
      () => read(bytes, name),
      (result) => result.milliseconds,
    );

  const rows = (Object.keys(generatedFormats) as GeneratedFormat[]).map((format) => {
    const text = generateNotes(format, 10_000, random(1));
    const bytes = encode(text);
    const { milliseconds, outline, longestBlock } = measure(bytes, `notes.${generatedFormats[format]}`);
    const isMarkdown = generatedFormats[format] === 'md';
    return {
      format,
      'read as': outline.format,
      arguments: outline.arguments.length,
      'MB/s': Number((bytes.length / 1000 / milliseconds).toFixed(1)),
      'arguments/s': Math.round((outline.arguments.length / milliseconds) * 1000),
      'longest block (ms)': Number(longestBlock.toFixed(1)),
      'speed : markdown-it': isMarkdown ? Number((parse(text) / milliseconds).toFixed(2)) : '',
    };
  });
  console.table(rows);

  const sizes = [25_000, 50_000, 100_000].map((lines) => {
    const all = generateNotes('markdown', lines, random(2)).split('\n').slice(0, lines).join('\n');
    const { milliseconds, longestBlock } = measure(encode(all), 'notes.md');
    return {
      lines,
      milliseconds: Math.round(milliseconds),
      'longest block (ms)': Number(longestBlock.toFixed(1)),
      parse: parse(all),
    };
  });
  const [first] = sizes;
  console.table(
    sizes.map(({ parse: peer, ...size }) => ({
      ...size,
      'growth (1 = linear)': Number(
        (size.milliseconds / (first?.milliseconds ?? 1) / (size.lines / (first?.lines ?? 1))).toFixed(2),
      ),
      'speed : markdown-it': Number((peer / size.milliseconds).toFixed(2)),
    })),
  );
}
