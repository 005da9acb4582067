// Builds what runs: `node esbuild.mjs [desktop] [web] [cli] [unit] [integration] [e2e] [host] [--watch] [--production]`.
// Without names it builds the three products: desktop, web and cli.
import { readdirSync, rmSync } from 'node:fs';
import * as esbuild from 'esbuild';

const names = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const watch = process.argv.includes('--watch');
const production = process.argv.includes('--production');

/** @type {esbuild.BuildOptions} */
const shared = {
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  minify: production,
  sourcemap: production ? false : 'linked',
  logLevel: 'warning',
};

/** Test bundles take packages from node_modules, so that each stays small and starts fast. */
const test = { ...shared, packages: 'external', outbase: '.', outdir: 'out' };

const testFiles = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`);

/** @type {Record<string, () => esbuild.BuildOptions>} */
const builds = {
  desktop: () => ({
    ...shared,
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.js',
    external: ['vscode'],
  }),
  web: () => ({
    ...shared,
    platform: 'browser',
    target: 'es2022',
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/web/extension.js',
    external: ['vscode'],
  }),
  cli: () => ({
    ...shared,
    entryPoints: ['src/cli.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
  }),
  unit: () => ({ ...test, entryPoints: testFiles('test/unit') }),
};

for (const name of names.length > 0 ? names : ['desktop', 'web', 'cli']) {
  const options = builds[name]?.();
  if (!options) throw new Error(`No build is called “${name}”; there are: ${Object.keys(builds).join(', ')}`);
  if (options.outdir) rmSync(`${options.outdir}/test/${name}`, { recursive: true, force: true });
  if (watch) await (await esbuild.context(options)).watch();
  else await esbuild.build(options);
}
