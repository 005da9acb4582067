import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from './folders';
import { HostError } from './hostError';
import { explainNpmFailure, installArguments, npmCommand } from './npmCommand';
import { Progress } from './progress';

/** Where VS Code, Node and the browser are kept, beside what @vscode/test-electron downloads. */
const storage = join(projectRoot, '.vscode-test', 'npm');

/** What can be had from npm and is kept under a name that holds its version. */
export interface Installation {
  /** Folder name, e.g. `vscode-1.139-4.139.1`. */
  readonly name: string;
  /** For people, e.g. `VS Code 1.139 (npm package code-server 4.139.1)`. */
  readonly title: string;
  /** Roughly what it takes on disk, in MB. */
  readonly megabytes: number;
  /** Fills an empty folder; an exception leaves nothing behind. */
  readonly fill: (folder: string) => Promise<void>;
}

/**
 * The folder of an installation, filled first if it isn't there yet. It is filled beside its place and then renamed,
 * so that what is there is whole; a second process waits for the first, and what a dead one left is cleared away.
 * @throws HostError with the next step.
 */
export async function ensureInstalled({ name, title, megabytes, fill }: Installation): Promise<string> {
  const target = join(storage, name);
  if (existsSync(target)) return target;
  const staging = `${target}.installing-${process.pid}`;
  const progress = new Progress(`Installing ${title}, once, about ${megabytes} MB`, staging);
  try {
    await mkdir(storage, { recursive: true });
    if (await othersAreInstalling(name))
      console.error(`Waiting for another process that installs ${title} …`);
    while (await othersAreInstalling(name)) await new Promise((resolve) => setTimeout(resolve, 500));
    if (existsSync(target)) return target;
    progress.start();
    await mkdir(staging);
    await fill(staging);
    // Another process may have won the race in the meantime: its installation is as good.
    await rename(staging, target).catch((error: unknown) => {
      if (!existsSync(target)) throw error;
    });
    progress.done();
    return target;
  } catch (error) {
    if (error instanceof HostError) throw error;
    throw new HostError(explainNpmFailure(title, String(error)));
  } finally {
    progress.stop();
    await rm(staging, { recursive: true, force: true });
  }
}

/** Whether a living process fills a folder for the same name; folders of dead ones are removed. */
async function othersAreInstalling(name: string): Promise<boolean> {
  let found = false;
  for (const entry of await readdir(storage)) {
    const pid = Number(entry.startsWith(`${name}.installing-`) && entry.slice(name.length + 12));
    if (!pid || pid === process.pid) continue;
    if (isAlive(pid)) found = true;
    else await rm(join(storage, entry), { recursive: true, force: true });
  }
  return found;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Makes `folder` a package of its own, so that npm looks at no other one, and installs `specs` there. */
export async function installPackages(
  folder: string,
  title: string,
  specs: readonly string[],
): Promise<void> {
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  await runNpm(folder, title, specs);
}

/**
 * Runs `npm install` in a folder with a package.json.
 * @throws HostError with the next step.
 */
export async function runNpm(folder: string, title: string, args: readonly string[]): Promise<void> {
  const { file, args: all, shell } = npmCommand([...installArguments, ...args], process);
  const npm = spawn(file, all, { cwd: folder, shell, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  npm.stdout.on('data', (chunk) => (output += String(chunk)));
  npm.stderr.on('data', (chunk) => (output += String(chunk)));
  const end = () => npm.kill();
  process.once('exit', end);
  const status = await new Promise<number | null>((resolve) => {
    npm.once('error', (error) => {
      output += error.message;
      resolve(null);
    });
    npm.once('close', resolve);
  });
  process.off('exit', end);
  if (status !== 0) throw new HostError(explainNpmFailure(title, output));
}
