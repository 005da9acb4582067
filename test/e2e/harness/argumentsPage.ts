import type { Frame, Locator } from 'playwright-core';
import type { Workbench } from './workbench';

/** The page of the arguments view, which VS Code keeps in a frame of a frame. */
export async function argumentsPage(workbench: Workbench): Promise<Frame> {
  await workbench.runCommand('Marginalia: Focus on Arguments View');
  return findPage(workbench);
}

/** The page once it is there; after the view was hidden it is a new one. */
export async function findPage({ page }: Workbench): Promise<Frame> {
  for (let attempt = 0; attempt < 150; attempt++) {
    for (const frame of page.frames()) {
      const isOurs = await frame
        .locator('#page .status')
        .isVisible()
        .catch(() => false);
      if (isOurs) return frame;
    }
    await page.waitForTimeout(200);
  }
  throw new Error('The arguments view never showed its page');
}

/** The card that holds a text. */
export function card(frame: Frame, text: string): Locator {
  return frame.locator('article', { hasText: text }).first();
}
