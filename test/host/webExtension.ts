import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeScratchFolder, projectRoot } from './folders';
import { grepVariable } from './testReport';

/** What the extension and its tests need beside the manifest. */
const parts = [
  'dist/web.js',
  'dist/cslAssets.json',
  'dist/panel',
  'dist/thesaurus.bin',
  'l10n',
  'media',
  'notes',
  'package.nls.json',
  'package.nls.de.json',
  'test/fixtures',
  'out/test/webIntegration',
] as const;

/**
 * A copy of the extension whose manifest has `browser` but no `main`, so that VS Code runs it in the web worker that is its
 * extension host in the web. @returns its folder and the bundle of tests in it
 */
export function makeWebExtension(grep: string | undefined): {
  readonly folder: string;
  readonly tests: string;
} {
  const folder = join(makeScratchFolder('web'), 'marginalia');
  for (const part of parts) {
    mkdirSync(dirname(join(folder, part)), { recursive: true });
    cpSync(join(projectRoot, part), join(folder, part), { recursive: true });
  }
  const { main, extensionKind, ...manifest } = JSON.parse(
    readFileSync(join(projectRoot, 'package.json'), 'utf8'),
  ) as Readonly<Record<string, unknown>>;
  // Beside a server, as here, it would be looked for there.
  assert.deepEqual(extensionKind, ['workspace']);
  if (!main) throw new Error('The manifest has no entry point for the desktop.');
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  const tests = join(folder, 'out/test/webIntegration/index.js');
  // A worker has no environment.
  const bundle = readFileSync(tests, 'utf8');
  writeFileSync(
    tests,
    `globalThis[${JSON.stringify(grepVariable)}] = ${JSON.stringify(grep ?? '')};\n${bundle}`,
  );
  return { folder, tests };
}
