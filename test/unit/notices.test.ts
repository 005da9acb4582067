import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

const META = 'out/meta';

suite('Third-party notices', () => {
  const notices = readFileSync('THIRD_PARTY_NOTICES.md', 'utf8');

  test('name every package that is bundled, with its version', function () {
    // Without a build there is nothing to compare: `npm test` makes one.
    if (!existsSync(META)) this.skip();
    const inputs = readdirSync(META).flatMap((file) =>
      Object.keys((JSON.parse(readFileSync(join(META, file), 'utf8')) as Metafile).inputs),
    );
    const folders = new Set(
      inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []),
    );
    assert.ok(folders.size > 5);
    for (const folder of folders) {
      const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
        readonly name: string;
        readonly version: string;
      };
      assert.ok(notices.includes(`### ${name} ${version}\n`), `${name}: run npm run notices`);
    }
  });

  test('hold the attributions that licences ask for', () => {
    assert.match(notices, /citeproc-js.*© .*Frank Bennett.*Common Public Attribution License/s);
    assert.match(notices, /styles and locales.*Creative Commons Attribution-ShareAlike 3\.0/s);
    assert.match(notices, /WordNet 3\.1/);
    assert.match(notices, /world-countries.*Open Database License/s);
    const about = readFileSync('src/features/about.ts', 'utf8');
    assert.match(about, /citeproc-js, © Frank Bennett/);
    assert.match(about, /citationstyles\.org/);
  });
});
