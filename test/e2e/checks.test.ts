import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { openWorkbench } from './harness/openWorkbench';
import type { Workbench } from './harness/workbench';

const DRAFT = `# Why did Stalin let others fight in Korea?

In 1950 Kim Il Sung asked once more for permission to attack. Korea had to be captured before Japan could get back on its feet. Nobody in Moscow said so in public.

Stalin told Mao that he would “let the Americans not be our neighbors in the Far East” [@zubok1996, p. 70]. Mao wanted the best deal possible from Stalin, and assurances of air cover [@zubok1966].
`;

const squiggle = (workbench: Workbench, kind: string) =>
  workbench.page.locator(`.editor-group-container.active .squiggly-${kind}`);

/** The frame that holds the report, once it is there. */
async function reportFrame(workbench: Workbench): Promise<Frame> {
  const end = Date.now() + 20_000;
  for (;;) {
    for (const frame of workbench.page.frames()) {
      if (
        (await frame
          .locator('h1', { hasText: 'Before handing in' })
          .count()
          .catch(() => 0)) > 0
      )
        return frame;
    }
    if (Date.now() > end) throw new Error('The report never came');
    await workbench.page.waitForTimeout(100);
  }
}

suite('Checks of the essay', () => {
  test('a squiggle, its hover, its quick fix; dismissal that stays; the report', async () => {
    const workbench = await openWorkbench({
      files: { 'draft.md': DRAFT },
      size: { width: 1440, height: 900 },
    });
    await squiggle(workbench, 'warning').first().waitFor();
    await workbench.screenshot('checks-squiggles');
    const status = workbench.page
      .locator('[id="marginalia.marginalia.problems"], [id*="marginalia.problems"]')
      .first();
    await status.filter({ hasText: '3' }).waitFor();

    await workbench.mouseOver('neighbors');
    const hover = await workbench.waitForHover('These are not the words of your notes');
    assert.match(hover, /“not” was added/);
    await workbench.screenshot('checks-hover');
    await workbench.press('Escape');

    await workbench.putCursor({ before: 'neighbors' });
    await workbench.press('ControlOrMeta+.');
    const menu = workbench.page.locator('.action-widget');
    await menu.locator('.action', { hasText: 'Correct the Quotation' }).waitFor();
    await workbench.screenshot('checks-quick-fix');
    await workbench.chooseAction('Correct the Quotation');
    await workbench.waitForText('“let the Americans be our neighbors in the Far East”');
    await status.filter({ hasText: '2' }).waitFor();

    await workbench.putCursor({ before: '@zubok1966' });
    await workbench.press('ArrowRight', 'ArrowRight', 'ControlOrMeta+.');
    await workbench.chooseAction('Dismiss');
    await status.filter({ hasText: '1' }).waitFor();
    assert.ok((await workbench.editorText()).includes('[@zubok1966]'));

    await workbench.runCommand('Marginalia: Report Before Handing In');
    const report = await reportFrame(workbench);
    const text = await report.locator('main').innerText();
    assert.match(text, /Arguments of your notes without a citation \(1\)/);
    assert.doesNotMatch(text, /zubok1966/);
    assert.match(text, /Pages to find/);
    assert.equal(await report.locator('svg[role=img]').count(), 1);
    await workbench.screenshot('checks-report');

    await report.locator('a', { hasText: 'Line 3' }).first().click();
    await workbench.page.locator('[id="status.editor.selection"]:has-text("Ln 3")').waitFor();

    await workbench.runCommand('Marginalia: Restore Dismissed Problems');
    await workbench.page.locator('.quick-input-widget .monaco-list-row', { hasText: '@zubok1966' }).click();
    await workbench.page.locator('.quick-input-count', { hasText: '1' }).waitFor();
    await workbench.press('Enter');
    await status.filter({ hasText: '2' }).waitFor();
  });

  test('a page that is entered once goes into the notes and into every citation, and undoing restores every byte @long', async () => {
    const draft = 'Korea had to be captured before Japan could get back on its feet [@zubok1996].\n';
    const workbench = await openWorkbench({
      files: { 'draft.md': draft },
      size: { width: 1440, height: 900 },
    });
    await workbench.putCursor({ before: 'captured' });
    await workbench.runCommand('Marginalia: Add Page to Argument');
    await workbench.page.locator('.quick-input-title', { hasText: 'On which page' }).waitFor();
    await workbench.typeText('63');
    await workbench.press('Enter');
    const text = await workbench.waitForText('[@zubok1996, p. 63]');
    assert.equal(text, draft.replace('[@zubok1996]', '[@zubok1996, p. 63]'));
    await workbench.press('ControlOrMeta+Z');
    const dialog = workbench.page.locator('.monaco-dialog-box');
    const choice = dialog.locator('.monaco-button', { hasText: /Undo in \d+ Files/ });
    await choice.waitFor({ timeout: 5_000 }).then(
      () => choice.click(),
      () => undefined,
    );
    await workbench.waitForText(/\[@zubok1996\]\.\n$/);
    assert.equal(await workbench.editorText(), draft);
  });
});
