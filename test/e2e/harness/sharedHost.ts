import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../host/browser';
import { getNpmVsCode } from '../../host/npmVsCode';
import { makePackage, packageVariable } from '../../host/package';
import { startServer, type VsCodeServer } from '../../host/server';
import { findRelease } from '../../host/versions';

/** One VS Code server and one browser, for all the tests of a run. */
export interface SharedHost {
  readonly server: VsCodeServer;
  readonly browser: Browser;
}

let release = 'newest';
let host: Promise<SharedHost> | undefined;
let packaged: Promise<SharedHost> | undefined;
let untrusting: Promise<SharedHost> | undefined;

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

/** Starts another server in which nothing but the extension's package is installed, which is made if it hasn't been. */
export function packagedHost(): Promise<SharedHost> {
  packaged ??= (async () => {
    const vsix = process.env[packageVariable] ?? makePackage();
    const { browser } = await sharedHost();
    return { server: await startServer(await getNpmVsCode(findRelease(release)), {}, vsix), browser };
  })();
  return packaged;
}

/** Starts another server, which trusts no workspace. */
export function untrustingHost(): Promise<SharedHost> {
  untrusting ??= (async () => {
    const { browser } = await sharedHost();
    return {
      server: await startServer(await getNpmVsCode(findRelease(release)), {}, undefined, true),
      browser,
    };
  })();
  return untrusting;
}

/** Ends what was started. */
export async function stopSharedHost(): Promise<void> {
  const started = await host?.catch(() => undefined);
  const installed = await packaged?.catch(() => undefined);
  const wary = await untrusting?.catch(() => undefined);
  host = packaged = untrusting = undefined;
  await started?.browser.close();
  await started?.server.stop();
  await installed?.server.stop();
  await wary?.server.stop();
}
