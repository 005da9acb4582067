import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { startNode } from './children';
import { projectRoot } from './folders';
import { HostError } from './hostError';

/** Builds the extension, and again whenever a source changes, and says so; resolves after the first time. */
export async function watchSources(): Promise<void> {
  const build = startNode(join(projectRoot, 'esbuild.mjs'), ['extension', '--watch']);
  let built = false;
  await new Promise<void>((resolve, reject) => {
    build.once('error', reject);
    build.once('exit', () => reject(new HostError('The build ended.')));
    if (!build.stderr) throw new Error('The build has no output');
    createInterface({ input: build.stderr }).on('line', (line) => {
      if (!line.startsWith('[watch]')) {
        if (line.trim() !== '') console.error(line);
      } else if (line.startsWith('[watch] build finished')) {
        if (built) console.log('Rebuilt. Reload the window to see it: F1, “Developer: Reload Window”.');
        built = true;
        resolve();
      }
    });
  });
}
