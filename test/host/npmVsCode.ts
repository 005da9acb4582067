import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HostError } from './hostError';
import { ensureInstalled, installPackages, runNpm } from './npmInstall';
import { nodePackage, serverNode, type VsCodeRelease } from './versions';

/** A VS Code server and the Node that runs it. */
export interface VsCodeServerFiles {
  /** Path of `server-main.js`. */
  readonly main: string;
  /** Path of a Node binary. */
  readonly node: string;
}

/** A real VS Code from npm alone, installed under `.vscode-test` the first time. */
export async function getNpmVsCode(release: VsCodeRelease): Promise<VsCodeServerFiles> {
  const { version, codeServer } = release;
  const title = `VS Code ${version} (npm package code-server ${codeServer})`;
  const folder = await ensureInstalled({
    name: `vscode-${version}-${codeServer}`,
    title,
    megabytes: 600,
    fill: async (staging) => {
      await installPackages(staging, title, [`code-server@${codeServer}`]);
      // The server's own packages; its native modules are not built: what they serve only logs that they are missing.
      await runNpm(join(staging, 'node_modules/code-server/lib/vscode'), title, ['--omit=dev']);
    },
  });
  const root = join(folder, 'node_modules/code-server/lib/vscode');
  return { main: join(root, 'out/server-main.js'), node: await getServerNode(release) };
}

async function getServerNode({ version, nodeMajors }: VsCodeRelease): Promise<string> {
  if (nodeMajors.includes(Number.parseInt(process.versions.node))) return process.execPath;
  const name = nodePackage(process.platform, process.arch);
  if (!name)
    throw new HostError(
      `VS Code ${version} needs Node ${nodeMajors.join(' or ')}, and npm has none for ${process.platform} ${process.arch}. Run the command with such a Node.`,
    );
  const wanted = serverNode.tested[name] ?? String(serverNode.major);
  const title = `Node ${wanted} for VS Code's server (npm package ${name})`;
  const folder = await ensureInstalled({
    name: `${name}-${wanted}`,
    title,
    megabytes: 200,
    fill: (staging) => installPackages(staging, title, [`${name}@${wanted}`]),
  });
  const root = join(folder, 'node_modules', name);
  const { bin } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { bin: { node: string } };
  return join(root, bin.node);
}
