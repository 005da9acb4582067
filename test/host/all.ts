// Runs every suite, whatever another came to: `npm test`, with `--deep` the long ones as well.
import { spawn } from 'node:child_process';
import { runMain } from './hostError';
import { launchBrowser } from './browser';
import { getNpmVsCode } from './npmVsCode';
import { makePackage, packageVariable } from './package';
import { formatCounts, judgeSuite, type TestCounts } from './testReport';
import { findRelease } from './versions';

const node = process.execPath;
const mocha = (folder: string) => [
  'node_modules/mocha/bin/mocha.js',
  '--enable-source-maps',
  '--reporter=out/test/host/countingReporter.js',
  `out/test/${folder}/**/*.test.js`,
];
// The long tests: CI runs them too, `npm test` alone does not.
const isDeep = process.argv.includes('--deep');

interface Suite {
  readonly name: string;
  readonly command: readonly string[];
}

/** Suites that run one after the other; two such rows run side by side, as most of each is waiting. */
const rows: readonly (readonly Suite[])[] = [
  [
    {
      name: 'e2e',
      // The pictures in every theme take minutes.
      command: [
        '--enable-source-maps',
        'out/test/e2e/harness/run.js',
        ...(isDeep ? [] : ['--grep', '^(?!Pictures )']),
      ],
    },
  ],
  [
    { name: 'unit', command: mocha('unit') },
    { name: 'integration', command: ['out/test/host/integration.js'] },
    { name: 'web', command: ['out/test/host/integration.js', '--web'] },
    ...(isDeep ? [{ name: 'deep', command: mocha('deep') }] : []),
  ],
];

void runMain(async () => {
  // All tests run what is shipped.
  process.env[packageVariable] = makePackage();
  // What has to be installed is installed once, before the rows need it.
  await getNpmVsCode(findRelease('newest'));
  await (await launchBrowser()).close();
  const counts = await Promise.all(rows.map(runRow));
  const sum = counts.flat().reduce((all, each) => ({
    passed: all.passed + each.passed,
    failed: all.failed + each.failed,
  }));
  console.log(`\n${formatCounts(sum)}`);
  return sum.failed > 0 || sum.passed === 0 ? 1 : 0;
});

async function runRow(suites: readonly Suite[]): Promise<readonly TestCounts[]> {
  const counts: TestCounts[] = [];
  for (const { name, command } of suites) {
    console.log(`Running ${name} tests …`);
    counts.push(await runSuite(name, command));
  }
  return counts;
}

/** Runs a suite and prints what it said once it has ended, so that two at a time can be read. */
async function runSuite(name: string, command: readonly string[]): Promise<TestCounts> {
  const started = Date.now();
  const child = spawn(node, command, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const take = (chunk: string) => void (output += chunk);
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', take);
  const status = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('close', resolve);
  });
  const counts = judgeSuite(status, output);
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`\n${name}, ${String(seconds)} s\n${output.trimEnd()}`);
  if (counts.failed > 0 && status !== 0)
    console.log(`Ended with ${status === null ? 'a signal' : `status ${status}`}.`);
  return counts;
}
