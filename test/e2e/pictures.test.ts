import { argumentsPage, card, leavePage, makeSideBar } from './harness/argumentsPage';
import { openWorkbench } from './harness/openWorkbench';
import { takeScreenshot } from './harness/screenshots';

suite('Pictures for people to look at', () => {
  for (const theme of ['light', 'dark', 'highContrast'] as const) {
    test(`notes, completion and hover in ${theme} @long`, async () => {
      const workbench = await openWorkbench({ theme, size: { width: 1440, height: 900 }, scale: 2 });
      await workbench.runCommand('Marginalia: Focus on Notes View');
      const row = (text: string) =>
        workbench.page.locator('.pane-body .monaco-list-row', { hasText: text }).first();
      await row('How did Stalin handle').locator('.monaco-tl-twistie').click();
      await row('pontiff').hover();
      await workbench.waitForHover('ideological');
      await workbench.screenshot(`notes-${theme}`);

      await workbench.press('ControlOrMeta+1');
      await workbench.mouseOver('captured');
      await workbench.waitForHover('Insert Citation');
      await workbench.screenshot(`hover-${theme}`);

      await workbench.press('Escape');
      await workbench.putCursor('end');
      await workbench.typeText('Stalin pass');
      await workbench.waitForSuggestWidget();
      await workbench.press('ArrowDown');
      await workbench.page.waitForTimeout(500);
      await workbench.press('Control+I');
      await workbench.page
        .locator('.suggest-details-container', { hasText: 'Harvard University Press' })
        .waitFor();
      await workbench.screenshot(`completion-${theme}`);
    });
  }
});

suite('Pictures of the side panel', () => {
  for (const theme of ['light', 'dark', 'highContrast'] as const) {
    test(`arguments, narrow and wide, in ${theme} @long`, async () => {
      const workbench = await openWorkbench({
        theme,
        size: { width: 1280, height: 900 },
        files: {
          'notes/Kennedy Notes.txt':
            'Kennedy Notes\n\nMao’s role?\n\nMao was drawn into a war that he had not chosen (p. 41)\n',
        },
      });
      const frame = await argumentsPage(workbench);
      for (const width of [250, 500]) {
        await makeSideBar(workbench, width);
        await frame.locator('vscode-textfield').click();
        await leavePage(workbench);
        await workbench.putCursor({ after: 'Mao, for his part' });
        await card(frame, 'BUT – he wants the best deal').waitFor();
        await workbench.page.waitForTimeout(500);
        await workbench.screenshot(`panel-sentence-${width}-${theme}`);
        await frame.locator('vscode-textfield').click();
        await workbench.typeText('"best deal"');
        await frame.getByRole('button', { name: 'Both sides' }).click();
        await frame.getByText('Mao was drawn into').waitFor();
        await card(frame, 'best deal').locator('.text').click();
        await workbench.page.waitForTimeout(500);
        await workbench.screenshot(`panel-search-${width}-${theme}`);
        await frame.getByRole('button', { name: 'Both sides' }).click();
        await frame.getByRole('button', { name: 'Clear Search' }).click();
      }
    });
  }
});

suite('Pictures of the readme and the walkthrough', () => {
  test('completion, hover, panel and report @long', async () => {
    const workbench = await openWorkbench({ theme: 'light', size: { width: 1200, height: 735 } });
    const { page } = workbench;
    const frame = await argumentsPage(workbench);
    await leavePage(workbench);
    await workbench.putCursor({ after: 'Stalin feared ceding' });
    await card(frame, 'revolutionary leadership').waitFor();
    await page.mouse.move(700, 700);
    await page.waitForTimeout(1_000);
    await takeScreenshot(page, 'readme-panel', false);

    await workbench.mouseOver('captured');
    await workbench.waitForHover('Insert Citation');
    await takeScreenshot(page, 'readme-hover', false);

    await page.mouse.move(700, 700);
    await workbench.putCursor('end');
    await workbench.typeText('Stalin pass');
    await workbench.waitForSuggestWidget();
    await page.waitForTimeout(500);
    await takeScreenshot(page, 'readme-completion', false);

    await workbench.press('Tab');
    await workbench.waitForText('[^1]: ');
    await workbench.runCommand('View: Close Primary Side Bar');
    await workbench.runCommand('Marginalia: Report Before Handing In');
    await page.locator('.tab.active', { hasText: 'Before handing in' }).waitFor();
    await page.mouse.move(300, 600);
    await page.waitForTimeout(3_000);
    await takeScreenshot(page, 'readme-report', false);
  });
});
