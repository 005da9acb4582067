import assert from 'node:assert/strict';
import { openInMemory } from '../support/sample';
import {
  argumentTexts,
  popupsWhileTyping,
  scoreTyping,
  typingDraft,
  typingLibrary,
  wordCount,
} from '../support/typingTest';

suite('Typing a draft', () => {
  test('about something else brings up no list at all', async () => {
    const text = typingDraft('otherSubject.md');
    assert.ok(wordCount(text) >= 300);
    assert.deepEqual(await popupsWhileTyping(openInMemory().marginalia, text), []);
  }).timeout(20_000);

  test('about the notes’ own subject, without an argument of theirs, brings up one list at most', async () => {
    const text = typingDraft('sameSubject.md');
    assert.ok(wordCount(text) >= 1000);
    const popups = await popupsWhileTyping(openInMemory().marginalia, text);
    assert.ok(popups.length <= 1, JSON.stringify(popups, undefined, 1));
  }).timeout(40_000);

  for (const name of ['suez', 'cholera', 'printing']) {
    test(`that uses arguments brings up most of them and hardly anything else: ${name}`, async () => {
      const { files, text, uses } = typingLibrary(name);
      const { marginalia } = openInMemory(files);
      const popups = await popupsWhileTyping(marginalia, text);
      const { found, of, wrong } = scoreTyping(popups, uses, await argumentTexts(marginalia));
      const told = JSON.stringify({ found, of, wrong }, undefined, 1);
      assert.ok(found >= 0.6 * of, told);
      assert.ok(wrong.length <= Math.max(1, wordCount(text) / 500), told);
    }).timeout(20_000);
  }
});
