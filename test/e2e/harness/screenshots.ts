import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { projectRoot } from '../../host/folders';

/** The height of VS Code's title bar, which names the development host. */
const TITLE_BAR = 35;

/** Takes a picture of a page as `out/screenshots/<name>.png`; returns its path. */
export async function takeScreenshot(page: Page, name: string, withTitle = true): Promise<string> {
  const path = join(projectRoot, 'out', 'screenshots', `${name}.png`);
  mkdirSync(dirname(path), { recursive: true });
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const clip = { x: 0, y: TITLE_BAR, width, height: height - TITLE_BAR };
  await page.screenshot(withTitle ? { path } : { path, clip });
  return path;
}

/** A test's title as a file name. */
export function fileNameOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 100);
}
