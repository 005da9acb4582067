import { createRequire } from 'node:module';
import { join } from 'node:path';
import { notesFileSteps } from '../../src/core/notes/readNotesFile';
import type { NotesOutline } from '../../src/core/notes/outline';
import { generatedFormats, type GeneratedFormat, generateNotes, random } from '../support/generatedNotes';

interface MarkdownIt {
  parse(text: string, environment: object): unknown;
}
const require = createRequire(join(process.cwd(), 'test', 'bench', 'package.json'));
const ROUNDS = 7;

/** Milliseconds that this thread has computed: unlike the time of day, these do not grow while other programs run. */
function computed(): number {
  const { user, system } = (
    process as unknown as { threadCpuUsage(): { readonly user: number; readonly system: number } }
  ).threadCpuUsage();
  return (user + system) / 1000;
}

interface Measured {
  readonly milliseconds: number;
  /** The longest stretch without a break. */
  readonly longestBlock: number;
  readonly outline: NotesOutline;
}

function read(bytes: Uint8Array, fileName: string): Measured {
  const started = computed();
  const steps = notesFileSteps(bytes, fileName);
  let longestBlock = 0;
  for (let before = started; ;) {
    const { done, value } = steps.next();
    const now = computed();
    longestBlock = Math.max(longestBlock, now - before);
    before = now;
    if (done) return { milliseconds: now - started, longestBlock, outline: value };
  }
}

/** `reading`: how fast notes are read, by format and by size, against markdown-it on the same Markdown in the same run. */
export function reading(): void {
  const markdownIt = (require('markdown-it') as () => MarkdownIt)();
  /** Both read the same text in turn, several times; the fastest run of each counts, the others were disturbed. */
  const measure = (text: string, name: string) => {
    const bytes = new TextEncoder().encode(text);
    let ours = read(bytes, name);
    let longestBlock = ours.longestBlock;
    let peer = Infinity;
    for (let round = 1; round < ROUNDS; round++) {
      globalThis.gc?.();
      const started = computed();
      if (name.endsWith('.md')) markdownIt.parse(text, {});
      peer = Math.min(peer, computed() - started);
      globalThis.gc?.();
      const run = read(bytes, name);
      if (run.milliseconds < ours.milliseconds) ours = run;
      longestBlock = Math.min(longestBlock, run.longestBlock);
    }
    return { ...ours, longestBlock, peer, megabytes: bytes.length / 1e6 };
  };

  const rows = (Object.keys(generatedFormats) as GeneratedFormat[]).map((format) => {
    const text = generateNotes(format, 10_000, random(1));
    const { milliseconds, outline, longestBlock, peer, megabytes } = measure(
      text,
      `notes.${generatedFormats[format]}`,
    );
    const isMarkdown = generatedFormats[format] === 'md';
    return {
      format,
      'read as': outline.format,
      arguments: outline.arguments.length,
      'MB/s': Number(((megabytes * 1000) / milliseconds).toFixed(1)),
      'arguments/s': Math.round((outline.arguments.length / milliseconds) * 1000),
      'longest block (ms)': Number(longestBlock.toFixed(1)),
      'speed : markdown-it': isMarkdown ? Number((peer / milliseconds).toFixed(2)) : '',
    };
  });
  console.table(rows);

  const sizes = [25_000, 50_000, 100_000].map((lines) => {
    const all = generateNotes('markdown', lines, random(2)).split('\n').slice(0, lines).join('\n');
    const { milliseconds, longestBlock, peer } = measure(all, 'notes.md');
    return {
      lines,
      milliseconds: Math.round(milliseconds),
      'longest block (ms)': Number(longestBlock.toFixed(1)),
      peer,
    };
  });
  const [first] = sizes;
  console.table(
    sizes.map(({ peer, ...size }) => ({
      ...size,
      'growth (1 = linear)': Number(
        (size.milliseconds / (first?.milliseconds ?? 1) / (size.lines / (first?.lines ?? 1))).toFixed(2),
      ),
      'speed : markdown-it': Number((peer / size.milliseconds).toFixed(2)),
    })),
  );
}
