import { EssayDocument } from '../../src/core/essay/essayDocument';
import { createMarginalia, type Marginalia } from '../../src/core/marginalia';
import { defaultSettings } from '../../src/core/settings';
import { neverCancelled } from '../../src/core/util/cancellation';
import { english } from '../../src/core/util/localize';
import { silentLogger } from '../../src/core/util/logger';
import { random } from './generatedNotes';
import { InMemoryWorkspace } from './inMemoryWorkspace';

const FILES = 100;
const ARGUMENTS_A_FILE = 100;
const KEYSTROKES = 300;

/** Milliseconds: the time that most, and all but one in twenty, of some calls took. */
export interface Times {
  readonly median: number;
  readonly p95: number;
}

/** Statements of about a dozen words out of some ten thousand, as rare and as common as words are by Zipf's law. */
function statements(count: number, next: (below: number) => number): readonly string[] {
  return Array.from({ length: count }, () => {
    const words = Array.from({ length: 8 + next(9) }, () =>
      word(Math.floor(10_000 ** (next(10_000) / 10_000))),
    );
    return words.join(' ').replace(/^./, (letter) => letter.toUpperCase());
  });
}

const syllables = 'ba co di fe gu la me ni po ru sa te vi wo za kro stal mar din ger'.split(' ');

function word(rank: number): string {
  let rest = rank + syllables.length;
  let built = '';
  for (; rest > 0; rest = Math.floor(rest / syllables.length)) built += syllables[rest % syllables.length];
  return built;
}

/** How long the handlers of an editor take over 10,000 arguments and an essay of 5,000 words. */
export async function measureHandlers(
  readThesaurus: () => Promise<Uint8Array>,
): Promise<Readonly<Record<'keystroke' | 'completion' | 'hover', Times>>> {
  const next = random(7);
  const files = Object.fromEntries(
    Array.from({ length: FILES }, (_, index) => [
      `notes/n${index}.txt`,
      `Author${index} notes\n\n${statements(ARGUMENTS_A_FILE, next).join('\n\n')}\n`,
    ]),
  );
  const text = statements(400, next)
    .map((statement, index) => `${statement}.${index % 6 === 5 ? '\n\n' : ' '}`)
    .join('');
  const settings = () => defaultSettings;
  const init = { workspace: new InMemoryWorkspace(files), settings, logger: silentLogger, localize: english };
  const marginalia = createMarginalia({ ...init, readThesaurus });
  const essay = EssayDocument.read(text);
  await marginalia.completions(essay, text.length, { asked: true }, neverCancelled);
  // What many files have left in pieces is merged in the background.
  await new Promise((resolve) => setTimeout(resolve, 3000));
  return measure(marginalia, essay, text);
}

async function measure(marginalia: Marginalia, start: EssayDocument, text: string) {
  const typed = ` ${statements(30, random(11)).join('. ')}`;
  const at = text.indexOf('\n\n', text.length / 2);
  const keystroke: number[] = [];
  const completion: number[] = [];
  const hover: number[] = [];
  let essay = start;
  for (let length = 1; length <= KEYSTROKES; length++) {
    const cursor = at + length;
    keystroke.push(
      await timed(async () => {
        essay = essay.edited(text.slice(0, at) + typed.slice(0, length) + text.slice(at));
        await marginalia.completions(essay, cursor, { asked: false }, neverCancelled);
      }),
    );
    if (length % 3 > 0) continue;
    completion.push(
      await timed(() => marginalia.completions(essay, cursor, { asked: true }, neverCancelled)),
    );
    const over = (length * 97) % text.length;
    hover.push(await timed(() => marginalia.hover(essay, over, neverCancelled)));
  }
  return { keystroke: times(keystroke), completion: times(completion), hover: times(hover) };
}

async function timed(call: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await call();
  return performance.now() - before;
}

function times(all: readonly number[]): Times {
  const sorted = [...all].sort((a, b) => a - b);
  const at = (share: number) => Number((sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1));
  return { median: at(0.5), p95: at(0.95) };
}
