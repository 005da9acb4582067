import assert from 'node:assert/strict';
import { openWorkbench } from './harness/openWorkbench';

const BUCK =
  'Stalin "passes the buck" to the Chinese – telling them to intervene militarily with "volunteers" under Chinese command';
const FULL =
  'Vladislav Zubok and Constantine Pleshakov, *Inside the Kremlin’s Cold War: From Stalin to Khrushchev* (Cambridge, MA: Harvard University Press, 1996).';

suite('Completion', () => {
  test('at the very end of a draft: suggested, accepted by keyboard, cited in full and then in short, undone', async () => {
    const workbench = await openWorkbench({ files: { 'draft.md': '# Korea\n\n' } });
    await workbench.putCursor('end');
    await workbench.typeText('Stalin pass');
    const [first] = await workbench.waitForSuggestWidget();
    assert.equal(first?.label, BUCK);
    assert.equal(first.focused, false, 'an unasked list preselects nothing');
    await workbench.press('Tab');
    assert.equal(await workbench.waitForText('[^1]: '), `# Korea\n\n${BUCK}[^1]\n\n[^1]: ${FULL}`);

    await workbench.typeText('. Mao wants to jump');
    await workbench.waitForSuggestWidget();
    await workbench.press('ArrowDown', 'Enter');
    const withSecond = await workbench.waitForText('[^2]: ');
    assert.equal(
      withSecond,
      `# Korea\n\n${BUCK}[^1]. Mao wants to jump into the fray → "military romanticism"[^2]\n\n[^1]: ${FULL}\n[^2]: Zubok and Pleshakov.`,
    );

    await workbench.press('ControlOrMeta+Z');
    assert.equal(await workbench.editorText(), `# Korea\n\n${BUCK}[^1]. Mao wants to jump\n\n[^1]: ${FULL}`);
  });

  test('in the middle of the draft, and Tab leads on to the page of the note @long', async () => {
    const workbench = await openWorkbench();
    await workbench.putCursor({ after: 'smaller than it was.' });
    await workbench.typeText(' Stalin pass');
    await workbench.waitForSuggestWidget();
    await workbench.press('Tab');
    await workbench.waitForText('[^1]: ');
    await workbench.press('Tab');
    await workbench.typeText(', 63');
    await workbench.press('Tab');
    await workbench.typeText(' So he hid.');
    const text = await workbench.editorText();
    assert.ok(text.includes(`smaller than it was. ${BUCK}[^1] So he hid.\n\nIdeology`), text);
    assert.ok(text.trimEnd().endsWith(`[^1]: ${FULL.replace(').', '), 63.')}`), text);
  });

  for (const [settings, typed, expected] of [
    [{}, '63', '1996), 63.'],
    [{ 'marginalia.insertion.citation': 'pandoc' }, '63–64', '[@zubok1996, pp. 63–64]'],
    [{ 'marginalia.insertion.citation': 'pandoc' }, '63', '[@zubok1996, p. 63]'],
    [{ 'marginalia.insertion.citation': 'pandoc' }, ', ch. 3', '[@zubok1996, ch. 3]'],
    [{ 'marginalia.insertion.citation': 'pandoc' }, '', '[@zubok1996]'],
  ] as const) {
    test(`when Tab leaves the page “${typed}”, there is before it what the style writes there @long`, async () => {
      const workbench = await openWorkbench({ files: { 'draft.md': '' }, settings });
      await workbench.typeText('Stalin pass');
      await workbench.waitForSuggestWidget();
      await workbench.press('Tab');
      await workbench.page
        .locator('.view-line', { hasText: 'zubok1996' })
        .or(workbench.page.locator('.view-line', { hasText: 'Khrushchev' }))
        .first()
        .waitFor();
      await workbench.press('Tab');
      await workbench.typeText(typed);
      await workbench.press('Tab');
      await workbench.waitForText(expected);
    });
  }

  test('Enter stays Enter, and Escape stays closed', async () => {
    const workbench = await openWorkbench({ files: { 'draft.md': '' } });
    await workbench.typeText('Stalin pass');
    await workbench.waitForSuggestWidget();
    await workbench.press('Enter');
    assert.equal(await workbench.editorText(), 'Stalin pass\n');
    await workbench.typeText('Stalin passe');
    await workbench.waitForSuggestWidget();
    await workbench.press('Escape');
    await workbench.typeText('s');
    await workbench.page.waitForTimeout(1000);
    assert.equal(await workbench.isSuggesting(), false);
  });

  test('prose about something else brings up nothing, nor does code', async () => {
    const workbench = await openWorkbench({ files: { 'draft.md': '' } });
    for (const text of ['The link to a table of code was quoted in bold.', '\n\n`Stalin passes the bu']) {
      for (const word of text.split(/(?<= )/)) {
        await workbench.typeText(word);
        await workbench.page.waitForTimeout(150);
        assert.equal(await workbench.isSuggesting(), false, word);
      }
    }
  });

  test('asked for with Ctrl+Space, weaker matches are offered and their card is shown @long', async () => {
    const workbench = await openWorkbench({ files: { 'draft.md': '' } });
    await workbench.typeText('Stalin');
    await workbench.press('Control+Space');
    const rows = await workbench.waitForSuggestWidget();
    assert.ok(rows.length > 3);
    assert.equal(rows[0]?.focused, true);
    await workbench.press('Escape');
    await workbench.typeText(' pass');
    assert.equal((await workbench.waitForSuggestWidget()).length, 1);
    await workbench.press('Control+Space');
    await workbench.page.locator('.suggest-widget.visible .monaco-list-row').nth(3).waitFor();
  });

  test('with Pandoc’s citations by setting @long', async () => {
    const workbench = await openWorkbench({
      files: { 'draft.md': '' },
      settings: { 'marginalia.insertion.citation': 'pandoc' },
    });
    await workbench.typeText('Stalin pass');
    await workbench.waitForSuggestWidget();
    await workbench.press('Tab');
    assert.equal(await workbench.waitForText('@zubok'), `${BUCK} [@zubok1996]`);
  });
});
