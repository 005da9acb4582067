import { execFileSync } from 'node:child_process';
import { sharedHost } from './sharedHost';

/**
 * Kills the extension hosts of the shared server, so that nothing in them can prepare for it. Not for Windows, which has no `ps`.
 * @returns how many there were
 */
export async function killExtensionHosts(): Promise<number> {
  const { server } = await sharedHost();
  const listed = execFileSync('ps', ['-A', '-ww', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  const processes = [...listed.matchAll(/^\s*(\d+)\s+(\d+)\s+(.*)$/gm)].map(
    ([, pid, parent, command = '']) => ({ pid: Number(pid), parent: Number(parent), command }),
  );
  const servers = processes.filter(({ command }) => command.includes(`--server-data-dir=${server.data}`));
  const hosts = processes.filter(
    ({ parent, command }) =>
      command.includes('--type=extensionHost') && servers.some(({ pid }) => pid === parent),
  );
  for (const { pid } of hosts) process.kill(pid, 'SIGKILL');
  return hosts.length;
}
