// Runs the integration tests inside the extension host of the VS Code that npm provides: `npm run test:integration`;
// with `--web` inside the web worker that is its extension host in the web: `npm run test:web`.
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from './browser';
import { draftName, projectRoot } from './folders';
import { HostError, runMain } from './hostError';
import { getNpmVsCode } from './npmVsCode';
import { readOptions } from './options';
import { makeSampleWorkspace } from './sampleWorkspace';
import { startServer } from './server';
import { workbenchUrl } from './serverArguments';
import { grepVariable, testLine } from './testReport';
import { findRelease } from './versions';
import { makeWebExtension } from './webExtension';

/** Longer than any run takes, shorter than a person's patience with one that hangs. */
const patience = 5 * 60_000;

const LINKED = 'Ames Notes\n\nWho profited?\n\nLighthouses guided the smugglers\n';

void runMain(async () => {
  const { vscodeVersion = 'newest', grep, verbose, web } = readOptions(process.argv.slice(2));
  const print = (_type: string, args: readonly unknown[]) => {
    const line = testLine(args, verbose);
    if (line !== undefined) console.log(line);
  };
  const server = await startServer(await getNpmVsCode(findRelease(vscodeVersion)), { [grepVariable]: grep });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const folder = makeSampleWorkspace({ 'elsewhere/linked.txt': LINKED });
    makeLinks(folder);
    const ended = new Promise<number>((resolve, reject) => {
      page.exposeFunction('codeAutomationLog', print).catch(reject);
      page.exposeFunction('codeAutomationExit', resolve).catch(reject);
      page.once('crash', () => reject(new HostError('The page of VS Code crashed.')));
      setTimeout(() => reject(new HostError('The tests did not end.')), patience).unref();
    });
    const tested = web
      ? makeWebExtension(grep)
      : { folder: projectRoot, tests: join(projectRoot, 'out', 'test', 'integration', 'index.js') };
    await page.goto(
      workbenchUrl({
        port: server.port,
        folder,
        file: join(folder, draftName),
        extension: tested.folder,
        tests: tested.tests,
      }),
    );
    return await ended;
  } finally {
    await browser.close();
    await server.stop();
  }
});

/** Links to one folder twice, and to themselves, in a folder that no setting names at first. */
function makeLinks(folder: string): void {
  const links = join(folder, 'linked');
  mkdirSync(links);
  for (const name of ['once', 'twice']) symlinkSync(join(folder, 'elsewhere'), join(links, name), 'junction');
  symlinkSync(links, join(links, 'loop'), 'junction');
}
