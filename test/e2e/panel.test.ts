import assert from 'node:assert/strict';
import { argumentsPage, card } from './harness/argumentsPage';
import { openWorkbench } from './harness/openWorkbench';

suite('Arguments view', () => {
  test('follows the cursor; a card inserts with citation by the mouse', async () => {
    const workbench = await openWorkbench();
    const frame = await argumentsPage(workbench);
    await workbench.press('Escape');
    await workbench.putCursor({ after: 'Mao, for his part' });
    await card(frame, 'BUT – he wants the best deal').waitFor();
    await workbench.screenshot('panel-first');
    assert.match((await frame.locator('.sentence').textContent()) ?? '', /Mao, for his part/);
  });
});
