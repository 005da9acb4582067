import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { endChild, startNode } from './children';
import { environmentForVsCode } from './environment';
import { makeScratchFolder } from './folders';
import { HostError } from './hostError';
import type { VsCodeServerFiles } from './npmVsCode';
import { serverArguments } from './serverArguments';
import { writeSettings } from './userSettings';

/** A running VS Code server. */
export interface VsCodeServer {
  /** The folder in which it keeps its data. */
  readonly data: string;
  readonly port: number;
  /** Replaces the user's settings; a workbench reads them when it is opened. */
  readonly useSettings: (settings: Readonly<Record<string, unknown>>) => void;
  /** Resolves when the server has ended, for whatever reason. */
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
}

/**
 * Starts a VS Code server with folders of its own.
 * @param env more for its environment, which the extension host inherits
 * @param vsix an extension's package that is installed in it
 * @param asksForTrust whether workspaces are untrusted until somebody trusts them
 * @throws HostError with the end of its output if it doesn't start.
 */
export async function startServer(
  files: VsCodeServerFiles,
  env: Readonly<Record<string, string | undefined>> = {},
  vsix?: string,
  asksForTrust = false,
): Promise<VsCodeServer> {
  const root = makeScratchFolder('vscode');
  const folders = { data: join(root, 'data'), extensions: join(root, 'extensions') };
  mkdirSync(folders.extensions);
  writeSettings(folders.data, {});
  const host = { node: files.node, env: { ...environmentForVsCode(process.env), ...env } };
  if (vsix !== undefined) await install(vsix);
  const child = startNode(files.main, serverArguments(folders, 0, asksForTrust), host);

  async function install(file: string): Promise<void> {
    const installing = startNode(
      files.main,
      [...serverArguments(folders), '--install-extension', file],
      host,
    );
    let said = '';
    installing.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    installing.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const status = await new Promise((resolve) => installing.once('close', resolve));
    if (status !== 0) throw new HostError(`${file} could not be installed:\n${said}`);
  }

  let output = '';
  const port = await new Promise<number>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-20_000);
      const [, found] = /agent listening on (\d+)/.exec(output) ?? [];
      if (found) resolve(Number(found));
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', reject);
    child.once('exit', (status) =>
      reject(new HostError(`VS Code's server ended (status ${status}) before it was ready:\n${output}`)),
    );
  });
  return {
    data: folders.data,
    port,
    useSettings: (settings) => writeSettings(folders.data, settings),
    ended: new Promise((resolve) => child.once('exit', () => resolve())),
    stop: () => endChild(child),
  };
}
