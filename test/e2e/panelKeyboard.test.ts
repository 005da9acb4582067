import assert from 'node:assert/strict';
import {
  card,
  chooseFromMenuByKey,
  enterPage,
  leavePage,
  openMenu,
  retype,
  tabTo,
  waitForSearch,
} from './harness/argumentsPage';
import { kennedyNotes } from './harness/kennedyNotes';
import { openWorkbench } from './harness/openWorkbench';
import { focusedRow, goToRow, row, unfold, walkTo } from './harness/sideBarTrees';

suite('Side panel by keyboard alone', () => {
  test('arguments: search with typing errors, arrows, Enter, Ctrl+Enter, Escape', async () => {
    const workbench = await openWorkbench({ files: { 'draft.md': 'First. Second.\n' } });
    await workbench.putCursor({ after: 'First.' });
    const frame = await enterPage(workbench);
    await workbench.typeText('militery romantic');
    await card(frame, 'jump into the fray').waitFor();
    await frame.getByRole('status').getByText('argument').waitFor();
    await workbench.press('ArrowDown');
    await frame.locator('article:focus', { hasText: 'jump into the fray' }).waitFor();
    await workbench.press('Control+Enter');
    assert.match(await workbench.waitForText('[^1]: '), /^First\.\[\^1\] Second\./);
    await workbench.press('ControlOrMeta+Z');
    await enterPage(workbench);
    await workbench.press('ArrowDown', 'Enter');
    assert.match(
      await workbench.waitForText('[^1]: '),
      /^First\. ?Mao wants to jump into the fray .*\[\^1\] Second\./,
    );
    await workbench.press('ControlOrMeta+Z');

    await enterPage(workbench);
    await retype(workbench.page, 'militery romantic', '');
    await frame.getByRole('button', { name: 'Show All Arguments' }).waitFor();
    await tabTo(workbench, frame, 'Show All Arguments');
    await workbench.press('Enter');
    await card(frame, 'He wanted to firm up').waitFor();
    await enterPage(workbench);
    await workbench.press('ArrowDown', 'ArrowDown');
    await frame.locator('article:focus', { hasText: 'Re-division of spheres' }).waitFor();
    await workbench.press('End');
    await frame.locator('article:focus', { hasText: 'catastrophe' }).waitFor();
    await workbench.press('Home');
    await frame.locator('article:focus', { hasText: 'He wanted to firm up' }).waitFor();
    await workbench.press('ArrowUp');
    await frame.locator('vscode-textfield:focus').waitFor();
    await leavePage(workbench);
    await workbench.typeText('!');
    await workbench.waitForText('First.! Second.');
  });

  test('arguments: what other sources say, pin, leave out on purpose, stay, open in the notes @long', async () => {
    const workbench = await openWorkbench({ files: { 'notes/Kennedy Notes.txt': kennedyNotes } });
    const frame = await enterPage(workbench);
    await workbench.typeText('passes the buck');
    const buck = card(frame, 'passes the buck');
    await buck.waitFor();
    await workbench.press('ArrowDown');
    await tabTo(workbench, frame, 'Both sides: 1 other source');
    await workbench.press('Enter');
    await buck.getByText('Stalin let the Chinese pay').waitFor();

    await tabTo(workbench, frame, 'Pin');
    await workbench.press('Enter');
    await buck.getByRole('button', { name: 'Unpin' }).waitFor();
    await tabTo(workbench, frame, 'More Actions…');
    await workbench.press('Enter');
    await chooseFromMenuByKey(workbench, 'Leave Out on Purpose');
    await buck.getByText('Left out on purpose').waitFor();
    await frame.locator('article:focus').waitFor();
    await openMenu(workbench, 'Do Not Leave Out');
    await workbench.press('Escape');
    await frame.locator('article:focus', { hasText: 'passes the buck' }).waitFor();
    await openMenu(workbench, 'Do Not Leave Out');
    await chooseFromMenuByKey(workbench, 'Do Not Leave Out');
    await buck.getByText('Left out on purpose').waitFor({ state: 'detached' });

    await frame.locator('article:focus').waitFor();
    await workbench.press('Control+K', 'n');
    await frame.locator('vscode-textfield:focus').waitFor();
    await waitForSearch(frame, 'passes the buck');
    await tabTo(workbench, frame, 'Clear Search');
    await workbench.press('Enter');
    await tabTo(workbench, frame, 'Stay with This Sentence');
    await workbench.press('Enter');
    await frame.locator('vscode-toolbar-button[checked]').waitFor();
    await enterPage(workbench);
    await workbench.press('ArrowDown');
    await tabTo(workbench, frame, 'Open in Notes');
    await workbench.press('Enter');
    await workbench.page.waitForSelector('.tab.active[data-resource-name="Zubok and Pleshakov Notes.txt"]');
  });

  test('notes: focus before anything is used, open, leave out on purpose, unused only, filter', async () => {
    const workbench = await openWorkbench({ openFile: null, size: { width: 1280, height: 1200 } });
    await workbench.runCommand('Marginalia: Focus on Notes View');
    await row(workbench, 'Notes', 'How did Stalin handle').waitFor();
    await unfold(workbench, 'Notes', 'catastrophe', 'End');
    await workbench.press('ArrowDown');
    await focusedRow(workbench, 'catastrophe').waitFor();

    await workbench.press('ControlOrMeta+P');
    await workbench.typeText('draft.md');
    await workbench.page.locator('.quick-input-widget .monaco-list-row', { hasText: 'draft.md' }).waitFor();
    await workbench.press('Enter');
    await workbench.waitForEditor('draft.md');
    await row(workbench, 'Notes', 'of 31 used').waitFor();
    await workbench.runCommand('Marginalia: Focus on Notes View');
    await goToRow(workbench, 'catastrophe', 'End');
    await workbench.press('Shift+F10');
    await chooseFromMenuByKey(workbench, 'Leave Out on Purpose');
    await row(workbench, 'Notes', 'left out').waitFor();
    await workbench.runCommand('Marginalia: Show Unused Notes Only');
    await row(workbench, 'Notes', 'catastrophe').waitFor({ state: 'detached' });
    await workbench.runCommand('Marginalia: Show All Notes');
    await workbench.runCommand('Marginalia: Focus on Notes View');
    await unfold(workbench, 'Notes', 'catastrophe', 'End');

    await workbench.runCommand('Marginalia: Filter Notes…');
    await workbench.page.locator('.quick-input-widget', { hasText: 'Only notes that match' }).waitFor();
    await workbench.typeText('militery');
    await row(workbench, 'Notes', 'catastrophe').waitFor({ state: 'detached' });
    await workbench.press('Enter');
    await workbench.runCommand('Marginalia: Focus on Notes View');
    await goToRow(workbench, 'jump into the fray', 'End', 'ArrowUp');
    await workbench.press('Enter');
    await workbench.page.waitForSelector('.tab.active[data-resource-name="Zubok and Pleshakov Notes.txt"]');
  });

  test('essay: focus, unfold, Enter goes to the sentence, the section and the notes @long', async () => {
    const workbench = await openWorkbench({ size: { width: 1280, height: 1400 } });
    const position = (line: number) =>
      workbench.page.locator(`[id="status.editor.selection"]:has-text("Ln ${line},")`);
    await workbench.runCommand('Marginalia: Focus on Essay View');
    await row(workbench, 'Essay', ' of 31 arguments used, ').waitFor();
    // They come last, and rows that come fold others that are being unfolded.
    await walkTo(workbench, 'Problems');
    await workbench.press('Home');
    await walkTo(workbench, 'Why did Stalin decide');
    await unfold(workbench, 'Essay', 'Korea had to be captured');
    await walkTo(workbench, 'Re-division of spheres');
    await workbench.press('Enter');
    await workbench.page.waitForSelector('.tab.active[data-resource-name="Zubok and Pleshakov Notes.txt"]');
    await walkTo(workbench, 'Korea had to be captured');
    await workbench.press('Enter');
    await position(7).waitFor();
    await walkTo(workbench, 'without notes');
    await workbench.press('ArrowRight');
    await walkTo(workbench, 'A war at arm');
    await workbench.press('Enter');
    await position(11).waitFor();
  });
});
