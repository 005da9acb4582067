import assert from 'node:assert/strict';
import type { Frame, Locator, Page } from 'playwright-core';
import type { Workbench } from './workbench';

/** The page of the arguments view, which VS Code keeps in a frame of a frame. */
export async function argumentsPage(workbench: Workbench): Promise<Frame> {
  await workbench.runCommand('Marginalia: Show Arguments Beside the Draft');
  return focusedPage(workbench);
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

/** Presses Escape on the page and waits until the essay has the keyboard again. */
export async function leavePage({ page }: Workbench): Promise<void> {
  const editor = page.locator('.editor-group-container.active .monaco-editor.focused').first();
  for (let attempt = 0; attempt < 10 && !(await editor.isVisible()); attempt++) {
    // The page that has just been shown may not have the keyboard yet.
    await page.keyboard.press('Escape');
    await editor.waitFor({ timeout: 2_000 }).catch(() => undefined);
  }
  await editor.waitFor();
}

/** Goes to the page by its key, as it can be done while writing; the search field then has the keyboard. */
export async function enterPage(workbench: Workbench): Promise<Frame> {
  await workbench.press('Control+K', 'n');
  const frame = await findPage(workbench);
  // A card may have had it before, and the keys that follow would still be the card’s.
  await frame.locator('vscode-textfield:focus').waitFor();
  return frame;
}

async function focusedPage(workbench: Workbench): Promise<Frame> {
  const frame = await findPage(workbench);
  await frame.locator('vscode-textfield:focus, article:focus').waitFor();
  return frame;
}

/** Takes a row of the menu that is open, by its text. */
export async function chooseFromMenu({ page }: Workbench, text: string): Promise<void> {
  const item = page.locator('.monaco-menu .action-item', { hasText: text }).first();
  await item.waitFor();
  // A menu takes no click at once, lest the one that opened it chooses something.
  await page.waitForTimeout(300);
  await item.click();
}

/** Drags the edge of the side bar until it is so wide, in CSS pixels. */
export async function makeSideBar({ page }: Workbench, width: number): Promise<void> {
  const box = await page.locator('.part.sidebar').boundingBox();
  if (!box) throw new Error('There is no side bar');
  const y = box.y + box.height / 2;
  // The edge is a few pixels wide, and lies on the outside.
  await page.mouse.move(box.x + box.width, y);
  await page.waitForTimeout(400);
  await page.mouse.down();
  await page.mouse.move(box.x + width, y, { steps: 5 });
  await page.mouse.up();
  await page.mouse.move(900, 500);
}

/** Types something else into the search field. Select All would be VS Code’s, which may come when half of it is typed. */
export async function retype(page: Page, before: string, text: string): Promise<void> {
  for (let left = before.length; left > 0; left--) await page.keyboard.press('Backspace');
  await page.keyboard.type(text);
}

/** Drags something of the page, by the mouse alone, to the beginning of a line of the essay. */
export async function dragIntoEssay({ page }: Workbench, what: Locator, line: string): Promise<void> {
  const target = await page.locator('.monaco-editor .view-line', { hasText: line }).first().boundingBox();
  if (!target) throw new Error(`The essay shows no line “${line}”`);
  await what.hover();
  await page.mouse.down();
  const y = target.y + target.height / 2;
  await page.mouse.move(target.x + 40, y, { steps: 15 });
  await page.mouse.move(target.x + 3, y, { steps: 5 });
  await page.waitForTimeout(500);
  await page.mouse.up();
  // VS Code lets no page feel the mouse while something is dragged, until the mouse has moved again.
  await page.mouse.move(target.x + 40, y);
}

/** Presses Tab until a button of the page, by its label, has the keyboard. */
export async function tabTo({ page }: Workbench, frame: Frame, label: string): Promise<void> {
  const focused = () =>
    frame.evaluate(() => {
      const { activeElement } = document;
      return activeElement?.getAttribute('title') ?? activeElement?.textContent?.trim() ?? '';
    });
  for (let presses = 0; presses < 20; presses++) {
    if ((await focused()) === label) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to “${label}”; it is at “${await focused()}”`);
}

/** Opens the menu of what has the keyboard, until a row of it is there to stay. */
export async function openMenu({ page }: Workbench, text: string): Promise<void> {
  const row = page.locator('.monaco-menu .action-item', { hasText: text }).first();
  for (let attempt = 0; attempt < 10; attempt++) {
    // A menu that has just closed gives the page the keyboard a moment later, which closes the next one.
    await page.keyboard.press('Shift+F10');
    await row.waitFor({ timeout: 2_000 }).catch(() => undefined);
    await page.waitForTimeout(300);
    if (await row.isVisible()) return;
  }
  throw new Error(`No menu with “${text}” opened`);
}

/** Takes a row of the menu that is open, by its text, with the arrows and Enter. */
export async function chooseFromMenuByKey({ page }: Workbench, text: string): Promise<void> {
  await page.locator('.monaco-menu .action-item', { hasText: text }).first().waitFor();
  await page.waitForTimeout(300);
  const focused = page.locator('.monaco-menu .action-item.focused', { hasText: text });
  for (let presses = 0; presses < 20 && !(await focused.isVisible()); presses++)
    await page.keyboard.press('ArrowDown');
  await focused.waitFor();
  await page.keyboard.press('Enter');
}

/** Waits until the search field holds a text; it is filled a moment after the cards have come. */
export async function waitForSearch(frame: Frame, expected: string): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt++) {
    if ((await frame.getByRole('textbox').inputValue()) === expected) return;
    await frame.waitForTimeout(100);
  }
  assert.equal(await frame.getByRole('textbox').inputValue(), expected);
}
