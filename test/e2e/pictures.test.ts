import { argumentsPage, card, leavePage, makeSideBar } from './harness/argumentsPage';
import { openWorkbench } from './harness/openWorkbench';

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
