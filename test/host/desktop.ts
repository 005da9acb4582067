// Runs the integration tests in a desktop VS Code, through @vscode/test-electron: `npm run test:desktop`.
import { runTests, TestRunFailedError } from '@vscode/test-electron';
import { join } from 'node:path';
import { hasDisplay, vsCodeChoices } from './choice';
import { environmentForVsCode } from './environment';
import { findVsCode } from './findVsCode';
import { draftName, makeScratchFolder, projectRoot } from './folders';
import { HostError, runMain } from './hostError';
import { readOptions } from './options';
import { makeSampleWorkspace } from './sampleWorkspace';
import { grepVariable } from './testReport';
import { writeSettingsFile } from './userSettings';

void runMain(async () => {
  const options = readOptions(process.argv.slice(2));
  const choices = vsCodeChoices(options, process).filter(({ kind }) => kind !== 'npm');
  const vscode = await findVsCode(choices);
  if (vscode.kind === 'server')
    throw new HostError('--vscode names a server; use “npm run test:integration” to test on one.');
  if (!hasDisplay(process))
    throw new HostError(
      'A desktop VS Code needs a display, and there is none. Run this under “xvfb-run -a”, or use “npm run test:integration”.',
    );
  const folder = makeSampleWorkspace();
  const profile = makeScratchFolder('desktop');
  writeSettingsFile(join(profile, 'User'), {});
  // @vscode/test-electron hands on the whole environment.
  const env = environmentForVsCode(process.env);
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
  try {
    return await runTests({
      vscodeExecutablePath: vscode.executable,
      extensionDevelopmentPath: projectRoot,
      extensionTestsPath: join(projectRoot, 'out', 'test', 'integration', 'index.js'),
      extensionTestsEnv: options.grep === undefined ? {} : { [grepVariable]: options.grep },
      launchArgs: [
        folder,
        join(folder, draftName),
        `--user-data-dir=${profile}`,
        `--extensions-dir=${join(profile, 'extensions')}`,
        '--disable-workspace-trust',
      ],
    });
  } catch (error) {
    if (!(error instanceof TestRunFailedError)) throw error;
    throw new HostError(error.message);
  }
});
