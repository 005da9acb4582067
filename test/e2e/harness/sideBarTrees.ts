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
