import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { pointOfText } from './editorDom';
import { takeScreenshot } from './screenshots';

/** A place in the active editor's document. */
export type CursorPlace =
  | 'start'
  | 'end'
  | { readonly line: number; readonly column: number }
  | { readonly before: string }
  | { readonly after: string };

/** A row of the suggest widget as it is seen. */
export interface SuggestRow {
  readonly label: string;
  /** Label, detail and description, as a screen reader says them. */
  readonly spoken: string;
  /** Whether Enter would take it. */
  readonly focused: boolean;
}

/** A window of VS Code, used as a person uses it: by keys, by the mouse, by looking. */
export class Workbench {
  readonly page: Page;
  /** The workspace folder: the test's own copy. */
  readonly workspaceDir: string;
  /** Resolves when the extension is active. */
  readonly active: Promise<void>;

  constructor(page: Page, workspaceDir: string, active: Promise<void>) {
    this.page = page;
    this.workspaceDir = workspaceDir;
    this.active = active;
  }

  /** Opens a file of the workspace (its path) through Quick Open, and waits until it can be typed into. */
  async openFile(path: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+P');
    await this.pick(path.split('/').at(-1) ?? path, path);
    await this.waitForEditor(path);
  }

  /** Waits until a file is shown in the active editor and has the keyboard. */
  async waitForEditor(path: string): Promise<void> {
    const name = JSON.stringify(path.split('/').at(-1));
    await this.page.waitForSelector(`.tab.active[data-resource-name=${name}]`);
    await this.page.locator('.editor-group-container.active .monaco-editor .view-line').first().waitFor();
    const editor = this.page.locator('.editor-group-container.active .monaco-editor.focused').first();
    if (!(await editor.isVisible())) await this.runCommand('View: Focus Active Editor Group');
    await editor.waitFor();
  }

  /** Runs a command by its title through the command palette. */
  async runCommand(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.pick(title);
  }

  /** Types by real keystrokes into whatever has the keyboard; a line break is Enter. */
  async typeText(text: string): Promise<void> {
    await this.page.keyboard.type(text, { delay: 20 });
  }

  /** Presses keys, such as `Enter` or `ControlOrMeta+Z`; a chord is several presses. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Takes a row of the menu of code actions that is open, by its text, with the mouse. */
  async chooseAction(text: string): Promise<void> {
    const action = this.page.locator('.action-widget .action', { hasText: text }).first();
    await action.waitFor();
    const box = await action.boundingBox();
    if (!box) throw new Error(`“${text}” is not to be seen`);
    // The menu feels no mouse that has not moved since it was opened.
    await this.page.mouse.move(box.x + 20, box.y + box.height / 2);
    await this.page.mouse.move(box.x + 30, box.y + box.height / 2);
    await action.click();
  }

  /** Puts the cursor by the keyboard; a text is looked for in the saved document. */
  async putCursor(place: CursorPlace): Promise<void> {
    const mac = process.platform === 'darwin';
    if (place === 'start') return this.press(mac ? 'Meta+ArrowUp' : 'Control+Home');
    if (place === 'end') return this.press(mac ? 'Meta+ArrowDown' : 'Control+End');
    const { line, column } = 'line' in place ? place : await this.#find(place);
    await this.page.keyboard.press('Control+G');
    const input = this.page.locator('.quick-input-widget input');
    await input.waitFor();
    await this.typeText(`${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await input.waitFor({ state: 'hidden' });
    await this.page.locator(`[id="status.editor.selection"]:has-text("${line}, Col")`).waitFor();
  }

  async #find(
    place: { readonly before: string } | { readonly after: string },
  ): Promise<{ line: number; column: number }> {
    const document = await this.editorText();
    const text = 'before' in place ? place.before : place.after;
    const start = document.indexOf(text);
    if (start < 0) throw new Error(`The document does not hold “${text}”:\n${document}`);
    const lines = document.slice(0, 'before' in place ? start : start + text.length).split('\n');
    return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
  }

  /** Saves the active editor and reads the file: the whole text, however much of it is on the screen. */
  async editorText(): Promise<string> {
    const path = await this.activeFile();
    const unsaved = this.page.locator('.editor-group-container.active .tab.active.dirty');
    for (let attempt = 0; attempt === 0 || (await unsaved.isVisible()); attempt++) {
      if (attempt > 20) throw new Error(`${path} could not be saved`);
      // An edit that arrives while it is being saved leaves it unsaved: then once more.
      await this.page.keyboard.press('ControlOrMeta+S');
      await unsaved.waitFor({ state: 'hidden', timeout: 1_000 }).catch(() => {});
    }
    const text = readFileSync(path, 'utf8');
    if (text !== '') return text;
    // A file that is being written is empty for a moment.
    await this.page.waitForTimeout(200);
    return readFileSync(path, 'utf8');
  }

  /** Waits until the active document holds a text, or matches; returns all of it. */
  async waitForText(expected: string | RegExp, patience = 20_000): Promise<string> {
    const end = Date.now() + patience;
    for (;;) {
      const text = await this.editorText();
      if (typeof expected === 'string' ? text.includes(expected) : expected.test(text)) return text;
      if (Date.now() > end) throw new Error(`The document never came to hold ${String(expected)}:\n${text}`);
      await this.page.waitForTimeout(100);
    }
  }

  /** Absolute path of the file in the active editor. */
  async activeFile(): Promise<string> {
    const tab = this.page.locator('.editor-group-container.active .tab.active').first();
    const name = await tab.getAttribute('data-resource-name');
    const title = (await tab.locator('.monaco-icon-label').first().getAttribute('aria-label')) ?? '';
    // The title is a path that may be shortened and followed by remarks.
    const [path] = readdirSync(this.workspaceDir, { recursive: true, encoding: 'utf8' })
      .filter((file) => basename(file) === name && title.includes(file))
      .sort((a, b) => b.length - a.length);
    if (path === undefined) throw new Error(`The active editor, “${title}”, shows no file of the workspace`);
    return join(this.workspaceDir, path);
  }

  /** Waits for suggestions and returns the rows on the screen. */
  async waitForSuggestWidget(): Promise<SuggestRow[]> {
    await this.page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor();
    return this.page.locator('.suggest-widget.visible .monaco-list-row').evaluateAll((rows) =>
      rows.map((row) => ({
        label: row.querySelector('.label-name')?.textContent ?? '',
        spoken: row.getAttribute('aria-label') ?? '',
        focused: row.classList.contains('focused'),
      })),
    );
  }

  /** Whether suggestions are on the screen now. */
  async isSuggesting(): Promise<boolean> {
    return this.page.locator('.suggest-widget.visible .monaco-list-row').first().isVisible();
  }

  /** Moves the mouse over a text that is on the screen in the active editor. */
  async mouseOver(text: string): Promise<void> {
    const { x, y } = await pointOfText(this.page, text);
    // Two moves: VS Code's hover starts with a movement inside of the editor.
    await this.page.mouse.move(x - 2, y);
    await this.page.mouse.move(x, y, { steps: 3 });
  }

  /** Waits for a hover card whose text includes `expected`, and returns the text of all that it shows. */
  async waitForHover(expected = ''): Promise<string> {
    const card = this.page
      .locator('.monaco-hover:not(.hidden) .monaco-hover-content')
      .filter({ hasText: expected });
    await card.first().waitFor();
    return card.first().innerText();
  }

  /** The texts of the notifications on the screen. */
  async notifications(): Promise<string[]> {
    return this.page.locator('.notification-toast .notification-list-item-message').allInnerTexts();
  }

  /** Takes a picture of the window; returns its path under `out/screenshots`. */
  async screenshot(name: string): Promise<string> {
    return takeScreenshot(this.page, name);
  }

  /** Closes the window; unsaved changes are given up. */
  async close(): Promise<void> {
    this.page.on('dialog', (dialog) => void dialog.accept().catch(() => {}));
    // Leaving the page tells the server to end the extension host, which would wait hours for a lost one.
    await this.page.goto('about:blank').catch(() => {});
    await this.page.close();
  }

  /**
   * Types into the quick input that is opening, waits for the row that holds `label`, and takes it.
   * @param text what to type; default the label
   */
  async pick(label: string, text = label): Promise<void> {
    const widget = this.page.locator('.quick-input-widget');
    await widget.locator('input').first().waitFor();
    const row = widget.locator('.monaco-list-row').filter({ hasText: label }).first();
    await row.or(widget.locator('.monaco-list-row').first()).first().waitFor();
    await this.page.keyboard.type(text);
    await row.waitFor();
    await row.click();
  }
}
