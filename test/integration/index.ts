import { loadTests } from 'all-tests';
import 'mocha/mocha.js';
import { watchNetwork } from './support/networkWatch';
import { formatCounts, grepVariable, testLinePrefix } from '../host/testReport';

/** Where the runner leaves word for a worker, which has no environment. */
const wanted = globalThis as unknown as Readonly<Record<string, string | undefined>>;

/**
 * Runs the integration tests; VS Code calls it inside the extension host. It is mocha's browser build, because the
 * same bundle also runs in the web worker that is the extension host of the web.
 * @throws Error if a test fails, there is none, or the extension has reached for a network
 */
export async function run(): Promise<void> {
  const grep = typeof process === 'undefined' ? wanted[grepVariable] : process.env[grepVariable];
  const networkCalls = watchNetwork();
  // A console is all that there is in an extension host, and mocha's own reporters expect more.
  mocha.setup({ ui: 'tdd', reporter: Mocha.reporters.Base, timeout: 60_000, ...(grep ? { grep } : {}) });
  loadTests();
  await new Promise<void>((resolve, reject) => {
    // The browser build’s own `run` reads the address of a page, which Node lacks.
    const runner = Mocha.prototype.run.call(mocha, (failures) => {
      const passed = runner.stats?.passes ?? 0;
      say(formatCounts({ passed, failed: failures }));
      for (const call of networkCalls) say(`✘ ${call}`);
      if (failures > 0) reject(new Error(`${failures} failed`));
      else if (passed === 0) reject(new Error('There was no test to run.'));
      else if (networkCalls.length > 0) reject(new Error('The extension has reached for a network.'));
      else resolve();
    });
    report(runner);
  });
}

function say(text: string): void {
  for (const line of text.split('\n')) console.log(testLinePrefix + line);
}

function report(runner: Mocha.Runner): void {
  const indent = (test: Mocha.Test | Mocha.Suite) => '  '.repeat(test.titlePath().length);
  runner
    .on('suite', (suite) => {
      if (suite.title) say(indent(suite) + suite.title);
    })
    .on('pass', (test) => say(`${indent(test)}✔ ${test.title} (${test.duration ?? 0} ms)`))
    .on('pending', (test) => say(`${indent(test)}- ${test.title}`))
    .on('fail', (test, error: Error) =>
      say(`${indent(test)}✘ ${test.title}\n${error.stack ?? error.message}`),
    );
}
