import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { openWorkbench } from './harness/openWorkbench';

const FULL =
  'Vladislav Zubok and Constantine Pleshakov, *Inside the Kremlin’s Cold War: From Stalin to Khrushchev* (Cambridge, MA: Harvard University Press, 1996).';

suite('At the fingertip', () => {
  test('a source by its author, an argument behind the trigger, a footnote again', async () => {
    const workbench = await openWorkbench({ files: { 'draft.md': '' } });
    await workbench.typeText('He won [@plesh');
    const [first] = await workbench.waitForSuggestWidget();
    assert.equal(first?.label, '@zubok1996');
    await workbench.screenshot('completion-citekey');
    await workbench.press('Enter');
    assert.match(await workbench.waitForText('@zubok1996'), /^He won \[@zubok1996\]?$/);
    await workbench.press('Control+End');
    await workbench.typeText('. Then ;;boycot');
    await workbench.page
      .locator('.suggest-widget.visible .monaco-list-row', { hasText: 'Stalin boycotts UN' })
      .first()
      .waitFor();
    await workbench.press('Enter');
    const text = await workbench.waitForText('[^1]: ');
    assert.match(
      text,
      /Then Stalin boycotts UN to show solidarity with China; .* began\.\[\^1\]\n\n\[\^1\]: /,
    );
    assert.ok(!text.includes(';;'));
    await workbench.typeText(' Also[^');
    await workbench.waitForSuggestWidget();
    await workbench.press('Enter');
    await workbench.waitForText('Also[^1]');
  });

  test('an argument dragged from the notes into the essay comes in with its footnote, and one undo takes it back', async () => {
    const workbench = await openWorkbench({
      files: { 'draft.md': 'First line.\n\nLast line.\n' },
      size: { width: 1280, height: 1200 },
    });
    const { page } = workbench;
    await workbench.runCommand('Marginalia: Focus on Notes View');
    const row = page.locator('.pane-body .monaco-list-row', { hasText: 'Germany rearmed' }).first();
    const question = page.locator('.pane-body .monaco-list-row', { hasText: 'What did Stalin gain' }).first();
    await question.waitFor();
    await question.locator('.monaco-tl-twistie').click();
    await row.waitFor();
    const target = page.locator('.monaco-editor .view-line', { hasText: 'Last line.' }).first();
    await row.hover();
    await page.mouse.down();
    const box = await target.boundingBox();
    assert.ok(box);
    await page.mouse.move(box.x + 30, box.y + 5, { steps: 10 });
    await page.mouse.move(box.x + 3, box.y + box.height / 2, { steps: 5 });
    await page.waitForTimeout(500);
    await page.mouse.up();
    const text = await workbench.waitForText('[^1]: ');
    await workbench.screenshot('drop-argument');
    assert.ok(text.includes('Germany rearmed[^1]') && text.includes(FULL), text);
    await workbench.press('ControlOrMeta+Z');
    assert.equal(await workbench.editorText(), 'First line.\n\nLast line.\n');
  });

  test('what is copied from the notes is pasted plainly, and with its citation when that is chosen @long', async () => {
    const workbench = await openWorkbench({ files: { 'draft.md': 'A.\n\n' } });
    await workbench.openFile('notes/Zubok and Pleshakov Notes.txt');
    await workbench.putCursor({ before: 'Germany rearmed' });
    await workbench.press('Shift+End', 'ControlOrMeta+C');
    await workbench.openFile('draft.md');
    await workbench.putCursor('end');
    await workbench.press('ControlOrMeta+V');
    await workbench.page.locator('.post-edit-widget').waitFor();
    assert.equal(await workbench.editorText(), 'A.\n\nGermany rearmed');
    await workbench.press('ControlOrMeta+.');
    await workbench.chooseAction('Insert with Citation');
    const text = await workbench.waitForText('[^1]: ');
    assert.equal(text.trimEnd(), `A.\n\nGermany rearmed[^1]\n\n[^1]: ${FULL}`);
    await workbench.press('ControlOrMeta+Z');
    assert.ok(!(await workbench.editorText()).includes('[^1]'));
  });

  test('typing a paragraph by real keys: silence on another subject, also for “link”, “code” and “table”; the right argument otherwise @long', async () => {
    const draft = (name: string) =>
      readFileSync(`test/fixtures/typing/${name}`, 'utf8').replace(/ \{\d+\}/g, '');
    const [, other = ''] = draft('otherSubject.md').split('\n\n');
    const workbench = await openWorkbench({
      files: {
        'draft.md': '',
        'notes/kyle.txt': readFileSync('test/fixtures/typing/suez/notes.txt', 'utf8'),
      },
    });
    const shown: string[] = [];
    const type = async (text: string) => {
      for (const word of text.split(/(?<= )/)) {
        await workbench.typeText(word.trimEnd());
        await workbench.page.waitForTimeout(250);
        if (await workbench.isSuggesting()) {
          const [row] = await workbench.waitForSuggestWidget();
          shown.push(row?.label ?? '');
          assert.equal(row?.focused, false);
        }
        await workbench.typeText(' ');
      }
    };
    await type(other);
    assert.equal(shown.length, 0, shown.join());
    await type('For Eden Nasser was a second Mussolini who must');
    await type('not be appeased. The plan was that Israel was to attack first');
    console.log(
      `      ${other.split(' ').length} words elsewhere: no list; then: ${[...new Set(shown)].join(' | ')}`,
    );
    assert.ok(shown.some((label) => label.startsWith('Eden saw Nasser as a second Mussolini')));
    assert.ok(shown.some((label) => label.startsWith('Israel was to attack first')));
    const line = await workbench.editorText();
    assert.ok(line.startsWith(other.slice(0, 40)), line);
  });

  test('the card over a citation, light and dark @long', async () => {
    for (const theme of ['light', 'dark'] as const) {
      const workbench = await openWorkbench({
        theme,
        files: { 'draft.md': 'Stalin hid his hand [@zubok1996, p. 63].\n' },
      });
      await workbench.mouseOver('zubok1996');
      const card = await workbench.waitForHover('Harvard University Press');
      assert.match(card, /Inside the Kremlin’s Cold War/);
      await workbench.screenshot(`citation-card-${theme}`);
      await workbench.close();
    }
  });
});
