import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeScratchFolder, projectRoot } from '../../host/folders';
import { runInside } from '../../host/insideVsCode';
import { getNpmVsCode } from '../../host/npmVsCode';
import { startServer, type VsCodeServer } from '../../host/server';
import { findRelease } from '../../host/versions';
import { generateNotes, random } from '../../support/generatedNotes';
import { argumentText, type Measured, measuredPrefix } from './measured';

const MOST_FILES = 3000;
const PER_FILE = 33;
const PATIENCE = 6 * 60_000;

/**
 * `host`: how long VS Code’s extension host takes until it answers and how long it stands still, with nothing stored (cold)
 * and after that (warm), and what memory it needs, beside the same host without the extension.
 */
export async function host(options: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...options],
    options: { arguments: { type: 'string', default: '1000,10000' } },
  });
  const bare = join(makeScratchFolder('bench'), 'nothing');
  mkdirSync(bare);
  writeFileSync(
    join(bare, 'package.json'),
    JSON.stringify({ name: 'nothing', publisher: 'x', version: '0.0.1', engines: { vscode: '*' } }),
  );
  const rows = [];
  for (const count of values.arguments.split(',').map(Number)) {
    const folder = makeLibrary(count);
    const files = await getNpmVsCode(findRelease('newest'));
    const server = await startServer(files);
    try {
      const none = await measure(server, folder, bare);
      rows.push({ arguments: count, start: 'no extension', ...none });
      rows.push({ arguments: count, start: 'cold', ...(await measure(server, folder, projectRoot)) });
      rows.push({ arguments: count, start: 'warm', ...(await measure(server, folder, projectRoot)) });
      console.log(
        `${String(count)} arguments: ${String(megabytesOf(folder))} MB of notes, ${String(megabytesOf(server.data, /^library$/))} MB stored`,
      );
    } finally {
      await server.stop();
    }
  }
  console.table(rows);
}

function makeLibrary(count: number): string {
  const folder = join(makeScratchFolder('bench'), 'essay');
  const files = Math.max(2, Math.min(MOST_FILES, Math.ceil(count / PER_FILE)));
  for (let i = 0; i < files; i++) {
    const inFolder = join(folder, 'notes', String(Math.floor(i / 100)).padStart(2, '0'));
    mkdirSync(inFolder, { recursive: true });
    const which = i === 0 ? 'first' : i === files - 1 ? 'last' : undefined;
    const marked = which ? `- ${argumentText(which)}\n` : '';
    const text = generateNotes('markdown', Math.round(count / files), random(i + 1));
    writeFileSync(join(inFolder, `${String(i).padStart(4, '0')}.md`), text + marked);
  }
  return folder;
}

/** Opens VS Code on the folder and waits for what the probe inside measures. */
async function measure(server: VsCodeServer, folder: string, extension: string): Promise<Measured> {
  let measured: Measured | undefined;
  await runInside(server, {
    folder,
    extension,
    tests: join(projectRoot, 'out', 'test', 'hostProbe', 'index.js'),
    patience: PATIENCE,
    log: (entry) => {
      const text = entry.map(String).join(' ');
      const at = text.indexOf(measuredPrefix);
      if (at >= 0) measured = JSON.parse(text.slice(at + measuredPrefix.length)) as Measured;
    },
  });
  if (!measured) throw new Error('The probe has measured nothing.');
  return measured;
}

function megabytesOf(folder: string, name = /./): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && name.test(entry.name),
  );
  const bytes = files.reduce(
    (sum, { parentPath, name: file }) => sum + statSync(join(parentPath, file)).size,
    0,
  );
  return Math.round(bytes / 1e5) / 10;
}
