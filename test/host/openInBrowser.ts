import { spawn } from 'node:child_process';

/** The system's command that opens an address in the user's browser. */
export function openCommand(url: string, platform: NodeJS.Platform): readonly [string, ...string[]] {
  switch (platform) {
    case 'darwin':
      return ['open', url];
    case 'win32':
      // Not `start`, for which the shell would take the ampersands apart.
      return ['rundll32', 'url.dll,FileProtocolHandler', url];
    default:
      return ['xdg-open', url];
  }
}

/** Opens an address in the user's browser; if that can't be done the address printed before must do. */
export function openInBrowser(url: string): void {
  const [file, ...args] = openCommand(url, process.platform);
  const child = spawn(file, args, { stdio: 'ignore', detached: true });
  child.once('error', () => {});
  child.unref();
}
