import assert from 'node:assert/strict';
import { openInMemory } from '../support/sample';
import { argumentTexts, scoreTyping, typingDraft, typingLibrary, wordCount } from '../support/typingTest';
import { openWorkbench } from './harness/openWorkbench';
import { type SeenList, Typist } from './harness/typist';
import type { Workbench } from './harness/workbench';

/** Writes a figure under the test that it belongs to. */
const say = (text: string) => console.log(`      ${text}`);

const told = (lists: readonly SeenList[]) =>
  lists
    .map(({ words, offered, times }) => `…${words} ⇒ ${offered.join(' | ')} (${times}×)`)
    .map((line) => line.replaceAll('\n', '⏎'))
    .join('\n      ');

/** Types all of a text, and sees that the keys have left it as it was meant. */
async function typeDraft(workbench: Workbench, text: string): Promise<readonly SeenList[]> {
  const typist = await Typist.at(workbench);
  await typist.type(text);
  await workbench.page.waitForTimeout(1_000);
  const written = await workbench.editorText();
  const isSame = written.trimEnd() === text.trimEnd();
  say(`${wordCount(text)} words typed, ${typist.lists.length} lists${isSame ? '' : '; the text differs'}`);
  if (typist.lists.length > 0) say(told(typist.lists));
  assert.equal(written.trimEnd(), text.trimEnd());
  return typist.lists;
}

suite('Typing a draft by real keys', () => {
  test('about something else, with “link”, “code” and “table” in it, brings up no list at all @long', async () => {
    const text = typingDraft('otherSubject.md');
    assert.ok(
      wordCount(text) >= 300 && ['link', 'code', 'table'].every((word) => text.includes(` ${word} `)),
    );
    const workbench = await openWorkbench({ files: { 'draft.md': '' } });
    assert.equal((await typeDraft(workbench, text)).length, 0);
  }).timeout(900_000);

  test('a list goes when its argument fits no longer, and leaves no snippets of VS Code behind', async () => {
    const { files } = typingLibrary('cholera');
    const workbench = await openWorkbench({ bare: true, files: { ...files, 'draft.md': '' } });
    await workbench.typeText('By then local physicians h');
    await workbench.page
      .locator('.suggest-widget.visible .monaco-list-row', { hasText: 'heading1' })
      .first()
      .waitFor();
    await workbench.typeText('a');
    await workbench.page.locator('.suggest-widget.visible').waitFor({ state: 'hidden' });
    await workbench.page.waitForTimeout(1_000);
    assert.equal(await workbench.isSuggesting(), false);
  });

  test('about the notes’ own subject, without an argument of theirs, brings up one list at most @long', async () => {
    const text = typingDraft('sameSubject.md');
    assert.ok(wordCount(text) >= 1000);
    const workbench = await openWorkbench({ files: { 'draft.md': '' } });
    assert.ok((await typeDraft(workbench, text)).length <= 1);
  }).timeout(1_800_000);

  for (const name of ['suez', 'cholera', 'printing']) {
    test(`that uses arguments brings up most of them and hardly anything else: ${name} @long`, async () => {
      const { files, text, uses } = typingLibrary(name);
      const workbench = await openWorkbench({ bare: true, files: { ...files, 'draft.md': '' } });
      const lists = await typeDraft(workbench, text);
      const all = await argumentTexts(openInMemory(files).marginalia);
      const { found, of, wrong } = scoreTyping(lists, uses, all);
      say(`${found} of ${of} arguments found, ${wrong.length} wrong lists${wrong.length > 0 ? ':' : ''}`);
      if (wrong.length > 0) say(told(wrong));
      assert.ok(found >= 0.6 * of, `${found} of ${of}`);
      assert.ok(wrong.length <= Math.max(1, wordCount(text) / 500), told(wrong));
    }).timeout(900_000);
  }
});
