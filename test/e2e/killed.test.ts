import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { killExtensionHosts } from './harness/killExtensionHosts';
import { openWorkbench } from './harness/openWorkbench';

const NOTE = 'notes/ames.md';
const BIBLIOGRAPHY = 'notes/references.bib';
const points = (marker: string) =>
  Array.from({ length: 400 }, (_, point) => `${marker} Lighthouse ${point} guided the smugglers home\n`).join(
    '',
  );
const messy = `Ames Notes\n==========\n\n${points('*')}`;
const entries = Array.from(
  { length: 400 },
  (_, entry) => `@book{ames${entry}, title = {Lighthouse ${entry}}, author = {Ames, Ada}, year = {1999}}\n`,
).join('');

suite('The extension host is killed', () => {
  suiteSetup(function () {
    if (process.platform === 'win32') this.skip();
  });

  test('while a note is normalized: the file is the old one, and, once it is saved, the new one @long', async () => {
    const workbench = await openWorkbench({ bare: true, files: { [NOTE]: messy }, openFile: NOTE });
    const onDisk = () => readFileSync(join(workbench.workspaceDir, NOTE), 'utf8');
    await workbench.runCommand('Marginalia: Normalize Notes File…');
    // Toasts are not shown under test.
    await workbench.page.locator('.tab.active', { hasText: 'as clean Markdown' }).waitFor();
    await workbench.runCommand('Notifications: Show Notifications');
    const question = workbench.page.locator('.notifications-center .notification-list-item', {
      hasText: 'as shown on the right',
    });
    await question.getByRole('button', { name: 'Rewrite' }).click();
    await workbench.page.locator('.tab.active.dirty').waitFor();
    assert.equal(await killExtensionHosts(), 1);
    assert.equal(onDisk(), messy);
    assert.equal(await workbench.editorText(), `# Ames Notes\n\n${points('-')}`);
  });

  for (const milliseconds of [0, 30, 100])
    test(`${milliseconds} ms after a source is added: the bibliography is the old or the new one @long`, async () => {
      const workbench = await openWorkbench({
        bare: true,
        files: { [BIBLIOGRAPHY]: entries, 'draft.md': 'Text.\n' },
      });
      await workbench.runCommand('Marginalia: Add Source…');
      const input = workbench.page.locator('.quick-input-widget input[type=text]');
      await workbench.page
        .locator('.quick-input-widget .monaco-list-row', { hasText: 'Book' })
        .first()
        .waitFor();
      await workbench.press('Enter');
      for (const [prompt, answer] of [
        ['Authors', 'Gaddis, John'],
        ['title', 'We Now Know'],
        ['year', '1997'],
        ['ublisher', 'Clarendon'],
      ] as const) {
        await workbench.page
          .locator('.quick-input-widget .quick-input-message', { hasText: prompt })
          .waitFor();
        await input.fill(answer);
        await workbench.press('Enter');
      }
      await workbench.page.waitForTimeout(milliseconds);
      assert.equal(await killExtensionHosts(), 1);
      await workbench.page.waitForTimeout(1_000);
      const bytes = readFileSync(join(workbench.workspaceDir, BIBLIOGRAPHY), 'utf8');
      if (bytes === entries) return;
      assert.ok(bytes.startsWith(entries));
      assert.match(bytes.slice(entries.length), /^\s*@book\{gaddis1997,[^@]*Clarendon[^@]*\}\s*$/);
    });
});
