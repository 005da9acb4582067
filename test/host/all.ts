// Runs every suite, whatever the one before came to: `npm test`, with `--deep` the long ones as well.
import { spawn } from 'node:child_process';
import { runMain } from './hostError';
import { makePackage, packageVariable } from './package';
import { formatCounts, judgeSuite, readFailedTitles, readFailures, type TestCounts } from './testReport';

const node = process.execPath;
const mocha = (folder: string) => [
  'node_modules/mocha/bin/mocha.js',
  '--enable-source-maps',
  '--reporter=out/test/host/countingReporter.js',
  `out/test/${folder}/**/*.test.js`,
];
// What `npm test` alone leaves to CI, to be done in ten minutes: browser tests with this in their titles, and the long suites.
const long = '@long';
const isDeep = process.argv.includes('--deep');

interface Suite {
  readonly name: string;
  readonly command: readonly string[];
}

interface SuiteResult {
  readonly counts: TestCounts;
  /** The end of what it printed. */
  readonly output: string;
}

const suites: readonly Suite[] = [
  { name: 'unit', command: mocha('unit') },
  { name: 'integration', command: ['out/test/host/integration.js'] },
  {
    name: 'e2e',
    command: [
      '--enable-source-maps',
      'out/test/e2e/harness/run.js',
      ...(isDeep ? [] : ['--grep', `^(?!.*${long})`]),
    ],
  },
  ...(isDeep
    ? [
        { name: 'web', command: ['out/test/host/integration.js', '--web'] },
        { name: 'soak', command: ['out/test/host/integration.js', '--soak', '--actions', '3000'] },
        { name: 'deep', command: mocha('deep') },
      ]
    : []),
];

void runMain(async () => {
  // All tests run what is shipped.
  process.env[packageVariable] = makePackage();
  const sum = { passed: 0, failed: 0 };
  const failures: string[] = [];
  const titles: string[] = [];
  for (const { name, command } of suites) {
    console.log(`\n${name}`);
    const { counts, output } = await runSuite(command);
    sum.passed += counts.passed;
    sum.failed += counts.failed;
    if (counts.failed === 0) continue;
    failures.push(`${name}: ${readFailures(output)}`);
    const failed = readFailedTitles(output);
    titles.push(...(failed.length > 0 ? failed : ['all of it']).map((title) => `${name}: ${title}`));
  }
  // Once more, where whoever looks at the end of the output sees them.
  if (failures.length > 0) {
    console.log(`\nWhat failed\n\n${failures.join('\n\n')}`);
    console.log(`\nIn short\n${titles.join('\n')}`);
  }
  console.log(`\n${formatCounts(sum)}`);
  return sum.failed > 0 || sum.passed === 0 ? 1 : 0;
});

async function runSuite(command: readonly string[]): Promise<SuiteResult> {
  const child = spawn(node, command, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    process.stdout.write(chunk);
    output = (output + chunk.toString()).slice(-100_000);
  });
  const status = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('close', resolve);
  });
  const counts = judgeSuite(status, output);
  if (counts.failed > 0 && status !== 0)
    console.log(`Ended with ${status === null ? 'a signal' : `status ${status}`}.`);
  return { counts, output };
}
