import assert from 'node:assert/strict';
import { openInMemory } from '../support/sample';
import { popupsWhileTyping, typingDraft, typingLibrary } from '../support/typingTest';

const wordCount = (text: string) => text.split(/\s+/).length;

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
      const all = [...(await marginalia.library()).arguments.values()].map(({ argument }) => argument.text);
      const popups = await popupsWhileTyping(marginalia, text);
      const within = ({ start, end }: { readonly start: number; readonly end: number }) =>
        popups.filter(({ at }) => start < at && at <= end);
      const found = uses.filter((use) =>
        within(use).some(({ offered }) => offered.includes(all[use.argument - 1] ?? '')),
      );
      const wrong = popups.filter(
        ({ at, offered }) =>
          !uses.some(
            ({ start, end, argument }) =>
              start < at && at <= end && offered.includes(all[argument - 1] ?? ''),
          ),
      );
      const told = JSON.stringify({ found: found.length, of: uses.length, wrong }, undefined, 1);
      assert.ok(found.length >= 0.6 * uses.length, told);
      assert.ok(wrong.length <= Math.max(1, wordCount(text) / 500), told);
    }).timeout(20_000);
  }
});
