/** Where a VS Code server keeps its things. */
export interface ServerFolders {
  readonly data: string;
  readonly extensions: string;
}

/**
 * The command line of a VS Code server that is safe to leave alone: local, silent, on a port the system chooses.
 * @param asksForTrust whether workspaces are untrusted until somebody trusts them
 */
export function serverArguments(folders: ServerFolders, port = 0, asksForTrust = false): string[] {
  return [
    '--host=127.0.0.1',
    `--port=${port}`,
    '--without-connection-token',
    '--accept-server-license-terms',
    '--telemetry-level=off',
    ...(asksForTrust ? [] : ['--disable-workspace-trust']),
    `--server-data-dir=${folders.data}`,
    `--extensions-dir=${folders.extensions}`,
    // A built server looks at `extensionDevelopmentPath` and `extensionTestsPath` with this flag only.
    '--enable-smoke-test-driver',
  ];
}

/** What a workbench opens with. */
export interface WorkbenchRequest {
  readonly port: number;
  /** Absolute path of the workspace folder or of a `.code-workspace`, or the address of a virtual folder. */
  readonly folder: string;
  /** Absolute path of the extension under development, or of a folder of several; without one, only what is installed runs. */
  readonly extension?: string;
  /** Absolute path of the bundle that runs the integration tests. */
  readonly tests?: string;
  /** Absolute path of a file to open. */
  readonly file?: string;
}

/** The address of a workbench on the server of `serverArguments`. */
export function workbenchUrl({ port, folder, extension, tests, file }: WorkbenchRequest): string {
  const remote = (path: string) => `vscode-remote://127.0.0.1:${port}${encodeURI(urlPath(path))}`;
  const payload: [string, string][] = [['skipWelcome', 'true']];
  if (extension) payload.push(['extensionDevelopmentPath', remote(extension)]);
  if (tests) payload.push(['extensionTestsPath', remote(tests)]);
  if (file) payload.push(['openFile', remote(file)]);
  const kind = folder.endsWith('.code-workspace') ? 'workspace' : 'folder';
  const query = new URLSearchParams({ [kind]: urlPath(folder), payload: JSON.stringify(payload) });
  return `http://127.0.0.1:${port}/?${query.toString()}`;
}

/** `C:\a\b` as `/C:/a/b`; paths of other systems are left as they are. */
function urlPath(path: string): string {
  return /^[a-z]:[\\/]/i.test(path) ? `/${path.replaceAll('\\', '/')}` : path;
}
