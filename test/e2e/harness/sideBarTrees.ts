import type { Locator } from 'playwright-core';
import type { Workbench } from './workbench';

/** The first row of a tree view that holds a text. */
export function row({ page }: Workbench, view: 'Notes' | 'Essay', text: string): Locator {
  return page
    .locator('.pane', { has: page.locator(`.pane-header[aria-label^="${view}"]`) })
    .locator('.monaco-list-row', { hasText: text })
    .first();
}

/** The row that has the keyboard, if it holds a text. */
export function focusedRow({ page }: Workbench, text: string): Locator {
  return page.locator('.pane-body .monaco-list:focus .monaco-list-row.focused', { hasText: text }).first();
}

/**
 * Unfolds a row of the tree that has the keyboard, the one at the cursor or where `keys` lead, until what is below it holds a text. VS
 * Code forgets that a row was to be unfolded when the rows are filled anew meanwhile, as a person sees and presses again.
 */
export async function unfold(
  workbench: Workbench,
  view: 'Notes' | 'Essay',
  below: string,
  ...keys: readonly string[]
): Promise<void> {
  const expected = row(workbench, view, below);
  for (let attempt = 0; attempt < 5 && !(await expected.isVisible()); attempt++) {
    await workbench.press(...keys, 'ArrowRight');
    await expected.waitFor({ timeout: 3_000 }).catch(() => undefined);
  }
  await expected.waitFor();
}

/** Goes to a row of the tree that has the keyboard by keys that lead there from anywhere, again while the rows are filled anew. */
export async function goToRow(workbench: Workbench, text: string, ...keys: readonly string[]): Promise<void> {
  const expected = focusedRow(workbench, text);
  for (let attempt = 0; attempt < 5 && !(await expected.isVisible()); attempt++) {
    await workbench.press(...keys);
    await expected.waitFor({ timeout: 3_000 }).catch(() => undefined);
  }
  await expected.waitFor();
}

/**
 * Goes down the tree that has the keyboard, row by row, to one that holds a text; from the top again, more slowly, where it was passed
 * over while rows came.
 */
export async function walkTo(workbench: Workbench, text: string): Promise<void> {
  const expected = focusedRow(workbench, text);
  for (const pause of [50, 100, 200, 400]) {
    for (let key = 0; key < 60 && !(await expected.isVisible()); key++) {
      await workbench.press('ArrowDown');
      await workbench.page.waitForTimeout(pause);
    }
    if (await expected.isVisible()) return;
    await workbench.press('Home');
  }
  await expected.waitFor();
}
