import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { existsSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { downloadVersion, type VsCodeChoice } from './choice';
import { HostError } from './hostError';
import { getNpmVsCode, type VsCodeServerFiles } from './npmVsCode';
import { executablesBehind, macExecutables, placesOnPath, vsCodePlaces, type Machine } from './usualPlaces';
import { findRelease } from './versions';

/** A VS Code that is there: the desktop's executable, or a server. */
export type VsCode =
  | { readonly kind: 'desktop'; readonly executable: string }
  | { readonly kind: 'server'; readonly files: VsCodeServerFiles };

const machine: Machine = { platform: process.platform, env: process.env, home: homedir() };

/**
 * The first of the choices that can be had; why the ones before it can't is said on standard error.
 * @throws HostError if none can
 */
export async function findVsCode(choices: readonly VsCodeChoice[]): Promise<VsCode> {
  const reasons: string[] = [];
  for (const choice of choices) {
    try {
      const found = await tryChoice(choice);
      for (const reason of reasons) console.error(reason);
      return found;
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      reasons.push(error.message);
    }
  }
  throw new HostError(
    `No VS Code can be had: install one, or name one with --vscode PATH.\n${reasons.join('\n')}`,
  );
}

async function tryChoice(choice: VsCodeChoice): Promise<VsCode> {
  switch (choice.kind) {
    case 'given':
      return findGiven(choice.path);
    case 'installed':
      return { kind: 'desktop', executable: findInstalled() };
    case 'download':
      return { kind: 'desktop', executable: await download(choice.version) };
    case 'npm':
      return { kind: 'server', files: await getNpmVsCode(findRelease(choice.version)) };
  }
}

function findInstalled(): string {
  const behindCommands = placesOnPath(['code', 'code-insiders'], machine)
    .filter(existsSync)
    .flatMap((command) => executablesBehind(realpathSync(command), machine));
  const executable = [...behindCommands, ...vsCodePlaces(machine)].find(existsSync);
  if (executable === undefined) throw new HostError('There is no installed VS Code.');
  return executable;
}

/** What `--vscode` names: an executable, a command, an application bundle, or a server's folder. */
function findGiven(path: string): VsCode {
  if (!existsSync(path)) throw new HostError(`--vscode: ${path} does not exist.`);
  const main = join(path, 'out', 'server-main.js');
  if (existsSync(main)) return { kind: 'server', files: { main, node: process.execPath } };
  const real = realpathSync(path);
  const executable = [...macExecutables(real), ...executablesBehind(real, machine), real].find(
    (candidate) => existsSync(candidate) && statSync(candidate).isFile(),
  );
  if (executable === undefined)
    throw new HostError(`--vscode: ${path} is neither VS Code's program nor the folder of its server.`);
  return { kind: 'desktop', executable };
}

async function download(version: string): Promise<string> {
  try {
    return await downloadAndUnzipVSCode({ version: downloadVersion(version) });
  } catch (error) {
    throw new HostError(`VS Code could not be downloaded by @vscode/test-electron (${String(error)}).`);
  }
}
