/** How to start a program without a shell having to quote anything but the program's name. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  /** True where only a shell can start it (`npm.cmd` on Windows). */
  readonly shell: boolean;
}

/**
 * The user's own npm: the one that runs this script (`npm_execpath`, unless that is another package manager), else
 * the `npm` on the PATH.
 */
export function npmCommand(
  args: readonly string[],
  { env, platform, execPath }: Pick<NodeJS.Process, 'env' | 'platform' | 'execPath'>,
): Command {
  const running = env.npm_execpath;
  if (running && /[\\/]npm[\w-]*\.c?js$/.test(running))
    return { file: execPath, args: [running, ...args], shell: false };
  return platform === 'win32' ? { file: 'npm.cmd', args, shell: true } : { file: 'npm', args, shell: false };
}

/** Installs without running scripts, without a lock file, and whatever the user's configuration says. */
export const installArguments = [
  'install',
  '--ignore-scripts',
  '--no-package-lock',
  '--no-audit',
  '--no-fund',
  '--engine-strict=false',
  '--global=false',
  '--dry-run=false',
  '--loglevel=error',
] as const;

/** What went wrong in an npm run, and what to do about it, from npm's error output. */
export function explainNpmFailure(what: string, output: string): string {
  const first = `${what} could not be installed from npm`;
  const said = output.trim().split('\n').slice(0, 4).join('\n');
  if (/ENOSPC/.test(output)) return `${first}: the disk is full. Free about 1 GB and run the command again.`;
  if (/spawn \S*npm\S* ENOENT|npm: not found|'npm\S*' is not recognized/.test(output))
    return `${first}: there is no npm. Install Node.js with npm (https://nodejs.org) and run the command again.`;
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ENETUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED/.test(
      output,
    )
  )
    return `${first}: the registry can't be reached. Check the network (and npm's proxy settings), then run the command again; it is needed only this once.\n${said}`;
  if (/EACCES|EPERM|EROFS/.test(output))
    return `${first}: .vscode-test can't be written. Check who owns the folder.\n${said}`;
  return `${first}. npm said:\n${said}`;
}
