import assert from 'node:assert/strict';
import { openWorkbench } from './harness/openWorkbench';
import type { Workbench } from './harness/workbench';

const BUCK =
  'Stalin "passes the buck" to the Chinese – telling them to intervene militarily with "volunteers" under Chinese command';

/** The file of notes that the sample brings. */
const NOTES = 'notes/Zubok and Pleshakov Notes.txt';

/** One undo, and what is there then. */
async function undone(workbench: Workbench): Promise<string> {
  await workbench.press('ControlOrMeta+Z');
  return workbench.editorText();
}

/** Takes a row of the list that is open, by a text in it, with the arrows and Enter. */
async function takeRow(workbench: Workbench, text: string): Promise<void> {
  const { page } = workbench;
  const row = page.locator('.suggest-widget.visible .monaco-list-row', { hasText: text }).first();
  await row.waitFor();
  const focused = page.locator('.suggest-widget.visible .monaco-list-row.focused', { hasText: text });
  for (let presses = 0; presses < 12 && !(await focused.first().isVisible()); presses++)
    await workbench.press('ArrowDown');
  await focused.first().waitFor();
  await workbench.press('Enter');
}

suite('Insertion by real keys', () => {
  for (const [form, row, expected] of [
    ['stub', 'in your own words', /^Zubok and Pleshakov argue that Stalin "passes the buck" .*\[\^1\]\n/],
    ['quotation', 'only the quotation', /^"passes the buck"\[\^1\]\n/],
    ['citation', 'only the citation', /^Stalin pass\[\^1\]\n/],
  ] as const) {
    test(`the ${form} is chosen after Ctrl+Space, and one undo takes it back @long`, async () => {
      const workbench = await openWorkbench({ files: { 'draft.md': '' } });
      await workbench.typeText('Stalin pass');
      await workbench.waitForSuggestWidget();
      await workbench.press('Control+Space');
      await takeRow(workbench, row);
      assert.match(await workbench.waitForText('[^1]: '), expected);
      assert.equal((await undone(workbench)).trimEnd(), 'Stalin pass');
    });
  }

  for (const [place, draft, cursor, typed, expected] of [
    ['a bullet', '- One\n- \n', { line: 2, column: 3 }, '', `- One\n- ${BUCK}[^1]\n\n[^1]: `],
    [
      'a block quote',
      '> Said he.\n\nMore.\n',
      { line: 1, column: 11 },
      ' ',
      `> Said he. ${BUCK}[^1]\n\nMore.\n\n[^1]: `,
    ],
    [
      'a table',
      '| a | b |\n|---|---|\n| x |  |\n',
      { line: 3, column: 7 },
      '',
      `| x | ${BUCK}[^1] |\n\n[^1]: `,
    ],
    ['a bracket', 'So it was.\n', { line: 1, column: 10 }, ' (', `So it was (${BUCK}[^1]).\n\n[^1]: `],
  ] as const) {
    test(`in ${place}, and one undo takes it back @long`, async () => {
      const workbench = await openWorkbench({ files: { 'draft.md': draft } });
      await workbench.putCursor(cursor);
      await workbench.typeText(`${typed}Stalin pass`);
      await workbench.waitForSuggestWidget();
      const before = await workbench.editorText();
      await workbench.press('Tab');
      const text = await workbench.waitForText('[^1]: ');
      assert.ok(text.includes(expected), text);
      assert.equal(await undone(workbench), before);
    });
  }

  test('at several cursors, and one undo takes all of it back @long', async () => {
    const workbench = await openWorkbench({ files: { 'draft.md': 'One. \n\nTwo. \n' } });
    await workbench.putCursor({ line: 1, column: 6 });
    await workbench.runCommand('Add Cursor Below');
    await workbench.runCommand('Add Cursor Below');
    // The second cursor is on the empty line between.
    await workbench.typeText('Stalin pass');
    await workbench.press('Control+Space');
    await workbench.waitForSuggestWidget();
    const before = await workbench.editorText();
    await workbench.press('Enter');
    const text = await workbench.waitForText('[^1]: ');
    assert.equal(text.split(`${BUCK}[^1]`).length - 1, 3, text);
    assert.equal(text.split('[^1]: ').length - 1, 1, text);
    assert.equal(await undone(workbench), before);
  });

  test('the end of an argument in grey is taken with Tab, comes with its citation, and goes with one undo @long', async () => {
    const workbench = await openWorkbench({
      files: { 'draft.md': '' },
      settings: { 'marginalia.ghostText': true, 'marginalia.completion.whileTyping': 'off' },
    });
    await workbench.typeText('US signs security tr');
    await workbench.page.locator('.ghost-text-decoration, .ghost-text').first().waitFor();
    await workbench.press('Tab');
    const text = await workbench.waitForText('[^1]: ');
    assert.match(text, /^US signs security treaty with Japan\[\^1\]\n\n\[\^1\]: Vladislav/);
    assert.equal((await undone(workbench)).trimEnd(), 'US signs security tr');
  });

  test('a page that the notes name follows the citekey and a comma; a comma in prose brings nothing @long', async () => {
    const notes = 'Zubok and Pleshakov Notes\n\nHow?\n\nHe hid his hand (p. 63)\n\nMao gave in (p. 64)\n';
    const workbench = await openWorkbench({ files: { 'draft.md': '', [NOTES]: notes } });
    await workbench.typeText('So,');
    await workbench.page.waitForTimeout(500);
    assert.equal(await workbench.isSuggesting(), false);
    await workbench.typeText(' he hid it [@zubok1996');
    await workbench.waitForSuggestWidget();
    await workbench.typeText(',');
    await workbench.page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'p. 64' }).waitFor();
    const rows = await workbench.waitForSuggestWidget();
    assert.deepEqual(
      rows.map(({ label }) => label),
      ['p. 63', 'p. 64'],
    );
    await workbench.press('ArrowDown', 'Enter');
    assert.equal((await workbench.waitForText('p. 63')).trimEnd(), 'So, he hid it [@zubok1996, p. 63]');
    assert.equal((await undone(workbench)).trimEnd(), 'So, he hid it [@zubok1996,]');
  });

  test('the question of the essay decides between arguments that are equally good @long', async () => {
    const notes = (answer: string) =>
      `Kyle Notes\n\nWhy did Eden go to war over Suez?\n\nThe cabinet feared a loss of prestige${answer}\n\n` +
      `What did the Commonwealth say about Rhodesia?\n\nThe cabinet feared a loss of prestige in Africa\n`;
    for (const [heading, expected] of [
      ['Why did Eden go to war over Suez?', 'in Egypt'],
      ['What did the Commonwealth say about Rhodesia?', 'in Africa'],
    ] as const) {
      const workbench = await openWorkbench({
        bare: true,
        files: { 'notes/kyle.txt': notes(' in Egypt'), 'draft.md': `# ${heading}\n\n` },
      });
      await workbench.putCursor('end');
      await workbench.typeText('The cabinet feared a loss');
      await workbench.press('Control+Space');
      await workbench.page.locator('.suggest-widget.visible .monaco-list-row').nth(1).waitFor();
      const [first] = await workbench.waitForSuggestWidget();
      assert.equal(first?.label, `The cabinet feared a loss of prestige ${expected}`);
      await workbench.close();
    }
  });
});

suite('Code actions by real keys', () => {
  const SENTENCE = 'Stalin passes the buck to the Chinese.';
  for (const [title, draft, at, expected] of [
    [
      'Cite Zubok and Pleshakov',
      `${SENTENCE}\n`,
      'pass',
      /^Stalin passes the buck to the Chinese\.\[\^1\]\n/,
    ],
    ['Replace by quotation', `In the end ${SENTENCE}\n`, 'pass', /"passes the buck"[^\n]*\[\^1\]/],
    [
      'Cite Zubok and Pleshakov',
      'Stalin hid the Soviet hand in Korea CITENEEDED. So.\n',
      'CITE',
      /^Stalin hid the Soviet hand in Korea\.\[\^1\] So\.\n/,
    ],
  ] as const) {
    test(`“${title}” at “${at}”, and one undo takes it back @long`, async () => {
      const workbench = await openWorkbench({ files: { 'draft.md': draft } });
      await workbench.putCursor({ after: at });
      const menu = workbench.page.locator('.action-widget .action', { hasText: title }).first();
      // What the sentence makes is known a moment after the essay is opened.
      for (let attempt = 0; attempt < 10 && !(await menu.isVisible()); attempt++) {
        await workbench.press('Escape', 'ControlOrMeta+.');
        await menu.waitFor({ timeout: 3_000 }).catch(() => {});
      }
      await workbench.chooseAction(title);
      assert.match(await workbench.waitForText('[^1]: '), expected);
      assert.equal(await undone(workbench), draft);
    });
  }
});
