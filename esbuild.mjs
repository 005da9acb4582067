// Builds what runs: `node esbuild.mjs [desktop] [web] [cli] [tests] [host] [--watch] [--production]`; without names, the three products.
import { glob } from 'node:fs/promises';
import * as esbuild from 'esbuild';

const flags = new Set(process.argv.slice(2));
const production = flags.has('--production');

/** @type {esbuild.BuildOptions} */
const shared = {
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  minify: production,
  sourcemap: !production,
  sourcesContent: false,
  logLevel: 'warning',
};
console.log(shared, glob, esbuild);
