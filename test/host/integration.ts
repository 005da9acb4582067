// Runs the integration tests inside the extension host of the VS Code that npm provides: `npm run test:integration`;
// with `--web` inside the web worker that is its extension host in the web: `npm run test:web`; with `--soak` a long day there
// instead, of as many `--actions` as asked for: `npm run test:soak`.
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { draftName, projectRoot } from './folders';
import { runMain } from './hostError';
import { runInside } from './insideVsCode';
import { getNpmVsCode } from './npmVsCode';
import { readOptions } from './options';
import { makeSampleWorkspace } from './sampleWorkspace';
import { startServer } from './server';
import { actionsVariable, grepVariable, testLine } from './testReport';
import { findRelease } from './versions';
import { makeWebExtension } from './webExtension';

/** Longer than any run takes, shorter than a person's patience with one that hangs. */
const patience = 5 * 60_000;
const soakPatience = 30 * 60_000;

const LINKED = 'Ames Notes\n\nWho profited?\n\nLighthouses guided the smugglers\n';

void runMain(async () => {
  const { vscodeVersion = 'newest', grep, verbose, web, soak, actions } = readOptions(process.argv.slice(2));
  const log = (entry: readonly unknown[]) => {
    const line = testLine(entry, verbose);
    if (line !== undefined) console.log(line);
  };
  const variables = { [grepVariable]: grep, [actionsVariable]: actions };
  const server = await startServer(await getNpmVsCode(findRelease(vscodeVersion)), variables);
  try {
    const folder = makeSampleWorkspace({ 'elsewhere/linked.txt': LINKED });
    makeLinks(folder);
    const bundle = soak ? 'soak' : 'integration';
    const tested = web
      ? makeWebExtension(grep)
      : { folder: projectRoot, tests: join(projectRoot, 'out', 'test', bundle, 'index.js') };
    return await runInside(server, {
      folder,
      // On the long day the extension starts only when it is watched.
      ...(soak ? {} : { file: join(folder, draftName) }),
      extension: tested.folder,
      tests: tested.tests,
      patience: soak ? soakPatience : patience,
      log,
    });
  } finally {
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
