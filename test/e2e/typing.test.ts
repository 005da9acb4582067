import assert from 'node:assert/strict';
import { openWorkbench } from './harness/openWorkbench';

suite('Typing', () => {
  test('what is typed at the end of the draft is in the file', async () => {
    const workbench = await openWorkbench();
    await workbench.putCursor('end');
    await workbench.typeText('\nA sentence of my own.');
    assert.match(await workbench.editorText(), /\nA sentence of my own\.$/);
    await workbench.screenshot('typing');
  });
});
