import { launchBrowser } from './browser';
import { HostError } from './hostError';
import type { VsCodeServer } from './server';
import { workbenchUrl, type WorkbenchRequest } from './serverArguments';

/** What a run inside VS Code opens, and how long it may take. */
export interface InsideRequest extends Omit<WorkbenchRequest, 'port'> {
  /** Milliseconds: longer than any run takes, shorter than a person's patience with one that hangs. */
  readonly patience: number;
  /** Takes each entry of the extension host's log. */
  readonly log: (entry: readonly unknown[]) => void;
}

/**
 * Opens a workbench in a browser and waits until the bundle of `tests` has run inside its extension host.
 * @returns its exit status
 * @throws HostError if it does not end.
 */
export async function runInside(
  server: VsCodeServer,
  { patience, log, ...request }: InsideRequest,
): Promise<number> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const ended = new Promise<number>((resolve, reject) => {
      page
        .exposeFunction('codeAutomationLog', (_type: string, entry: readonly unknown[]) => log(entry))
        .catch(reject);
      page.exposeFunction('codeAutomationExit', resolve).catch(reject);
      page.once('crash', () => reject(new HostError('The page of VS Code crashed.')));
      setTimeout(() => reject(new HostError('What runs inside VS Code did not end.')), patience).unref();
    });
    await page.goto(workbenchUrl({ ...request, port: server.port }));
    return await ended;
  } finally {
    await browser.close();
  }
}
