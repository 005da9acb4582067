import assert from 'node:assert/strict';
import {
  argumentsPage,
  card,
  chooseFromMenu,
  dragIntoEssay,
  findPage,
  leavePage,
  waitForSearch,
} from './harness/argumentsPage';
import { kennedyNotes } from './harness/kennedyNotes';
import { openWorkbench } from './harness/openWorkbench';

/** Sentences, most of them the sample draft's, and the argument of the notes that each one makes, if any. */
const tenSentences: readonly (readonly [string, string | undefined])[] = [
  ['The Soviet Union now had the deterrent of the bomb.', 'bomb'],
  ['Time mattered as well: Korea had to be captured before Japan could get back on its feet.', 'Japan'],
  ['None of this made the plan safe, but it made the risk look smaller than it was.', undefined],
  ['Stalin feared that putting the brakes on revolution in Asia would cede its leadership to Mao.', 'Mao'],
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

  test('is right for ten sentences of a draft @long', async () => {
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

  test('points, both sides, pinning, leaving out, staying, and the menu of forms @long', async () => {
    const workbench = await openWorkbench({ files: { 'notes/Kennedy Notes.txt': kennedyNotes } });
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

  test('a card dragged into the essay comes in with its footnote; what another source says as well', async () => {
    const workbench = await openWorkbench({
      files: { 'notes/Kennedy Notes.txt': kennedyNotes, 'draft.md': 'First line.\n\nLast line.\n' },
    });
    const { page } = workbench;
    const frame = await argumentsPage(workbench);
    await workbench.typeText('passes the buck');
    const buck = card(frame, 'passes the buck');
    await buck.locator('.text').waitFor();
    await dragIntoEssay(workbench, buck.locator('.text'), 'Last line.');
    const text = await workbench.waitForText('[^1]: ');
    await workbench.screenshot('drop-card');
    assert.match(text, /^First line\.\n\n[^\n]*"passes the buck"[^\n]*\[\^1\]/);
    await page.locator('.post-drop-widget, .post-edit-widget').first().waitFor();
    await workbench.press('Escape', 'ControlOrMeta+Z');
    assert.equal(await workbench.editorText(), 'First line.\n\nLast line.\n');

    await buck.getByRole('button', { name: 'Both sides: 1 other source' }).click();
    await dragIntoEssay(workbench, buck.getByText('Stalin let the Chinese pay'), 'Last line.');
    assert.match(await workbench.waitForText('Kennedy'), /Stalin let the Chinese pay/);
  });

  test('a citation’s card shows its sentence, whatever was searched for before @long', async () => {
    const workbench = await openWorkbench({
      files: {
        'draft.md': 'Stalin passes the buck to the Chinese [@zubok1996, p. 64].\n\nAnother thought.\n',
      },
    });
    const frame = await argumentsPage(workbench);
    await workbench.typeText('militery romantic');
    await card(frame, 'jump into the fray').waitFor();
    await leavePage(workbench);
    await workbench.putCursor('end');
    await workbench.mouseOver('zubok1996');
    await workbench.waitForHover('Show in Side Bar');
    await workbench.page.locator('.monaco-hover a', { hasText: 'Show in Side Bar' }).click();
    await frame.locator('.sentence', { hasText: 'Stalin passes the buck' }).waitFor();
    await frame.locator('h2.fits').waitFor();
    await card(frame, 'passes the buck').waitFor();
    await waitForSearch(frame, '');
  });

  test('the search survives hiding the view @long', async () => {
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

  test('the search survives loading the window anew @long', async () => {
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

  test('without notes it says so, with a button that helps @long', async () => {
    const bare = await openWorkbench({ bare: true, files: { 'draft.md': 'Text' } });
    let frame = await argumentsPage(bare);
    await frame.getByText('There is no notes folder here yet').waitFor();
    await bare.screenshot('panel-no-notes-folder');
    await frame.getByRole('button', { name: 'Create Notes Folder' }).click();
    await bare.page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'notes' }).waitFor();
    frame = await argumentsPage(bare);
    await frame.getByText('The notes folder holds no arguments yet').waitFor();
  });

  test('without an essay, and without a match, it says so, with a button that helps @long', async () => {
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
