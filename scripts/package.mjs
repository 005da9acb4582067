// Builds `marginalia-x.y.z.vsix` for production and prints what each part of it weighs: `npm run package`.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createVSIX } from '@vscode/vsce';
import { unzipSync } from 'fflate';

/** What a student should have to download at most, in bytes. */
const limit = 3_000_000;

/** What each host loads, by its place in the package. */
const loaded = {
  'dist/desktop/extension.mjs': 'on the desktop at once',
  'dist/desktop/composition.mjs': 'on the desktop on first use, with the parts that it needs then',
  'dist/web.js': 'in the web',
};

const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
const target = `${name}-${version}.vsix`;

const build = spawnSync(process.execPath, ['esbuild.mjs', '--production'], { stdio: 'inherit' });
if (build.status !== 0) process.exit(1);
await createVSIX({ packagePath: target, dependencies: false });

const parts = [];
const archive = readFileSync(target);
unzipSync(archive, {
  filter: ({ name: path, size }) => {
    parts.push({ path: path.replace(/^extension\//, ''), size });
    return false;
  },
});
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1).padStart(8)} kB`;
console.log(`\n${target}, packed:`);
for (const { path, size } of parts.sort((a, b) => b.size - a.size))
  console.log(`${kilobytes(size)}  ${path}${loaded[path] ? `: loaded ${loaded[path]}` : ''}`);
console.log(`${kilobytes(archive.length)}  in all`);
if (archive.length > limit) {
  console.error(`${target} is larger than ${limit / 1e6} MB.`);
  process.exit(1);
}
