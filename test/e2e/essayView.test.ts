import { openWorkbench } from './harness/openWorkbench';
import { row as rowOf } from './harness/sideBarTrees';
import type { Workbench } from './harness/workbench';

const row = (workbench: Workbench, text: string) => rowOf(workbench, 'Essay', text);

suite('Essay view', () => {
  test('coverage, balance, bibliography and words; a click goes there', async () => {
    const workbench = await openWorkbench({ size: { width: 1280, height: 1400 } });
    await workbench.putCursor({ after: 'air cover' });
    await workbench.runCommand('Marginalia: Cite Sentence at Cursor');
    await workbench.waitForText('[^1]: ');
    await workbench.runCommand('Marginalia: Focus on Essay View');
    // All of the room for the view that this is about.
    for (const view of ['Arguments', 'Notes'])
      await workbench.page.locator(`.pane-header[aria-label^="${view}"]`).click();
    await row(workbench, ' of 31 arguments used, ').waitFor();
    await row(workbench, 'Why did Stalin decide').locator('.monaco-tl-twistie').click();
    await row(workbench, 'Korea had to be captured').click();
    await workbench.page.locator('[id="status.editor.selection"]:has-text("Ln 7")').waitFor();
    await row(workbench, 'Balance between sources').locator('.monaco-tl-twistie').click();
    await row(workbench, '100%').waitFor();
    await row(workbench, 'Bibliography').locator('.monaco-tl-twistie').click();
    await row(workbench, 'Zubok, Vladislav').waitFor();
    await row(workbench, 'without notes').locator('.monaco-tl-twistie').click();
    await row(workbench, 'A war at arm').waitFor();
    await workbench.screenshot('essay-view');
    await row(workbench, 'A war at arm').click();
    await workbench.page.locator('[id="status.editor.selection"]:has-text("Ln 11")').waitFor();
    await row(workbench, 'Re-division of spheres').click();
    await workbench.page.waitForSelector('.tab.active[data-resource-name="Zubok and Pleshakov Notes.txt"]');
  });

  test('its badge counts errors and warnings of the essay, in words too @long', async () => {
    const workbench = await openWorkbench({
      files: { 'draft.md': 'Said [@nobody2001] and [@noone2002].\n' },
    });
    const icon = workbench.page.locator('.activitybar .action-item', {
      has: workbench.page.locator('[aria-label*="Marginalia"]'),
    });
    await icon.locator('.badge-content', { hasText: '2' }).waitFor();
    await icon.locator('[aria-label*="2 problems in draft.md"]').first().waitFor();
    await workbench.putCursor({ before: ' and [@noone2002]' });
    await workbench.press('Shift+End', 'Delete');
    await icon.locator('[aria-label*="One problem in draft.md"]').first().waitFor();
  });

  test('without an essay: says so, and the button starts one @long', async () => {
    const workbench = await openWorkbench({ openFile: null });
    await workbench.runCommand('Marginalia: Focus on Essay View');
    await workbench.page.getByText('Open an essay, any Markdown file').waitFor();
    await workbench.page.getByRole('button', { name: 'New Essay' }).click();
    await workbench.page.waitForSelector('.tab.active[data-resource-name^="Untitled"]');
  });
});
