import { openWorkbench } from './harness/openWorkbench';

suite('Pictures for people to look at', () => {
  for (const theme of ['light', 'dark', 'highContrast'] as const) {
    test(`notes, completion and hover in ${theme}`, async () => {
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
