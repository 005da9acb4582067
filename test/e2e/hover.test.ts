import assert from 'node:assert/strict';
import { findPage } from './harness/argumentsPage';
import { openWorkbench } from './harness/openWorkbench';

suite('Hover card', () => {
  test('shows the argument, its question and its source, and cites the sentence by a click', async () => {
    const workbench = await openWorkbench();
    await workbench.mouseOver('captured');
    const card = await workbench.waitForHover('Insert Citation');
    assert.match(card, /Why did Stalin decide to reverse himself/);
    assert.match(card, /Korea had to be captured before Japan could get back on its feet \(at which point/);
    assert.match(card, /Vladislav Zubok and Constantine Pleshakov, Inside the Kremlin’s Cold War/);
    await workbench.page.locator('.monaco-hover a', { hasText: 'Insert Citation' }).click();
    const text = await workbench.waitForText('[^1]: ');
    assert.ok(text.includes('could get back on its feet.[^1] None of this'), text);
    await workbench.press('ControlOrMeta+Z');
    assert.ok(!(await workbench.editorText()).includes('[^1]'));
  });

  test('opens the argument in the notes @long', async () => {
    const workbench = await openWorkbench();
    await workbench.mouseOver('captured');
    await workbench.waitForHover('Open in Notes');
    await workbench.page.locator('.monaco-hover a', { hasText: 'Open in Notes' }).click();
    await workbench.page.waitForSelector('.tab.active[data-resource-name="Zubok and Pleshakov Notes.txt"]');
    await workbench.page.locator('[id="status.editor.selection"]:has-text("Ln 11")').waitFor();
  });

  test('shows the sentence’s arguments in the panel @long', async () => {
    const workbench = await openWorkbench();
    await workbench.mouseOver('captured');
    await workbench.waitForHover('Show in Side Bar');
    await workbench.page.locator('.monaco-hover a', { hasText: 'Show in Side Bar' }).click();
    const frame = await findPage(workbench);
    await frame.locator('.sentence', { hasText: 'Time mattered as well' }).waitFor();
    await frame.locator('vscode-textfield:focus').waitFor();
    await frame.locator('article', { hasText: 'Korea had to be captured' }).first().waitFor();
  });

  test('notes’ markup, HTML and command links are plain text', async () => {
    const hostile =
      'Evil Notes\n\nWhat then?\n\nTruman <img src=x onerror=alert(1)> wielded [atomic](command:workbench.action.quit) **diplomacy** boldly\n';
    const workbench = await openWorkbench({
      files: { 'notes/evil.txt': hostile, 'draft.md': 'Truman wielded atomic diplomacy boldly.\n' },
    });
    await workbench.mouseOver('diplomacy');
    const card = await workbench.waitForHover('Insert Citation');
    assert.match(card, /wielded .*diplomacy.* boldly/);
    assert.equal(await workbench.page.locator('.monaco-hover img').count(), 0);
    const links = await workbench.page.locator('.monaco-hover a[data-href]').evaluateAll((all) => {
      return all.map((link) => link.getAttribute('data-href') ?? '');
    });
    assert.ok(
      links.every((href) => href.startsWith('command:marginalia.')),
      links.join(),
    );
  });
});
