import { spawn, spawnSync, type ChildProcess } from 'node:child_process';

const running = new Set<ChildProcess>();

/**
 * A child that ends when this process does, together with all that it started. It stands in a process group of its
 * own, so that Ctrl+C reaches it through us and not twice.
 */
export function startChild(
  file: string,
  args: readonly string[],
  { env, cwd }: { readonly env?: NodeJS.ProcessEnv; readonly cwd?: string } = {},
): ChildProcess {
  endChildrenWithProcess();
  const child = spawn(file, args, {
    cwd,
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** Ends a child and all that it started; resolves when it is gone. */
export async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  killTree(child, 'SIGTERM');
  const patience = setTimeout(() => killTree(child, 'SIGKILL'), 3_000);
  await gone;
  clearTimeout(patience);
  // What outlived its parent in the group, such as an extension host that was busy.
  killTree(child, 'SIGKILL');
}

function killTree({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(pid), '/T', '/F']);
    else process.kill(-pid, signal);
  } catch {
    // The group has ended already.
  }
}

let prepared = false;
function endChildrenWithProcess(): void {
  if (prepared) return;
  prepared = true;
  // Before the scratch folders are removed, into which the children may still write.
  process.prependOnceListener('exit', () => {
    for (const child of running) killTree(child, 'SIGKILL');
  });
  for (const [signal, status] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)
    process.once(signal, () => process.exit(status));
  // Who ends npm alone leaves its shell's children, us among them, to the system.
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit(1);
  }, 1_000).unref();
}
