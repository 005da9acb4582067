import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench } from './harness/openWorkbench';
import type { Workbench } from './harness/workbench';

const NOTES = 'Zubok and Pleshakov Notes.txt';
const DRAFT = 'Stalin passes the buck to the Chinese [@zubok1996, p. 63].\n\nMore.\n';

const isShown = (workbench: Workbench, name: string) =>
  workbench.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();

/** Presses keys until something is on the screen: what a sentence makes is known a moment after the essay is opened. */
async function pressUntil(workbench: Workbench, key: string, selector: string): Promise<void> {
  const wanted = workbench.page.locator(selector).first();
  for (let attempt = 0; attempt < 10 && !(await wanted.isVisible()); attempt++) {
    await workbench.press(key);
    await wanted.waitFor({ timeout: 3_000 }).catch(() => {});
  }
  await wanted.waitFor();
}

suite('From the essay to the notes and back', () => {
  test('F12 on a sentence and on a citation; Shift+F12 lists the uses @long', async () => {
    const workbench = await openWorkbench({ files: { 'draft.md': DRAFT } });
    await workbench.putCursor({ after: 'passes' });
    await pressUntil(workbench, 'F12', `.tab.active[data-resource-name="${NOTES}"]`);
    await workbench.page.locator('[id="status.editor.selection"]:has-text("Ln 31")').waitFor();

    await workbench.openFile('draft.md');
    await workbench.putCursor({ after: '@zubok' });
    await pressUntil(workbench, 'F12', '.tab.active[data-resource-name="references.bib"]');

    await workbench.openFile('draft.md');
    await workbench.putCursor({ after: 'passes' });
    await pressUntil(workbench, 'Shift+F12', '.reference-zone-widget .ref-tree .monaco-list-row');
    const files = await workbench.page.locator('.reference-zone-widget .ref-tree').innerText();
    assert.match(files, /draft\.md/);
    assert.match(files, /Zubok and Pleshakov/);
  });

  test('F2 renames a citekey in essay and bibliography, and undoing restores every byte @long', async () => {
    const workbench = await openWorkbench({ files: { 'draft.md': DRAFT } });
    const bibliography = () => readFileSync(join(workbench.workspaceDir, 'notes/references.bib'), 'utf8');
    const before = bibliography();
    await workbench.putCursor({ after: '@zubok' });
    await pressUntil(workbench, 'F2', '.rename-box input');
    await workbench.press('ControlOrMeta+A');
    await workbench.typeText('zp96');
    // With Ctrl what will change is shown first, all of it ticked.
    await workbench.press('ControlOrMeta+Enter');
    await workbench.page.locator('.refactor-preview, [id="refactorPreview"]').first().waitFor();
    const unticked = workbench.page.locator(
      'input.edit-checkbox:not(:checked), .edit-checkbox[aria-checked="false"]',
    );
    assert.equal(await unticked.count(), 0);
    await workbench.page.getByRole('button', { name: 'Apply' }).first().click();
    assert.match(
      await workbench.waitForText('@zp96'),
      /^Stalin passes the buck to the Chinese \[@zp96, p\. 63\]/,
    );
    await workbench.openFile('notes/references.bib');
    assert.equal(await workbench.waitForText('zp96'), before.replace('zubok1996', 'zp96'));
    await workbench.openFile('draft.md');
    await workbench.press('ControlOrMeta+Z');
    const choice = workbench.page.locator('.monaco-dialog-box .monaco-button', {
      hasText: /Undo in \d+ Files/,
    });
    await choice.waitFor({ timeout: 5_000 }).then(
      () => choice.click(),
      () => undefined,
    );
    assert.equal(await workbench.waitForText('@zubok1996'), DRAFT);
    await workbench.openFile('notes/references.bib');
    assert.equal(await workbench.waitForText('zubok1996'), before);
  });

  test('an argument among the symbols of the workspace @long', async () => {
    const workbench = await openWorkbench();
    await workbench.press('ControlOrMeta+T');
    await workbench.page.locator('.quick-input-widget input').first().waitFor();
    await workbench.typeText('passes the buck');
    const row = workbench.page.locator('.quick-input-widget .monaco-list-row', {
      hasText: 'passes the buck',
    });
    await row.first().waitFor();
    assert.match(await row.first().innerText(), /Zubok and Pleshakov/);
    await workbench.press('Enter');
    await isShown(workbench, NOTES);
    await workbench.page.locator('[id="status.editor.selection"]:has-text("Ln 31")').waitFor();
  });

  test('a citekey is a link to the bibliography @long', async () => {
    const workbench = await openWorkbench({ files: { 'draft.md': DRAFT } });
    const { page } = workbench;
    await page.locator('.editor-group-container.active .detected-link').first().waitFor();
    await page.keyboard.down('ControlOrMeta');
    await workbench.mouseOver('zubok1996');
    await page.mouse.down();
    await page.mouse.up();
    await page.keyboard.up('ControlOrMeta');
    await isShown(workbench, 'references.bib');
  });

  test('the lens above an argument of the notes leads to its use @long', async () => {
    const workbench = await openWorkbench({
      files: { 'draft.md': DRAFT },
      settings: { 'marginalia.codeLens': true },
    });
    await workbench.openFile(`notes/${NOTES}`);
    await workbench.putCursor({ before: 'Stalin "passes' });
    const lens = workbench.page.locator('.codelens-decoration a', { hasText: 'used 1× in draft.md' }).first();
    await lens.waitFor();
    await lens.click();
    await workbench.page.locator('.reference-zone-widget .ref-tree .monaco-list-row').first().waitFor();
    assert.match(await workbench.page.locator('.reference-zone-widget').innerText(), /passes the buck/);
  });

  test('the card over a footnote: the reference and what the notes say there @long', async () => {
    const workbench = await openWorkbench({
      files: {
        'draft.md': 'Stalin passes the buck to the Chinese.[^1]\n\n[^1]: See [@zubok1996, p. 63].\n',
      },
    });
    await workbench.mouseOver('[^1');
    const card = await workbench.waitForHover('Harvard University Press');
    assert.match(card, /Inside the Kremlin’s Cold War/);
  });
});
