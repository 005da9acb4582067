import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { enterPage } from './harness/argumentsPage';
import { openWorkbench } from './harness/openWorkbench';

const german = JSON.parse(readFileSync('l10n/bundle.l10n.de.json', 'utf8')) as Record<string, string>;
/** English texts of ours that read otherwise in German. */
const english = new Set(Object.keys(german).filter((text) => german[text] !== text && text !== 'Open'));

/** No line of what is seen is an English text of ours. */
function assertGerman(seen: string): void {
  const lines = seen.split('\n').map((line) => line.trim());
  assert.deepEqual(
    lines.filter((line) => english.has(line)),
    [],
    seen,
  );
}

suite('In German', () => {
  test('commands, views, panel, hover, problems and explanations @long', async () => {
    const workbench = await openWorkbench({
      language: 'de',
      files: { 'draft.md': 'Stalin passes the buck to the Chinese.\n\nThis is true [@nobody1900].\n' },
    });
    const { page } = workbench;
    await page.keyboard.press('F1');
    await page.keyboard.type('Marginalia: ');
    const rows = page.locator('.quick-input-widget .monaco-list-row');
    await rows.filter({ hasText: 'Marginalia: Argument suchen…' }).first().waitFor();
    assertGerman((await rows.allInnerTexts()).map((row) => row.replaceAll('Marginalia: ', '')).join('\n'));
    await page.keyboard.press('Escape');

    const frame = await enterPage(workbench);
    const field = frame.locator('vscode-textfield');
    assert.equal(await field.getAttribute('placeholder'), german['Search words, "phrase", used:no']);
    await frame.locator('article').first().waitFor();
    assertGerman(await frame.locator('#page').innerText());
    assert.equal(await frame.locator('html').getAttribute('lang'), 'de');
    const titles = page.locator('.part.sidebar .pane-header .title');
    assert.deepEqual(
      (await titles.allInnerTexts()).map((title) => title.toLowerCase()),
      ['argumente', 'notizen', 'essay'],
    );
    await workbench.screenshot('german-panel');
    await frame.locator('vscode-textfield').press('Escape');

    await page.locator('.view-line', { hasText: 'Stalin passes' }).first().waitFor();
    await workbench.mouseOver('passes the buck');
    assertGerman(await workbench.waitForHover('Beleg einfügen'));
    await page.mouse.move(5, 5);

    await workbench.runCommand('Marginalia: Warum sehe ich nichts?');
    await rows.filter({ hasText: 'Argumente. Notizdateien' }).first().waitFor();
    assertGerman((await rows.allInnerTexts()).join('\n'));
    await page.keyboard.press('Escape');

    await workbench.runCommand('Problems: Focus on Problems View');
    const problem = page.locator('.markers-panel .monaco-list-row', { hasText: 'nobody1900' });
    await problem.filter({ hasText: 'Kein Literaturverzeichnis enthält' }).first().waitFor();
  });
});
