import type { HostOptions } from './options';

/** A VS Code to try: one that is given or installed, @vscode/test-electron's download, or the one from npm. */
export type VsCodeChoice =
  | { readonly kind: 'given'; readonly path: string }
  | { readonly kind: 'installed' }
  | { readonly kind: 'download'; readonly version: string }
  | { readonly kind: 'npm'; readonly version: string };

/** What the choice depends on besides the command line. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Whether windows can be shown: always on macOS and Windows, on other systems with a display server. */
export function hasDisplay({ platform, env }: Surroundings): boolean {
  return platform === 'darwin' || platform === 'win32' || Boolean(env.DISPLAY ?? env.WAYLAND_DISPLAY);
}

/**
 * The VS Codes to try, in this order: the given one and no other; else an installed one, a download, npm's; npm's first
 * on a build server (`CI`) or without a display. A wanted version rules out an installed one, whose version is not
 * ours to choose.
 */
export function vsCodeChoices(
  { vscode, vscodeVersion }: Pick<HostOptions, 'vscode' | 'vscodeVersion'>,
  surroundings: Surroundings,
): readonly VsCodeChoice[] {
  if (vscode !== undefined) return [{ kind: 'given', path: vscode }];
  const version = vscodeVersion ?? 'newest';
  const npm: VsCodeChoice = { kind: 'npm', version };
  const desktop: readonly VsCodeChoice[] = [
    ...(vscodeVersion === undefined ? [{ kind: 'installed' } as const] : []),
    { kind: 'download', version },
  ];
  const { env } = surroundings;
  const isBuildServer = Boolean(env.CI) && env.CI !== 'false';
  return isBuildServer || !hasDisplay(surroundings) ? [npm, ...desktop] : [...desktop, npm];
}

/** The version as @vscode/test-electron wants it: `stable`, or with a patch number. */
export function downloadVersion(version: string): string {
  if (version === 'newest') return 'stable';
  return /^\d+\.\d+$/.test(version) ? `${version}.0` : version;
}
