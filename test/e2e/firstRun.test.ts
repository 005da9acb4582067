import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { draftName } from '../host/folders';
import { watchActivation } from './harness/activation';
import { openWorkbench } from './harness/openWorkbench';
import { takeScreenshot } from './harness/screenshots';

suite('First run', () => {
  test('from the package: installed, the sample opened by its command, an argument cited', async () => {
    const workbench = await openWorkbench({ packaged: true, bare: true, openFile: null });
    const { page } = workbench;
    const opened = page.context().waitForEvent('page', { timeout: 60_000 });
    await workbench.runCommand('Marginalia: Open Sample');
    const sample = await opened;
    const active = watchActivation(sample);
    try {
      await sample.locator('.explorer-folders-view [aria-label^="draft.md"]').dblclick();
      await sample.locator('.monaco-editor.focused .view-line').first().waitFor();
      await active;
      await sample.keyboard.press('ControlOrMeta+End');
      await sample.keyboard.type('Stalin pass', { delay: 20 });
      // While the notes are read for the first time, the list comes with one of the next letters.
      const list = sample.locator('.suggest-widget.visible .monaco-list-row').first();
      for (const letter of 'es the') {
        if (
          await list.waitFor({ timeout: 4_000 }).then(
            () => true,
            () => false,
          )
        )
          break;
        await sample.keyboard.type(letter);
      }
      await list.waitFor();
      await sample.keyboard.press('Tab');
      await sample.locator('.view-line', { hasText: '[^1]: Vladislav' }).first().waitFor();
    } catch (error) {
      await takeScreenshot(sample, 'failed-sample');
      throw error;
    } finally {
      await sample.close();
    }
  });

  test('the walkthrough shows its five steps @long', async () => {
    const workbench = await openWorkbench({ openFile: draftName });
    await workbench.runCommand('Welcome: Open Walkthrough...');
    await workbench.pick('Your notes beside your essay');
    const steps = workbench.page.locator('.getting-started-step');
    await steps.first().waitFor();
    assert.equal(await steps.count(), 5);
    await workbench.screenshot('walkthrough-light');
  });

  test('why nothing appears: what is seen at the cursor, and the remedy by the keyboard', async () => {
    const workbench = await openWorkbench({
      files: { 'draft.md': 'The weather was fine.\n\n`Stalin passes the bu`\n' },
      settings: { 'marginalia.hover': false },
    });
    await workbench.putCursor({ after: 'passes' });
    await workbench.runCommand('Marginalia: Why Am I Seeing Nothing?');
    const rows = workbench.page.locator('.quick-input-list .monaco-list-row');
    await rows.filter({ hasText: 'The cursor is in code' }).waitFor();
    await rows.filter({ hasText: 'Your notes hold 31 arguments' }).waitFor();
    await workbench.screenshot('why-nothing-light');
    await workbench.typeText('Cards under');
    await workbench.press('Enter');
    await workbench.page.locator('.settings-editor').waitFor();
    await workbench.page.locator('.setting-item-contents', { hasText: 'Hover' }).first().waitFor();
  });

  test('a folder that looks like notes is offered once, and read when the student says so @long', async () => {
    const notes = readFileSync('notes/Zubok and Pleshakov Notes.txt');
    const workbench = await openWorkbench({
      bare: true,
      files: { 'draft.md': '# Korea\n', 'Reading notes/Zubok and Pleshakov Notes.txt': notes },
      openFile: 'draft.md',
    });
    // As a toast it may be gone again before a slow machine has shown the rest.
    await workbench.page
      .locator(
        '.notifications-center-container, [id="status.notifications"] .codicon-bell-dot, .notification-toast',
      )
      .first()
      .waitFor();
    await workbench.runCommand('Notifications: Show Notifications');
    const offer = workbench.page.locator('.notifications-center .notification-list-item', {
      hasText: 'Reading notes',
    });
    await workbench.screenshot('offer-light');
    await offer.getByRole('button', { name: 'Read as Notes' }).click();
    await workbench.runCommand('View: Focus Active Editor Group');
    await workbench.waitForEditor('draft.md');
    await workbench.putCursor('end');
    // The letters may come before all of Marginalia has been loaded.
    await workbench.typeText('Stalin pass');
    await workbench.waitForSuggestWidget();
    const settings: unknown = JSON.parse(
      readFileSync(join(workbench.workspaceDir, '.vscode', 'settings.json'), 'utf8'),
    );
    assert.deepEqual(settings, { 'marginalia.notes.folders': ['notes', 'Reading notes'] });
  });
});
