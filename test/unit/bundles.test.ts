import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { suiteSetup } from 'mocha';
import type { Metafile } from 'esbuild';

type Bundle = Metafile & { readonly name: string };

/** How the extension would be built for production. */
function measure(): ReadonlyMap<string, Bundle> {
  const args = ['esbuild.mjs', 'entry', 'node', 'web', '--production', '--measure'];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e8 });
  const bundles = stdout.trim().split('\n');
  assert.equal(bundles.length, 3, stderr);
  return new Map(
    bundles.map((line) => {
      const bundle = JSON.parse(line) as Bundle;
      return [bundle.name, bundle];
    }),
  );
}

const sizeOf = (bundle: Bundle | undefined) =>
  Object.values(bundle?.outputs ?? {}).reduce((sum, { bytes }) => sum + bytes, 0);

/** The files of a build that one of them loads, at once or ever, itself among them. */
function loadedBy(start: string, { outputs }: Bundle, when: 'at once' | 'ever'): readonly string[] {
  const loaded = new Set<string>();
  const load = (path: string) => {
    if (loaded.has(path) || !outputs[path]) return;
    loaded.add(path);
    for (const { path: next, kind } of outputs[path].imports)
      if (when === 'ever' || kind !== 'dynamic-import') load(next);
  };
  load(start);
  return [...loaded];
}

const composition = 'dist/desktop/composition.mjs';

/** Everything by which JavaScript reaches a network without importing anything. */
const reachesOut =
  /(?<![#.\w])fetch\s*\(|\b(?:WebSocket|WebTransport|XMLHttpRequest|EventSource|sendBeacon|importScripts)\b/;

suite('The bundles', () => {
  let bundles: ReadonlyMap<string, Bundle> = new Map();
  suiteSetup(() => {
    bundles = measure();
  });

  test('load one file of at most 150 kB on the desktop before first use', () => {
    const entry = bundles.get('entry');
    assert.equal(Object.keys(entry?.outputs ?? {}).length, 1);
    const imports = Object.values(entry?.outputs ?? {}).flatMap(({ imports: each }) => each);
    assert.deepEqual([...new Set(imports.map(({ path, kind }) => `${path} ${kind}`))].sort(), [
      './composition.mjs dynamic-import',
      'vscode import-statement',
    ]);
    assert.ok(sizeOf(entry) <= 150_000, `${sizeOf(entry)} bytes`);
  });

  test('load what only some need when it is needed', () => {
    const bundle = bundles.get('node');
    assert.ok(bundle);
    const inputs = loadedBy(composition, bundle, 'at once').flatMap((path) =>
      Object.keys(bundle.outputs[path]?.inputs ?? {}),
    );
    assert.ok(inputs.some((file) => file.includes('marginalia.ts')));
    const late = /node_modules\/(?:citeproc|@citation-js|saxes|fflate)\//;
    assert.deepEqual(
      inputs.filter((file) => late.test(file)),
      [],
    );
    assert.ok(Object.keys(bundle.inputs).some((file) => late.test(file)));
  });

  test('are one file of at most 1.5 MB in the web', () => {
    const web = bundles.get('web');
    assert.equal(Object.keys(web?.outputs ?? {}).length, 1);
    assert.ok(sizeOf(web) <= 1_500_000, `${sizeOf(web)} bytes`);
  });

  for (const [name, start] of [
    ['entry', 'dist/desktop/extension.mjs'],
    ['node', composition],
    ['web', 'dist/web.js'],
  ] as const)
    test(`reach no network and start no program but pandoc: ${start}`, () => {
      const bundle = bundles.get(name);
      assert.ok(bundle);
      const outputs = loadedBy(start, bundle, 'ever').flatMap((path) => bundle.outputs[path] ?? []);
      assert.ok(outputs.length > 0);
      const allowed = [
        'vscode',
        'node:fs',
        'node:os',
        'node:path',
        'node:child_process',
        './composition.mjs',
      ];
      assert.deepEqual(
        outputs
          .flatMap(({ imports }) => imports)
          .filter(({ external, path }) => external && !allowed.includes(path))
          .map(({ path }) => path),
        [],
      );
      const own = Object.keys(bundle.inputs).filter((file) => file.startsWith('src/'));
      assert.deepEqual(
        own.filter((file) => reachesOut.test(readFileSync(file, 'utf8'))),
        [],
      );
      const starting = outputs
        .flatMap(({ inputs }) => Object.keys(inputs))
        .filter((file) =>
          bundle.inputs[file]?.imports.some(({ path }) => isBuiltin(path) && path.endsWith('child_process')),
        );
      assert.deepEqual(starting, name === 'entry' ? [] : ['src/host/vscode/pandoc.ts']);
    });
});
