// Opens VS Code with the extension under development on the sample essay: `npm start`.
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findBrowser } from './browser';
import { startChild } from './children';
import { hasDisplay, vsCodeChoices } from './choice';
import { desktopArguments } from './desktopArguments';
import { environmentForVsCode } from './environment';
import { findVsCode } from './findVsCode';
import { draftName, makeScratchFolder, projectRoot } from './folders';
import { HostError, runMain } from './hostError';
import { openInBrowser } from './openInBrowser';
import { readOptions } from './options';
import { makeSampleWorkspace } from './sampleWorkspace';
import { startServer } from './server';
import { workbenchUrl } from './serverArguments';
import { writeSettingsFile } from './userSettings';
import { watchSources } from './watchSources';

void runMain(async () => {
  const options = readOptions(process.argv.slice(2));
  if (options.workspace !== undefined && !existsSync(options.workspace))
    throw new HostError(`--workspace: ${options.workspace} does not exist.`);
  const vscode = await findVsCode(vsCodeChoices(options, process));
  const folder = options.workspace === undefined ? makeSampleWorkspace() : resolve(options.workspace);
  const draft = join(folder, draftName);
  const file = existsSync(draft) ? draft : undefined;
  console.log(
    `Workspace: ${folder}${options.workspace === undefined ? ' (a copy: do with it what you like)' : ''}`,
  );

  await watchSources();
  if (vscode.kind === 'desktop') {
    const profile = makeScratchFolder('desktop');
    const extensions = join(profile, 'extensions');
    mkdirSync(extensions);
    writeSettingsFile(join(profile, 'User'), {});
    const isRoot = process.getuid?.() === 0;
    const args = desktopArguments({
      extension: projectRoot,
      folder,
      file,
      userData: profile,
      extensions,
      isRoot,
    });
    console.log(`Starting ${vscode.executable}. Ctrl+C ends it.`);
    const child = startChild(vscode.executable, args, { env: environmentForVsCode(process.env) });
    return new Promise((_, reject) => {
      child.once('error', reject);
      child.once('exit', (status) => process.exit(status ?? 1));
    });
  }

  const server = await startServer(vscode.files);
  const url = workbenchUrl({ port: server.port, folder, file, extension: projectRoot });
  console.log(`\nVS Code with Marginalia: ${url}\n\nCtrl+C ends it.`);
  const browser = hasDisplay(process) && !options.noOpen ? findBrowser() : undefined;
  if (browser !== undefined || (!options.noOpen && process.platform !== 'linux')) openInBrowser(url);
  return new Promise((_, reject) => {
    void server.ended.then(() => reject(new HostError('VS Code’s server has ended.')));
  });
});
