import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../host/browser';
import { getNpmVsCode } from '../../host/npmVsCode';
import { startServer, type VsCodeServer } from '../../host/server';
import { findRelease } from '../../host/versions';

/** One VS Code server and one browser, for all the tests of a run. */
export interface SharedHost {
  readonly server: VsCodeServer;
  readonly browser: Browser;
}

let release = 'newest';
let host: Promise<SharedHost> | undefined;

/** Chooses the VS Code that `sharedHost` starts: `newest`, or a version. */
export function useVsCodeVersion(name: string): void {
  release = name;
}

/** Starts server and browser when they are first needed. */
export function sharedHost(): Promise<SharedHost> {
  host ??= (async () => {
    const server = await startServer(await getNpmVsCode(findRelease(release)));
    return { server, browser: await launchBrowser() };
  })();
  return host;
}

/** Ends both. */
export async function stopSharedHost(): Promise<void> {
  const started = await host?.catch(() => undefined);
  host = undefined;
  await started?.browser.close();
  await started?.server.stop();
}
