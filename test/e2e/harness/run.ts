// Runs the end-to-end tests in Node, with a browser on a real VS Code: `npm run test:e2e`.
import { loadTests } from 'all-tests';
import Mocha from 'mocha';
import { runMain } from '../../host/hostError';
import { readOptions } from '../../host/options';
import CountingReporter from '../../host/countingReporter';
import { closeWorkbenches } from './openWorkbench';
import { fileNameOf, takeScreenshot } from './screenshots';
import { sharedHost, stopSharedHost, useVsCodeVersion } from './sharedHost';

void runMain(async () => {
  const { vscodeVersion = 'newest', grep } = readOptions(process.argv.slice(2));
  useVsCodeVersion(vscodeVersion);
  const mocha = new Mocha({
    ui: 'tdd',
    timeout: 120_000,
    // A browser on a busy machine loses a key now and then; what is broken fails each time.
    retries: 2,
    reporter: CountingReporter,
    ...(grep === undefined ? {} : { grep }),
    rootHooks: { afterEach: closeAfterTest },
  });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  loadTests();
  try {
    // What has to be installed is installed before the first test's clock runs.
    await sharedHost();
    return await new Promise<number>((resolve) => mocha.run(resolve));
  } finally {
    await stopSharedHost();
  }
});

async function closeAfterTest(this: Mocha.Context): Promise<void> {
  const test = this.currentTest;
  await closeWorkbenches(
    test?.state === 'failed'
      ? async (page) => {
          const path = await takeScreenshot(page, `failed-${fileNameOf(test.fullTitle())}`);
          console.log(`    Screenshot of the failure: ${path}`);
        }
      : undefined,
  );
}
