import type { Frame } from 'playwright-core';
import assert from 'node:assert/strict';
import { argumentsPage, card, chooseFromMenu, enterPage, findPage, leavePage } from './harness/argumentsPage';
import { openWorkbench } from './harness/openWorkbench';

const kennedy = [
  'Kennedy Notes',
  '',
  'How did Stalin handle this delicate situation?',
  '',
  'Stalin let the Chinese pay for a war that he had allowed',
].join('\n');

/** Sentences, most of them the sample draft's, and the argument of the notes that each one makes, if any. */
const tenSentences: readonly (readonly [string, string | undefined])[] = [
  ['The Soviet Union now had the deterrent of the bomb.', 'bomb'],
  ['Time mattered as well: Korea had to be captured before Japan could get back on its feet.', 'Japan'],
  ['None of this made the plan safe, but it made the risk look smaller than it was.', undefined],
  ['Stalin feared ceding revolutionary leadership in Asia to Mao.', 'Mao'],
  [
    'Stalin was determined to avoid a war with the United States, so he hid the Soviet hand in Korea.',
    'avoid',
  ],
  ['Mao, for his part, wanted the best deal he could get, with assurances of air cover.', 'best deal'],
  ['Stalin passes the buck to the Chinese.', 'passes the buck'],
  ['He acted as the ideological pontiff of the movement.', 'pontiff'],
  ['Mao wanted to jump into the fray out of military romanticism.', 'jump into the fray'],
  ['The weather in the spring of that year was unusually mild.', undefined],
];

/** The field is filled a moment after the cards have come. */
async function waitForSearch(frame: Frame, expected: string): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt++) {
    if ((await frame.getByRole('textbox').inputValue()) === expected) return;
    await frame.waitForTimeout(100);
  }
  assert.equal(await frame.getByRole('textbox').inputValue(), expected);
}

suite('Arguments view', () => {
  test('follows the cursor, marks the match, and inserts, cites and opens by the mouse', async () => {
    const workbench = await openWorkbench();
    const frame = await argumentsPage(workbench);
    await leavePage(workbench);
    await workbench.putCursor({ after: 'Mao, for his part' });
    const best = card(frame, 'BUT – he wants the best deal');
    await best.waitFor();
    assert.match((await frame.locator('.sentence').textContent()) ?? '', /Mao, for his part/);
    assert.ok((await best.locator('mark').allTextContents()).includes('assurances'));
    assert.match((await frame.locator('h2').allTextContents()).join(), /For this sentence,Loosely related/);
    await best.getByText('Used, not cited').waitFor();

    await best.hover();
    await best.getByRole('button', { name: 'Cite Sentence at Cursor' }).click();
    const cited = await workbench.waitForText('[^1]: ');
    assert.ok(cited.includes('with assurances of air cover.[^1]'), cited);
    await best.getByText('Cited', { exact: true }).waitFor();
    await workbench.press('ControlOrMeta+Z');

    await workbench.putCursor('end');
    await frame.getByRole('button', { name: 'Show All Arguments' }).click();
    const pontiff = card(frame, 'pontiff');
    await pontiff.hover();
    await pontiff.getByRole('button', { name: 'Insert with Citation' }).click();
    assert.match(
      await workbench.waitForText('[^1]: '),
      /He acted as the ideological "pontiff" [^\n]*\[\^1\]/,
    );
    await workbench.press('ControlOrMeta+Z');

    // Undoing moves the cursor, which the list follows.
    await frame.getByRole('button', { name: 'Show All Arguments' }).click();
    await pontiff.hover();
    await pontiff.getByRole('button', { name: 'Open in Notes' }).click();
    await workbench.page.waitForSelector('.tab.active[data-resource-name="Zubok and Pleshakov Notes.txt"]');
  });

  test('is right for ten sentences of a draft', async () => {
    const workbench = await openWorkbench({
      files: { 'draft.md': `${tenSentences.map(([sentence]) => sentence).join('\n\n')}\n` },
    });
    const frame = await argumentsPage(workbench);
    const wrong: string[] = [];
    for (const [index, [sentence, expected]] of tenSentences.entries()) {
      await leavePage(workbench);
      await workbench.putCursor({ line: 2 * index + 1, column: 5 });
      await frame.locator('.sentence', { hasText: sentence }).waitFor();
      const found = await frame.locator('h2.fits').count();
      const [first = ''] = await frame.locator('article .text').allTextContents();
      const isRight = expected === undefined ? found === 0 : found > 0 && first.includes(expected);
      if (!isRight) wrong.push(`${sentence} → ${found > 0 ? first : 'nothing that fits'}`);
    }
    assert.deepEqual(wrong, []);
  });

  test('by keyboard alone: search with typing errors, arrows, Enter, Ctrl+Enter, Escape', async () => {
    const workbench = await openWorkbench({ files: { 'draft.md': 'First. Second.\n' } });
    await workbench.putCursor({ after: 'First.' });
    const frame = await enterPage(workbench);
    await workbench.typeText('militery romantic');
    await card(frame, 'jump into the fray').waitFor();
    await frame.getByRole('status').getByText('argument').waitFor();
    await workbench.press('ArrowDown');
    await frame.locator('article:focus', { hasText: 'jump into the fray' }).waitFor();
    await workbench.press('Control+Enter');
    assert.match(await workbench.waitForText('[^1]: '), /^First\.\[\^1\] Second\./);
    await workbench.press('ControlOrMeta+Z');
    await enterPage(workbench);
    await workbench.press('ArrowDown', 'Enter');
    assert.match(
      await workbench.waitForText('[^1]: '),
      /^First\. ?Mao wants to jump into the fray .*\[\^1\] Second\./,
    );
    await workbench.press('ControlOrMeta+Z');

    await enterPage(workbench);
    await workbench.press('ControlOrMeta+A', 'Delete');
    await frame.getByRole('button', { name: 'Show All Arguments' }).focus();
    await workbench.press('Enter');
    await card(frame, 'He wanted to firm up').waitFor();
    await frame.locator('vscode-textfield').focus();
    await workbench.press('ArrowDown', 'ArrowDown');
    await frame.locator('article:focus', { hasText: 'Re-division of spheres' }).waitFor();
    await workbench.press('End');
    await frame.locator('article:focus', { hasText: 'catastrophe' }).waitFor();
    await workbench.press('Home');
    await frame.locator('article:focus', { hasText: 'He wanted to firm up' }).waitFor();
    await workbench.press('ArrowUp');
    await frame.locator('vscode-textfield:focus').waitFor();
    await leavePage(workbench);
    await workbench.typeText('!');
    await workbench.waitForText('First.! Second.');
  });

  test('points, both sides, pinning, leaving out, staying, and the menu of forms', async () => {
    const workbench = await openWorkbench({ files: { 'notes/Kennedy Notes.txt': kennedy } });
    const frame = await argumentsPage(workbench);
    await leavePage(workbench);
    await workbench.putCursor({ after: 'Stalin feared' });
    const feared = card(frame, 'Stalin feared "putting the breaks"');
    await feared.getByRole('button', { name: '1 point below it' }).click();
    await feared.getByText('Doing so might tempt').waitFor();
    await feared.click({ position: { x: 20, y: 20 } });
    await workbench.press('ArrowLeft');
    await feared.getByText('Doing so might tempt').waitFor({ state: 'detached' });
    await workbench.press('ArrowRight');
    await feared.getByText('Doing so might tempt').waitFor();

    await feared.getByRole('button', { name: 'Pin', exact: true }).click();
    await frame.locator('h2', { hasText: 'Pinned' }).waitFor();
    await frame.getByRole('switch', { name: 'Stay with This Sentence' }).click();
    await leavePage(workbench);
    await workbench.putCursor({ after: 'Mao, for his part' });
    await workbench.page.waitForTimeout(1_000);
    assert.match((await frame.locator('.sentence').textContent()) ?? '', /Stalin feared ceding/);
    await frame.getByRole('switch', { name: 'Stay with This Sentence' }).click();
    await card(frame, 'BUT – he wants the best deal').waitFor();
    assert.match((await frame.locator('article').first().textContent()) ?? '', /Pinned.*putting the breaks/s);

    await frame.locator('vscode-textfield').click();
    await workbench.typeText('passes the buck');
    const buck = card(frame, 'passes the buck');
    await buck.getByRole('button', { name: 'Both sides: 1 other source' }).click();
    await buck.getByText('Stalin let the Chinese pay').waitFor();
    await buck.locator('.text').click({ button: 'right' });
    await chooseFromMenu(workbench, 'Leave Out on Purpose');
    await buck.getByText('Left out on purpose').waitFor();

    await buck.hover();
    await buck.getByRole('button', { name: 'More Actions…' }).first().click();
    await chooseFromMenu(workbench, 'Insert Argument As…');
    await workbench.pick('The notes’ words with a citation for Pandoc', 'Pandoc');
    assert.match(await workbench.waitForText('[@zubok1996'), /Stalin "passes the buck"/);
  });

  test('the search survives hiding the view', async () => {
    const workbench = await openWorkbench();
    let frame = await argumentsPage(workbench);
    await workbench.typeText('air cover');
    await card(frame, 'assurances').waitFor();
    await workbench.runCommand('View: Show Explorer');
    await frame.waitForSelector('#page', { state: 'detached' }).catch(() => {});
    frame = await argumentsPage(workbench);
    await card(frame, 'assurances').waitFor();
    await waitForSearch(frame, 'air cover');
    await frame.getByRole('button', { name: 'Clear Search' }).click();
    await waitForSearch(frame, '');
  });

  test('the search survives loading the window anew', async () => {
    const workbench = await openWorkbench();
    let frame = await argumentsPage(workbench);
    await workbench.typeText('air cover');
    await card(frame, 'assurances').waitFor();
    const loaded = workbench.page.waitForEvent('load');
    await workbench.runCommand('Developer: Reload Window');
    await loaded;
    frame = await findPage(workbench);
    await card(frame, 'assurances').waitFor();
    await waitForSearch(frame, 'air cover');
  });

  test('without notes it says so, with a button that helps', async () => {
    const bare = await openWorkbench({ bare: true, files: { 'draft.md': 'Text' } });
    let frame = await argumentsPage(bare);
    await frame.getByText('There is no notes folder here yet').waitFor();
    await bare.screenshot('panel-no-notes-folder');
    await frame.getByRole('button', { name: 'Create Notes Folder' }).click();
    await bare.page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'notes' }).waitFor();
    frame = await argumentsPage(bare);
    await frame.getByText('The notes folder holds no arguments yet').waitFor();
  });

  test('without an essay, and without a match, it says so, with a button that helps', async () => {
    const workbench = await openWorkbench({
      openFile: null,
      size: { width: 1280, height: 1000 },
    });
    const frame = await argumentsPage(workbench);
    await frame.getByText('Open your essay to see').waitFor();
    await workbench.typeText('zzzyx');
    await frame.getByText('Nothing in your notes matches “zzzyx”.').waitFor();
    await workbench.screenshot('panel-no-match');
    await frame.locator('.hint').getByRole('button', { name: 'Clear Search' }).click();
    await frame.getByRole('button', { name: 'New Essay' }).click();
    await workbench.page.waitForSelector('.tab.active[data-resource-name^="Untitled"]');
  });
});
