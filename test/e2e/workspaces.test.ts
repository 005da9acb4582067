import assert from 'node:assert/strict';
import { enterPage, retype } from './harness/argumentsPage';
import { openWorkbench } from './harness/openWorkbench';

suite('In a workspace that is not trusted', () => {
  test('the notes beside the essay are read, and nothing outside', async () => {
    const workbench = await openWorkbench({
      trusted: false,
      files: {
        '.vscode/settings.json': '{ "marginalia.notes.folders": ["notes", "../outside"] }',
        'notes/inside.md': '# Ames Notes\n\n- Lanterns frightened the smugglers\n',
        'draft.md':
          '---\nbibliography: ../outside/secret.bib\n---\n\nStalin passes the buck to the Chinese.\n',
      },
      outside: {
        'secret.bib': '@book{secret1950, author = {Agent, Secret}, title = {Hidden Files}, year = {1950}}\n',
        'secret.md': '# Agent Notes\n\n- Zeppelins photographed the arsenal\n',
      },
    });
    const { page } = workbench;
    await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).first().waitFor();
    await page.locator('.monaco-editor .squiggly-info').first().waitFor();
    const frame = await enterPage(workbench);
    await page.keyboard.type('lanterns');
    await frame.locator('article', { hasText: 'Lanterns frightened' }).first().waitFor();
    await retype(page, 'lanterns', 'zeppelins');
    await frame.locator('.hint', { hasText: 'Nothing in your notes matches' }).first().waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.locator('.monaco-editor.focused').first().waitFor();
    await workbench.putCursor('end');
    await workbench.typeText('\nSee [@sec');
    await page.waitForTimeout(1_500);
    assert.equal(await page.locator('.suggest-widget.visible', { hasText: 'secret1950' }).count(), 0);
  });

  test('the essay is exported by no program, and the student is told so @long', async () => {
    const workbench = await openWorkbench({ trusted: false });
    await workbench.runCommand('Marginalia: Export Essay…');
    const { page } = workbench;
    await page.locator('.quick-input-list', { hasText: 'needs Pandoc' }).first().waitFor();
    await page.keyboard.type('Word');
    await page.locator('.quick-input-list [aria-label^="Word"]').first().waitFor();
    await workbench.press('Enter');
    // Toasts are not shown under test.
    await workbench.runCommand('Notifications: Show Notifications');
    await page
      .locator('.notifications-center', { hasText: 'Pandoc is only run in workspaces that you trust' })
      .waitFor();
  });
});

suite('In a workspace of several folders', () => {
  test('the notes of each are read @long', async () => {
    const workbench = await openWorkbench({
      bare: true,
      workspaceFile: 'both.code-workspace',
      files: {
        'both.code-workspace': '{ "folders": [{ "path": "one" }, { "path": "two" }] }',
        'one/draft.md': 'An essay.\n',
        'one/notes/ames.md': '# Ames Notes\n\n- Lanterns frightened the smugglers\n',
        'two/notes/bell.md': '# Bell Notes\n\n- Zeppelins photographed the arsenal\n',
      },
      openFile: 'one/draft.md',
    });
    const { page } = workbench;
    const frame = await enterPage(workbench);
    await page.keyboard.type('lanterns');
    await frame.locator('article', { hasText: 'Lanterns frightened' }).first().waitFor();
    await retype(page, 'lanterns', 'zeppelins');
    await frame.locator('article', { hasText: 'Zeppelins photographed' }).first().waitFor();
  });
});

suite('In a virtual workspace', () => {
  test('notes and bibliography are read, and an argument is inserted with its footnote', async () => {
    const workbench = await openWorkbench({ virtual: true });
    const { page } = workbench;
    await workbench.press('Control+End');
    await workbench.typeText('\nStalin passes the b');
    const row = page
      .locator('.suggest-widget.visible .monaco-list-row', { hasText: 'passes the buck' })
      .first();
    await row.waitFor();
    await workbench.press('Tab');
    await page.locator('.view-line', { hasText: '[^1]: Vladislav' }).first().waitFor();
  });
});
