// `npm run bench -- citations | host | pandoc | reading | search | quality | scenarios | calibrate`: builds the benchmarks and runs them under the Node of
// their own package.json (24, for its SQLite), which is installed when it is missing.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const run = (command, args, options = {}) => {
  const { status } = spawnSync(command, args, { stdio: 'inherit', ...options });
  if (status !== 0) process.exit(status ?? 1);
};
const shell = process.platform === 'win32';

const isComplete = ['markdown-it', 'pandoc-wasm'].every((name) =>
  existsSync(`test/bench/node_modules/${name}`),
);
if (!isComplete) run('npm', ['ci'], { cwd: 'test/bench', shell });
const needed = process.argv[2] === 'host' ? ['extension', 'hostProbe'] : [];
run(process.execPath, ['esbuild.mjs', 'thesaurus', 'bench', ...needed]);
const node = `test/bench/node_modules/.bin/node`;
run(
  node,
  [
    '--expose-gc',
    '--disable-warning=ExperimentalWarning',
    'out/test/bench/main.js',
    ...process.argv.slice(2),
  ],
  { shell },
);
