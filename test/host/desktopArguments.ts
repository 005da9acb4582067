/** What a desktop VS Code starts with. */
export interface DesktopRequest {
  /** Absolute path of the extension under development. */
  readonly extension: string;
  /** Absolute path of the workspace folder. */
  readonly folder: string;
  /** Absolute path of a file to open. */
  readonly file?: string;
  /** Its own profile: absolute path. */
  readonly userData: string;
  readonly extensions: string;
  /** Chromium's sandbox refuses to run as root. */
  readonly isRoot: boolean;
}

/** The command line for a VS Code of our own beside the user's, which it leaves alone. */
export function desktopArguments(request: DesktopRequest): string[] {
  return [
    request.folder,
    ...(request.file === undefined ? [] : [request.file]),
    `--extensionDevelopmentPath=${request.extension}`,
    `--user-data-dir=${request.userData}`,
    `--extensions-dir=${request.extensions}`,
    '--disable-workspace-trust',
    '--disable-telemetry',
    '--disable-updates',
    '--skip-welcome',
    '--skip-release-notes',
    '--new-window',
    ...(request.isRoot ? ['--no-sandbox'] : []),
  ];
}
