import assert from 'node:assert/strict';
import { chooseFromMenu } from './harness/argumentsPage';
import { openWorkbench } from './harness/openWorkbench';
import { row as rowOf, unfold } from './harness/sideBarTrees';
import type { Workbench } from './harness/workbench';

const row = (workbench: Workbench, text: string) => rowOf(workbench, 'Notes', text);

async function openNotes(workbench: Workbench): Promise<void> {
  await workbench.runCommand('Marginalia: Focus on Notes View');
  await row(workbench, 'Zubok and Pleshakov').waitFor();
  // The rows are made anew when it is known what the essay uses.
  await row(workbench, 'of 31 used').waitFor();
}

suite('Notes view', () => {
  test('source, question, argument; a click opens the line, the button inserts with citation', async () => {
    const workbench = await openWorkbench();
    await workbench.putCursor('end');
    await openNotes(workbench);
    await row(workbench, 'Mao’s role')
      .or(row(workbench, "Mao's role"))
      .first()
      .locator('.monaco-tl-twistie')
      .click();
    const argument = row(workbench, 'Mao acts in accordance');
    await argument.hover();
    await argument.getByRole('button', { name: 'Insert Argument with Citation' }).click();
    const text = await workbench.waitForText('[^1]: ');
    assert.match(
      text,
      /\n\nMao acts in accordance [^\n]* imperialists\.\[\^1\]\n\n\[\^1\]: Vladislav Zubok[^\n]*\n$/,
    );
    await workbench.press('ControlOrMeta+Z');
    assert.ok(!(await workbench.editorText()).includes('[^1]'));
    await argument.click();
    await workbench.page.waitForSelector('.tab.active[data-resource-name="Zubok and Pleshakov Notes.txt"]');
    await workbench.page.locator('[id="status.editor.selection"]:has-text("Ln 45")').waitFor();
  });

  test('by keyboard alone @long', async () => {
    const workbench = await openWorkbench({ files: { 'draft.md': '' }, size: { width: 1280, height: 1200 } });
    await openNotes(workbench);
    await unfold(workbench, 'Notes', 'catastrophe', 'End');
    await workbench.press('ArrowDown', 'Control+Enter');
    const text = await workbench.waitForText('[^1]: ');
    assert.match(text, /^Stalin's catastrophe – a giant step backwards from the victory in WWII\[\^1\]/);
  });

  test('Find Argument… searches from the keyboard, typing errors and all @long', async () => {
    const workbench = await openWorkbench({ files: { 'draft.md': '' } });
    await workbench.press('Control+K', 'a');
    await workbench.page.locator('.quick-input-widget input').waitFor();
    await workbench.typeText('militery romantic');
    await workbench.page
      .locator('.quick-input-widget .monaco-list-row', { hasText: 'jump into the fray' })
      .waitFor();
    await workbench.press('Enter');
    assert.match(
      await workbench.waitForText('[^1]: '),
      /^Mao wants to jump into the fray → "military romanticism"\[\^1\]/,
    );
  });

  test('filters as one types, counts what the essay uses @long', async () => {
    const workbench = await openWorkbench({ size: { width: 1280, height: 1400 } });
    await openNotes(workbench);
    await row(workbench, ' of 31 used').waitFor();
    await workbench.runCommand('Marginalia: Filter Notes…');
    await workbench.page.locator('.quick-input-widget', { hasText: 'Only notes that match' }).waitFor();
    await workbench.typeText('militery');
    await row(workbench, 'jump into the fray').waitFor();
    await row(workbench, 'Bottom line').waitFor({ state: 'detached' });
    await workbench.press('Enter');
    await workbench.page.locator('.pane-header .description', { hasText: '“militery”' }).waitFor();
    await workbench.page.locator('.pane-header', { hasText: 'Notes' }).hover();
    await workbench.page.getByRole('button', { name: 'Clear Notes Filter' }).click();
    await row(workbench, 'Bottom line').waitFor();
  });

  test('leaves out on purpose, shows the unused only @long', async () => {
    const workbench = await openWorkbench({ size: { width: 1280, height: 1400 } });
    await openNotes(workbench);
    await row(workbench, "Mao's role?").locator('.monaco-tl-twistie').click();
    await row(workbench, 'jump into the fray').click({ button: 'right' });
    await chooseFromMenu(workbench, 'Leave Out on Purpose');
    await row(workbench, 'left out').waitFor();
    await workbench.page.locator('.pane-header', { hasText: 'Notes' }).hover();
    await workbench.page.getByRole('button', { name: 'Show Unused Notes Only' }).click();
    await row(workbench, 'jump into the fray').waitFor({ state: 'detached' });
    await row(workbench, 'spiritual superiority').waitFor();
    await workbench.screenshot('notes-unused');
  });

  test('follows the notes file that is open @long', async () => {
    const workbench = await openWorkbench();
    await openNotes(workbench);
    await workbench.openFile('notes/Zubok and Pleshakov Notes.txt');
    await workbench.page
      .locator('.pane-body .monaco-list-row.selected', { hasText: 'He wanted to firm up' })
      .waitFor();
  });

  test('no notes folder: says so, and the button creates it @long', async () => {
    const workbench = await openWorkbench({ bare: true, files: { 'draft.md': 'Text' } });
    await workbench.runCommand('Marginalia: Focus on Notes View');
    await workbench.page.getByText('There is no notes folder here yet').waitFor();
    await workbench.screenshot('empty-state');
    await workbench.page.getByRole('button', { name: 'Create Notes Folder' }).click();
    await workbench.page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'notes' }).waitFor();
  });

  test('a bibliography with a syntax error leaves the rest at work @long', async () => {
    const workbench = await openWorkbench({
      files: { 'notes/broken.bib': '@book{bad, title = {Never closed\n', 'draft.md': '' },
    });
    await workbench.typeText('Stalin pass');
    await workbench.waitForSuggestWidget();
    await workbench.press('Tab');
    await workbench.waitForText('[^1]: Vladislav Zubok');
    await workbench.runCommand('Problems: Focus on Problems View');
    await workbench.page
      .locator('.markers-panel .monaco-list-row', { hasText: 'broken.bib' })
      .first()
      .waitFor();
  });
});
