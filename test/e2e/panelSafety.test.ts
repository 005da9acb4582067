import assert from 'node:assert/strict';
import axe from 'axe-core';
import type { Frame } from 'playwright-core';
import { generateNotes, random } from '../support/generatedNotes';
import { argumentsPage, card, findPage, leavePage } from './harness/argumentsPage';
import { openWorkbench } from './harness/openWorkbench';

const hostileLines = [
  '<img src=x onerror="alert(1)"> Truman wielded the bomb <script>alert(2)</script>',
  '[Truman](command:workbench.action.quit) pressed ![on](http://127.0.0.1:9/picture.png) boldly',
  '<a href="http://127.0.0.1:9/link">Truman</a> ${alert(3)} {{constructor}} `${1}` left office',
  `Truman ${'endured a very long war '.repeat(220)}`,
];

const MARKUP = '<img src=x onerror=alert(4)>';
const escaped = MARKUP.replace('<', '\\<').replace('>', '\\>');
/** Notes whose escapes mean that markup is what the student wrote: each text of a card holds some. */
const markupNotes = [
  `# Ames ${escaped} Notes`,
  `## Why ${escaped} then?`,
  `- Zeppelins ${escaped} terrified the dockyards (p. 3)`,
  `  - Sirens ${escaped} warned too late (p. 4)`,
].join('\n\n');

/** What axe finds at WCAG 2.2 AA, in words. */
async function violations(frame: Frame): Promise<string[]> {
  await frame.evaluate(axe.source);
  return frame.evaluate(async () => {
    const { axe: run } = window as unknown as { axe: typeof axe };
    const { violations: found } = await run.run('#page', {
      runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
    });
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  });
}

suite('Arguments view, safety and access', () => {
  for (const [theme, length] of [
    ['light', ''],
    ['dark', ' @long'],
    ['highContrast', ' @long'],
  ] as const) {
    test(`axe finds nothing at WCAG 2.2 AA in ${theme}${length}`, async () => {
      const workbench = await openWorkbench({ theme });
      const frame = await argumentsPage(workbench);
      await leavePage(workbench);
      await workbench.putCursor({ after: 'Mao, for his part' });
      await card(frame, 'BUT – he wants the best deal').waitFor();
      assert.deepEqual(await violations(frame), []);
      await card(frame, 'BUT – he wants the best deal').click({ position: { x: 20, y: 20 } });
      await frame.locator('vscode-textfield').click();
      await workbench.typeText('putting the breaks');
      await frame.getByRole('button', { name: '1 point below it' }).click();
      assert.deepEqual(await violations(frame), []);
      await frame.getByRole('button', { name: 'Clear Search' }).click();
      await workbench.typeText('zzzyx');
      await frame.getByText('Nothing in your notes').waitFor();
      assert.deepEqual(await violations(frame), []);
    });
  }

  test('hostile notes are plain text: no request, no dialog, no command', async () => {
    const notes = `Evil Notes\n\nWhat <b>then</b>?\n\n${hostileLines.join('\n\n')}\n`;
    const workbench = await openWorkbench({
      bare: true,
      files: { 'notes/evil.txt': notes, 'draft.md': 'Truman wielded the bomb.\n' },
    });
    const requests: string[] = [];
    const dialogs: string[] = [];
    workbench.page.on('request', (request) => requests.push(request.url()));
    workbench.page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    const frame = await argumentsPage(workbench);
    await workbench.typeText('Truman');
    await card(frame, 'endured a very long war').waitFor();
    const texts = await frame.locator('.text').allTextContents();
    // The readers leave HTML and addresses out; whatever they let through is shown to the letter.
    assert.ok(
      texts.some((text) => text.includes('${alert(3)} {{constructor}}')),
      texts.join(' | '),
    );
    const long = texts.find((text) => text.includes('endured'));
    assert.ok((long?.length ?? 0) > 5_000);
    assert.equal(await frame.locator('article img, article script, article a, article b').count(), 0);
    for (const article of await frame.locator('article .text').all()) await article.click();
    await workbench.page.waitForTimeout(500);
    assert.deepEqual(dialogs, []);
    assert.deepEqual(
      requests.filter((url) => url.includes('127.0.0.1:9/')),
      [],
    );
    assert.equal(await workbench.page.locator('.monaco-workbench').count(), 1);
  });

  test('markup that the student wrote about is shown to the letter in every text of a card', async () => {
    const workbench = await openWorkbench({
      bare: true,
      files: { 'notes/markup.md': markupNotes, 'draft.md': 'Zeppelins terrified the dockyards.\n' },
    });
    const frame = await argumentsPage(workbench);
    await workbench.typeText('Zeppelins');
    const shown = card(frame, 'terrified the dockyards');
    await shown.getByRole('button', { name: '1 point below it' }).click();
    for (const part of ['.text', '.question', '.points li', '.foot .source'])
      assert.ok((await shown.locator(part).first().textContent())?.includes(MARKUP), part);
    assert.equal(await frame.locator('article img').count(), 0);
  });

  test('from right to left: notes in Hebrew and Arabic, the page’s own layout, and the arrows @long', async () => {
    const workbench = await openWorkbench({
      bare: true,
      language: 'he',
      files: {
        'notes/levi.md':
          '# Levi Notes\n\n## מדוע פרצה המלחמה?\n\n- ההנהגה חששה מאובדן שליטה (p. 12)\n  - הצבא תמך בה\n- خشي القادة فقدان السيطرة\n- The leaders feared chaos\n',
        'draft.md': 'Text.\n',
      },
    });
    const frame = await argumentsPage(workbench);
    await frame.getByRole('textbox').fill('ההנהגה');
    await card(frame, 'ההנהגה').waitFor();
    await frame.getByRole('textbox').fill('');
    await workbench.page.waitForTimeout(500);
    await frame.locator('.hint vscode-button').first().click();
    const hebrew = card(frame, 'ההנהגה');
    await hebrew.waitFor();
    assert.equal(await frame.evaluate(() => document.dir), 'rtl');
    const directions = await frame
      .locator('article .text')
      .evaluateAll((texts) => texts.map((text) => [text.textContent?.[0], getComputedStyle(text).direction]));
    assert.deepEqual(new Map(directions as [string, string][]).get('T'), 'ltr');
    assert.ok(directions.some(([, direction]) => direction === 'rtl'));
    // The sides change: the source is at the right of its card, the buttons at the left.
    await hebrew.hover();
    const source = await hebrew.locator('.foot .source').boundingBox();
    const actions = await hebrew.locator('.actions').boundingBox();
    assert.ok(source && actions && source.x > actions.x);
    await hebrew.focus();
    await workbench.press('ArrowLeft');
    await hebrew.locator('.points').waitFor();
    await workbench.press('ArrowRight');
    await hebrew.locator('.points').waitFor({ state: 'detached' });
    await workbench.screenshot('panel-right-to-left');
  });

  test('nothing moves where less motion is asked for @long', async () => {
    const workbench = await openWorkbench();
    await workbench.page.emulateMedia({ reducedMotion: 'reduce' });
    const frame = await argumentsPage(workbench);
    await workbench.typeText('Mao');
    await card(frame, 'Mao').waitFor();
    await workbench.press('ArrowDown', 'ArrowDown');
    const moving = await frame.evaluate(() => {
      const all = (root: ParentNode): Element[] =>
        [...root.querySelectorAll('*')].flatMap((each) => [
          each,
          ...(each.shadowRoot ? all(each.shadowRoot) : []),
        ]);
      const names = all(document)
        .filter((each) => {
          const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(each);
          const isLong = (durations: string) => durations.split(',').some((each) => parseFloat(each) > 0);
          return isLong(transitionDuration) || animationName !== 'none' || scrollBehavior === 'smooth';
        })
        .map(({ localName }) => localName);
      return { names, running: document.getAnimations().length };
    });
    assert.deepEqual(moving, { names: [], running: 0 });
  });

  test('the page may load nothing but itself @long', async () => {
    const workbench = await openWorkbench();
    const frame = await argumentsPage(workbench);
    const tried = await frame.evaluate(async () => {
      const blocked: string[] = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
        blocked.push(effectiveDirective),
      );
      const image = new Image();
      image.src = 'http://127.0.0.1:9/a.png';
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      document.body.append(image, script);
      await fetch('http://127.0.0.1:9/').catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, 300));
      return { blocked: blocked.sort(), ran: 'ran' in window };
    });
    assert.deepEqual(tried, { blocked: ['connect-src', 'img-src', 'script-src-elem'], ran: false });
  });

  test('10,000 arguments: few cards are drawn, the cursor’s last place alone is answered @long', async () => {
    const sentences = Array.from(
      { length: 400 },
      (_, index) => `Sentence ${index} says that the treaty of ${1500 + index} bound nobody for long.`,
    );
    const books = Array.from({ length: 20 }, (_, book): [string, string] => [
      `notes/book ${book}.md`,
      generateNotes('markdown', 500, random(book + 1)),
    ]);
    const workbench = await openWorkbench({
      bare: true,
      files: {
        ...Object.fromEntries(books),
        'draft.md': `# Draft\n\n${sentences.join('\n\n')}\n`,
      },
    });
    let frame = await argumentsPage(workbench);
    await workbench.typeText('-nowhere');
    await frame
      .getByRole('status')
      .getByText(/^\d{4,5} arguments$/)
      .waitFor();
    for (let i = 0; i < 40; i++) {
      await frame.locator('.scroller').evaluate((scroller) => scroller.scrollBy(0, 30_000));
      await workbench.page.waitForTimeout(30);
    }
    await card(frame, '').waitFor();
    const drawn = await frame.locator('article').count();
    assert.ok(drawn > 2 && drawn < 60, `${drawn} cards are drawn`);
    const last = await frame.locator('article').last().getAttribute('data-index');
    assert.ok(Number(last) > 5_000, `the last one drawn is ${last}`);
    await frame.getByRole('button', { name: 'Clear Search' }).click();

    await leavePage(workbench);
    await workbench.putCursor('start');
    frame = await findPage(workbench);
    await workbench.page.waitForTimeout(1_500);
    await frame.evaluate(() => {
      const counts = { answers: 0, events: 0 };
      Object.assign(window, { counts });
      window.addEventListener('message', ({ data }: MessageEvent<{ event?: string; answer?: unknown }>) => {
        if (data.event === 'cursor') counts.events++;
        if (typeof data.answer === 'object' && data.answer !== null && 'sections' in data.answer)
          counts.answers++;
      });
    });
    const begun = Date.now();
    for (let i = 0; i < 300; i++) await workbench.page.keyboard.press('ArrowDown');
    const moving = Date.now() - begun;
    await frame.locator('.sentence', { hasText: 'Sentence 149 ' }).waitFor();
    const settled = Date.now() - begun - moving;
    await workbench.page.waitForTimeout(1_000);
    const counts = await frame.evaluate(
      () => (window as unknown as { counts: { answers: number; events: number } }).counts,
    );
    console.log(
      `    300 moves in ${moving} ms: ${counts.events} places followed, ${counts.answers} lists answered, ` +
        `the last ${settled} ms after the last move (300 of them the pause)`,
    );
    assert.ok(counts.events <= 3 && counts.answers <= 4, JSON.stringify(counts));
  });
});
