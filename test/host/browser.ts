import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { chromium, type Browser } from 'playwright-core';
import { HostError } from './hostError';
import { getNpmChromium } from './npmChromium';
import { browserPlaces } from './usualPlaces';

/** A browser's program and what it needs in its environment. */
export interface BrowserProgram {
  readonly executable: string;
  readonly env: Readonly<Record<string, string>>;
}

/** The first installed Chrome, Chromium or Edge, if there is one. */
export function findBrowser(): string | undefined {
  return browserPlaces({ platform: process.platform, env: process.env, home: homedir() }).find(existsSync);
}

/**
 * Starts a headless browser: an installed one, else the Chromium that npm carries.
 * @throws HostError if the machine has none and npm has none for it.
 */
export async function launchBrowser(): Promise<Browser> {
  const installed = findBrowser();
  if (installed) {
    try {
      return await launch({ executable: installed, env: {} });
    } catch (error) {
      const [reason = ''] = String(error).split('\n');
      console.error(`${installed} doesn't start (${reason}); trying npm's Chromium.`);
    }
  }
  return launch(await getNpmChromium());
}

async function launch({ executable, env }: BrowserProgram): Promise<Browser> {
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] =>
    Boolean(entry[1]),
  );
  try {
    return await chromium.launch({
      executablePath: executable,
      env: { ...Object.fromEntries(inherited), ...env },
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        // Nothing outside of this machine can be reached: what passes here passes offline.
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
        '--proxy-server=direct://',
      ],
      // This process ends its children itself.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  } catch (error) {
    throw new HostError(`The browser ${executable} doesn't start:\n${String(error)}`);
  }
}
