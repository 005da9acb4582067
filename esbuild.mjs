// Builds what runs: `node esbuild.mjs [extension] [panel] [commandLine] [thesaurus] [bench] [hostProbe] [unit] [deep] [integration] [soak] [webIntegration] [e2e] [host] [--watch] [--production] [--measure]`.
// Without names it builds the products: the extension (`entry`, `node`, `web`, `panel`, `cslAssets`), the command line, which
// shares its files on the desktop (`node`, `cslAssets`, `cli`), and the thesaurus that they load.
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import * as esbuild from 'esbuild';
import { cslAssets, cslAssetsJson, noCslAssets } from './scripts/cslAssets.mjs';
import { irregularForms } from './scripts/irregularForms.mjs';
import { nameGroups } from './scripts/names.mjs';
import { readerVersion } from './scripts/readerVersion.mjs';
import { buildThesaurus } from './scripts/thesaurus.mjs';

const names = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const watch = process.argv.includes('--watch');
const production = process.argv.includes('--production');
/** Writes nothing, but prints what went into what, by esbuild's account. */
const measure = process.argv.includes('--measure');

/** What the search knows about words: those for one state, and the irregular forms of English. */
const wordLists = { 'generated:names': nameGroups, 'generated:irregularForms': irregularForms };

/** Resolves the names of `wordLists`. */
const generatedWordLists = {
  name: 'generated-word-lists',
  setup(build) {
    build.onResolve({ filter: /^generated:/ }, ({ path }) =>
      path in wordLists ? { path, namespace: 'wordLists' } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'wordLists' }, ({ path }) => ({
      contents: JSON.stringify(wordLists[path]()),
      loader: 'json',
    }));
  },
};

/** htmlparser2, of which only the tokenizer is used, brings packages along that don't say that they can be left out. */
const withoutDom = {
  name: 'without-dom',
  setup(build) {
    build.onResolve(
      { filter: /^(?:dom-serializer|domutils|entities)$/ },
      async ({ path, pluginData, ...from }) => {
        if (pluginData === withoutDom) return undefined;
        const { kind, importer, resolveDir } = from;
        const found = await build.resolve(path, { kind, importer, resolveDir, pluginData: withoutDom });
        return { ...found, sideEffects: false };
      },
    );
  },
};

/** @type {esbuild.BuildOptions} */
const shared = {
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  // For this target esbuild would make every pattern with \p{…} anew each time that it is used.
  supported: { 'regexp-unicode-property-escapes': true },
  minify: production,
  // Escapes of what is not ASCII take up to six bytes a character.
  charset: 'utf8',
  sourcemap: production ? false : 'linked',
  // While watching it says when it has built, which tasks.json and `npm start` listen for.
  logLevel: watch ? 'info' : 'warning',
  plugins: [cslAssets, generatedWordLists, readerVersion],
  // citation-js could fetch what it reads; nothing of ours may.
  alias: { 'sync-fetch-undici': './scripts/noNetwork.mjs' },
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

/** The extension in either host: what the web's lacks is loaded only where it is, and styles are read from a file. */
const extension = {
  ...shared,
  platform: 'browser',
  target: 'es2022',
  external: ['vscode', 'node:child_process', 'node:fs', 'node:os', 'node:path'],
  plugins: [noCslAssets, generatedWordLists, readerVersion, withoutDom],
};

const desktop = { ...extension, format: 'esm', outdir: 'dist/desktop', outExtension: { '.js': '.mjs' } };

/** Leaves the composition to a file of its own. */
const compositionBeside = {
  name: 'composition-beside',
  setup(build) {
    build.onResolve({ filter: /^\.\/composition$/ }, () => ({ path: './composition.mjs', external: true }));
  },
};

/** @type {Record<string, () => esbuild.BuildOptions>} */
const builds = {
  // On the desktop: what is loaded at once, and, in as many files as there are occasions, what is loaded when it is used.
  entry: () => ({
    ...desktop,
    entryPoints: { extension: 'src/extension.ts' },
    plugins: [...desktop.plugins, compositionBeside],
  }),
  // What it loads shares its files with the command line.
  node: () => ({
    ...desktop,
    entryPoints: ['src/composition.ts', 'src/cli.ts'],
    external: ['vscode', 'node:*'],
    splitting: true,
    chunkNames: 'parts/[name]-[hash]',
  }),
  // The web's host loads one file; what is imported by a call is evaluated when it is called.
  web: () => ({ ...extension, entryPoints: ['src/extension.ts'], outfile: 'dist/web.js' }),
  panel: () => ({
    ...shared,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    entryPoints: { panel: 'src/panel/main.ts', 'panel.styles': 'src/panel/panel.css' },
    outdir: 'dist/panel',
    assetNames: '[name]',
    loader: { '.ttf': 'file' },
  }),
  bench: () => ({ ...test, entryPoints: ['test/bench/main.ts'] }),
  unit: () => ({ ...test, entryPoints: testFiles('test/unit') }),
  deep: () => ({ ...test, entryPoints: [...testFiles('test/deep'), 'test/deep/support/window.ts'] }),
  host: () => ({
    ...test,
    entryPoints: ['start', 'integration', 'desktop', 'all', 'copySample', 'countingReporter'].map(
      (name) => `test/host/${name}.ts`,
    ),
  }),
  hostProbe: () => ({
    ...shared,
    entryPoints: ['test/bench/host/probe.ts'],
    outfile: 'out/test/hostProbe/index.js',
    external: ['vscode'],
  }),
  integration: () => ({
    ...shared,
    entryPoints: ['test/integration/index.ts'],
    outfile: 'out/test/integration/index.js',
    external: ['vscode'],
    plugins: [...shared.plugins, allTests('test/integration')],
  }),
  soak: () => ({
    ...shared,
    entryPoints: ['test/integration/index.ts'],
    outfile: 'out/test/soak/index.js',
    external: ['vscode'],
    plugins: [...shared.plugins, allTests('test/soak')],
  }),
  webIntegration: () => ({
    ...shared,
    platform: 'browser',
    target: 'es2022',
    entryPoints: ['test/integration/index.ts'],
    outfile: 'out/test/webIntegration/index.js',
    external: extension.external,
    alias: { ...shared.alias, 'node:assert/strict': './test/integration/support/assert.mjs' },
    define: { 'process.env.NODE_DEBUG': 'undefined', global: 'globalThis' },
    plugins: [...shared.plugins, allTests('test/integration')],
  }),
  e2e: () => ({
    ...test,
    entryPoints: ['test/e2e/harness/run.ts', 'test/e2e/virtualFiles/extension.ts'],
    plugins: [...test.plugins, allTests('test/e2e')],
  }),
};

/** Writes the thesaurus, which the products load when it is first needed; takes a while, so only if it is out of date. */
function writeThesaurus() {
  const target = 'dist/thesaurus.bin';
  const written = statSync(target, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = [
    'package-lock.json',
    'scripts/thesaurus.mjs',
    'scripts/moby.mjs',
    'scripts/wordVectors.mjs',
    'scripts/wordVectors.bin',
    'scripts/stems.mjs',
    'scripts/names.mjs',
    'src/core/search/historicalNames.json',
  ];
  if (sources.every((source) => statSync(source).mtimeMs < written)) return;
  writeFileSync(target, buildThesaurus());
}

/** Names that stand for several builds. */
const groups = {
  products: ['extension', 'commandLine', 'thesaurus'],
  extension: ['entry', 'node', 'web', 'panel', 'cslAssets'],
  commandLine: ['node', 'cslAssets', 'cli'],
};
const expand = (name) => groups[name]?.flatMap(expand) ?? [name];

const data = {
  cli: () => writeFileSync('dist/cli.js', "#!/usr/bin/env node\nimport('./desktop/cli.mjs');\n"),
  thesaurus: writeThesaurus,
  cslAssets: () => writeFileSync('dist/cslAssets.json', cslAssetsJson()),
};

mkdirSync('dist', { recursive: true });
for (const name of new Set((names.length > 0 ? names : ['products']).flatMap(expand))) {
  if (data[name]) {
    data[name]();
    continue;
  }
  const options = builds[name]?.();
  if (!options) throw new Error(`No build is called “${name}”; there are: ${Object.keys(builds).join(', ')}`);
  if (measure) {
    const { metafile } = await esbuild.build({ ...options, metafile: true, write: false });
    console.log(JSON.stringify({ name, ...metafile }));
    continue;
  }
  if (options.splitting) rmSync(`${options.outdir}/parts`, { recursive: true, force: true });
  if (options.outdir === 'out') rmSync(`${options.outdir}/test/${name}`, { recursive: true, force: true });
  if (watch) await (await esbuild.context(options)).watch();
  else {
    const { metafile } = await esbuild.build({ ...options, metafile: true });
    if ((options.outfile ?? options.outdir)?.startsWith('dist/')) {
      mkdirSync('out/meta', { recursive: true });
      writeFileSync(`out/meta/${name}.json`, JSON.stringify(metafile));
    }
  }
}
