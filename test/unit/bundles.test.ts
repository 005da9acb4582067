import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { isBuiltin } from 'node:module';
import { suiteSetup } from 'mocha';
import type { Metafile } from 'esbuild';

type Bundle = Metafile & { readonly name: string };

/** How the extension would be built for production. */
function measure(): ReadonlyMap<string, Bundle> {
  const args = ['esbuild.mjs', 'entry', 'composition', 'web', '--production', '--measure'];
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

/** What a bundle takes from its host. */
const hostModules = ({ outputs }: Bundle) =>
  Object.values(outputs).flatMap(({ imports }) =>
    imports.filter(({ external, path }) => external && path !== './composition.mjs').map(({ path }) => path),
  );

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
    const outputs = bundles.get('composition')?.outputs ?? {};
    const atOnce = new Set<string>();
    const load = (path: string) => {
      if (atOnce.has(path)) return;
      atOnce.add(path);
      for (const { path: next, kind } of outputs[path]?.imports ?? [])
        if (kind !== 'dynamic-import') load(next);
    };
    load('dist/desktop/composition.mjs');
    const inputs = [...atOnce].flatMap((path) => Object.keys(outputs[path]?.inputs ?? {}));
    assert.ok(inputs.some((file) => file.includes('marginalia.ts')));
    const late = /node_modules\/(?:citeproc|@citation-js|saxes|fflate)\//;
    assert.deepEqual(
      inputs.filter((file) => late.test(file)),
      [],
    );
    assert.ok(Object.keys(bundles.get('composition')?.inputs ?? {}).some((file) => late.test(file)));
  });

  test('are one file of at most 1.5 MB in the web', () => {
    const web = bundles.get('web');
    assert.equal(Object.keys(web?.outputs ?? {}).length, 1);
    assert.ok(sizeOf(web) <= 1_500_000, `${sizeOf(web)} bytes`);
  });

  for (const name of ['entry', 'composition', 'web'])
    test(`reach no network and start no program but pandoc: ${name}`, () => {
      const bundle = bundles.get(name);
      assert.ok(bundle);
      const allowed = ['vscode', 'node:fs', 'node:os', 'node:path', 'node:child_process'];
      assert.deepEqual(
        hostModules(bundle).filter((path) => !allowed.includes(path)),
        [],
      );
      const starting = Object.entries(bundle.inputs).filter(([, { imports }]) =>
        imports.some(({ path }) => isBuiltin(path) && path.endsWith('child_process')),
      );
      assert.deepEqual(
        starting.map(([file]) => file),
        name === 'entry' ? [] : ['src/host/vscode/pandoc.ts'],
      );
    });
});
