import { readdirSync, readFileSync } from 'node:fs';
import { openWorkbench } from './harness/openWorkbench';

const FIXTURES = 'test/fixtures/notes';

suite('Notes as they were read', () => {
  test('the report and a Word document @long', async () => {
    const [word] = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.docx'),
    );
    const workbench = await openWorkbench({
      files: { 'notes/From Word.docx': readFileSync(`${FIXTURES}/${word ?? ''}`), 'notes/empty.txt': '' },
      size: { width: 1440, height: 900 },
    });
    await workbench.runCommand('Marginalia: How Were My Notes Read?');
    await workbench.page
      .locator('.editor-group-container.active .view-line', { hasText: 'Zubok' })
      .first()
      .waitFor();
    await workbench.screenshot('report');

    await workbench.runCommand('Marginalia: Focus on Notes View');
    // The view scrolls to the notes that the report was opened from.
    await workbench.page.waitForTimeout(1500);
    await workbench.page.locator('.pane-body .monaco-list-row', { hasText: 'Voss' }).first().click();
    await workbench.page.locator('.tab.active', { hasText: 'From Word' }).waitFor();
    await workbench.screenshot('word-document');
  });
});
