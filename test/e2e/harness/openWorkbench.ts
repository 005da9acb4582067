import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { draftName, projectRoot } from '../../host/folders';
import { makeSampleWorkspace, writeFiles } from '../../host/sampleWorkspace';
import { workbenchUrl } from '../../host/serverArguments';
import { watchActivation } from './activation';
import { makeVirtualFolder, virtualFolder } from './virtualFolder';
import { packagedHost, sharedHost, untrustingHost } from './sharedHost';
import { chooseTheme, type Theme } from './theme';
import { Workbench } from './workbench';

/** What a test wants to see. */
export interface WorkbenchOptions {
  /** The colour theme; by default VS Code's own choice, which saves the time to choose one. */
  readonly theme?: Theme;
  /** Files (path in the workspace → content) on top of the sample notes and draft. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Files (path → content) in a folder `outside` beside the workspace. */
  readonly outside?: Readonly<Record<string, string>>;
  /** True for a workspace that holds nothing but `files`. */
  readonly bare?: boolean;
  /** The `.code-workspace` (path in the workspace) to open instead of the folder. */
  readonly workspaceFile?: string;
  /** The user's settings. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The file (path in the workspace) to open; default the sample draft, `null` for none. */
  readonly openFile?: string | null;
  /** True for the extension as it is installed from its package, false for the one under development. */
  readonly packaged?: boolean;
  /** False for a workspace that nobody has trusted yet. */
  readonly trusted?: boolean;
  /** True for the sample in a virtual workspace, where no file has a path of this computer. */
  readonly virtual?: boolean;
  /** The language that VS Code hands to extensions, such as `de`; its own texts stay English. */
  readonly language?: string;
  /** The window's size in CSS pixels; default 1280 × 800. */
  readonly size?: { readonly width: number; readonly height: number };
  /** Device pixels for a CSS pixel, for sharper pictures; default 1. */
  readonly scale?: number;
}

const open = new Set<Workbench>();

/**
 * Opens a fresh workspace in a fresh window of VS Code with the extension under development. If a file is opened,
 * it waits until the extension is active. The harness closes the window after the test.
 */
export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const { size = { width: 1280, height: 800 }, openFile = draftName } = options;
  const { packaged = false, trusted = true } = options;
  const { server, browser } = await (packaged ? packagedHost() : trusted ? sharedHost() : untrustingHost());
  const workspaceDir = makeSampleWorkspace(options.files, { bare: options.bare ?? false });
  writeFiles(join(workspaceDir, '..', 'outside'), options.outside ?? {});
  server.useSettings({
    ...(!trusted && {
      'security.workspace.trust.enabled': true,
      'security.workspace.trust.startupPrompt': 'never',
    }),
    ...options.settings,
  });
  const page = await browser.newPage({
    viewport: size,
    deviceScaleFactor: options.scale ?? 1,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  page.setDefaultTimeout(30_000);
  if (options.language !== undefined)
    await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(options.language)};`);
  const workbench = new Workbench(page, workspaceDir, watchActivation(page));
  open.add(workbench);
  await page.goto(
    workbenchUrl({
      port: server.port,
      folder: options.virtual ? virtualFolder : join(workspaceDir, options.workspaceFile ?? ''),
      ...(packaged ? {} : { extension: options.virtual ? makeVirtualFolder() : projectRoot }),
      ...(openFile === null || options.virtual ? {} : { file: join(workspaceDir, openFile) }),
    }),
  );
  await page.locator('.monaco-workbench[class*=vscode-theme-]').waitFor();
  if (options.virtual) await openVirtualDraft(workbench);
  else if (openFile !== null) {
    await workbench.waitForEditor(openFile);
    await workbench.active;
  }
  if (options.theme !== undefined) await chooseTheme(workbench, options.theme);
  return workbench;
}

async function openVirtualDraft(workbench: Workbench): Promise<void> {
  await workbench.page.locator(`.explorer-folders-view [aria-label^="${draftName}"]`).dblclick();
  await workbench.waitForEditor(draftName);
  await workbench.active;
}

/** Closes every window that a test opened. */
export async function closeWorkbenches(whenFailed?: (page: Page) => Promise<void>): Promise<void> {
  for (const workbench of open) {
    open.delete(workbench);
    await whenFailed?.(workbench.page).catch((error: unknown) => console.error(error));
    await workbench.close();
  }
}
