import assert from 'node:assert/strict';
import { zipSync, strToU8 } from 'fflate';
import type { NotesOutline } from '../../src/core/notes/outline';
import { readNotesFile } from '../../src/core/notes/readNotesFile';
import { textOfRange } from '../unit/core/notes/textOfRange';

const encode = (text: string) => new TextEncoder().encode(text);

/** Reads what must not do harm: quickly, without an exception, with ranges that still hold. */
function readCalmly(bytes: Uint8Array, fileName = 'notes.md'): NotesOutline {
  const started = process.cpuUsage();
  const outline = readNotesFile(bytes, fileName);
  const milliseconds = process.cpuUsage(started).user / 1000;
  assert.ok(milliseconds < 2000, `took ${milliseconds.toFixed(0)} ms`);
  for (const argument of outline.arguments.slice(0, 50))
    assert.equal(textOfRange(bytes, outline, argument), argument.text);
  return outline;
}

suite('Hostile and broken notes files', () => {
  test('empty and blank files hold nothing, and that is no problem', () => {
    for (const text of ['', '\n\n', ' \t\r\n \u00a0', '\ufeff']) {
      const outline = readCalmly(encode(text));
      assert.deepEqual([outline.arguments, outline.questions, outline.problems], [[], [], []]);
    }
  });

  test('binary data renamed to .txt gives one problem', () => {
    const picture = new Uint8Array(5000).map((_, index) => (index * 7919) % 256);
    picture.set([0x89, 0x50, 0x4e, 0x47], 0);
    const random = picture.slice(100);
    for (const bytes of [picture, random, encode('%PDF-1.7 …')]) {
      const outline = readCalmly(bytes, 'notes.txt');
      assert.equal(outline.arguments.length, 0);
      assert.equal(outline.problems.length, 1);
    }
  });

  test('NUL bytes and bad UTF-8 are said, and the rest is read', () => {
    const nul = readCalmly(
      encode('Voss Notes\n\nWhy?\n\nThe rolls\0 burnt\nThe bonds stayed\n'),
      'notes.txt',
    );
    assert.deepEqual(
      nul.arguments.map(({ text }) => text),
      ['The rolls burnt', 'The bonds stayed'],
    );
    assert.deepEqual(
      nul.problems.map(({ line }) => line),
      [4],
    );
    const bad = encode('Voss Notes – 1\n\nWhy?\n\nThe rolls burnt\nThe bonds – stayed\n');
    bad[25] = 0xff;
    const outline = readCalmly(bad, 'notes.txt');
    assert.equal(outline.encoding, 'utf8');
    assert.equal(outline.arguments.length, 2);
    assert.equal(outline.problems.length, 1);
  });

  test('five megabytes on one line', () => {
    const outline = readCalmly(encode(`# Voss notes\n\n- before\n- ${'word '.repeat(1_000_000)}\n- after\n`));
    assert.deepEqual(
      outline.arguments.map(({ text }) => text),
      ['before', 'after'],
    );
    assert.deepEqual(
      outline.problems.map(({ line }) => line),
      [3],
    );
  });

  test('five hundred levels of nesting', () => {
    const lines = Array.from({ length: 500 }, (_, level) => `${'  '.repeat(level)}- level ${String(level)}`);
    const outline = readCalmly(encode(`# Voss notes\n\n## Why?\n\n${lines.join('\n')}\n`));
    assert.equal(outline.arguments.length, 500);
    assert.equal(outline.arguments[499]?.parent, 'a499');
    readCalmly(encode('> '.repeat(5000) + 'deep'));
    readCalmly(encode('['.repeat(9000) + 'x' + ']'.repeat(9000)));
  });

  for (const [name, line] of [
    ['brackets', '[[[[((((' + '[(@'.repeat(2500)],
    ['emphasis', '*a **b __c ~~d ==e '.repeat(500)],
    ['spaces', 'x' + ' '.repeat(9000) + 'y'],
    ['hashes', '#a '.repeat(3000)],
    ['numbers', '1,'.repeat(4500) + '(' + '1-'.repeat(30)],
    ['pages', 'p. 1, '.repeat(1500)],
    ['names', 'Aa '.repeat(3000) + '(' + 'Bb, '.repeat(40) + '1'],
    ['quotes', '"“„«'.repeat(2000)],
    ['tags', '<a '.repeat(3000)],
    ['links', '[a](b'.repeat(1800)],
    ['backslashes', '\\'.repeat(9000)],
    ['percent', '%% '.repeat(3000)],
    ['parentheses', '('.repeat(9000)],
    ['dashes', '- '.repeat(4500)],
    ['colons', 'a:: '.repeat(2000)],
    ['pipes', '|'.repeat(9000)],
    ['entities', '&#x'.repeat(3000)],
    ['carets', ' ^a'.repeat(3000)],
    ['roman', 'IVXLC'.repeat(1500) + '.'],
    ['initials', 'A. B. '.repeat(1500)],
  ] as const) {
    test(`regex-hostile lines: ${name}`, function () {
      this.timeout(30_000);
      const lines = `${line}\n\n- ${line}\n`.repeat(3);
      for (const file of ['notes.md', 'notes.txt', 'notes.org']) readCalmly(encode(lines), file);
    });
  }

  test('HTML and command links are text, and do nothing', () => {
    const outline = readCalmly(
      encode(
        '# Voss notes\n\n- <script>alert(1)</script> rolls [burnt](command:workbench.action.quit) <img src=x onerror=y>\n',
      ),
    );
    assert.equal(outline.arguments[0]?.text, 'alert(1) rolls burnt');
  });

  test('front matter that is no YAML is said, and the rest is read', () => {
    const outline = readCalmly(encode('---\ntitle: [Voss\n  year: {1999\n---\n\n- rolls\n'));
    assert.equal(outline.problems.length, 1);
    assert.deepEqual(
      outline.arguments.map(({ text }) => text),
      ['rolls'],
    );
  });

  test('front matter that never ends is said', () => {
    const outline = readCalmly(encode('---\ntitle: Voss\n\n- rolls\n'));
    assert.equal(outline.problems.length, 1);
    assert.ok(outline.arguments.some(({ text }) => text === 'rolls'));
  });

  test('a YAML bomb costs nothing', () => {
    const levels = Array.from(
      { length: 9 },
      (_, n) =>
        `a${String(n + 1)}: &a${String(n + 1)} [${Array(9)
          .fill(`*a${String(n)}`)
          .join(',')}]`,
    );
    const outline = readCalmly(encode(`---\na0: &a0 [x]\n${levels.join('\n')}\n---\n- rolls\n`));
    assert.equal(outline.problems.length, 1);
    assert.equal(outline.arguments.length, 1);
  });

  test('a damaged Word document, another archive and a zip bomb each give one problem', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(40 * 1024 * 1024) });
    const other = zipSync({ 'a.txt': strToU8('x') });
    const broken = zipSync({ 'word/document.xml': strToU8('<w:document><w:p>') });
    for (const bytes of [encode('no zip'), bomb, bomb.slice(0, 500), other, broken]) {
      const outline = readCalmly(bytes, 'notes.docx');
      assert.equal(outline.arguments.length, 0);
      assert.equal(outline.problems.length, 1);
    }
  });

  test('a hundred thousand lines are read whole', function () {
    this.timeout(30_000);
    const block =
      '## Why did it end?\n\n- The clerks kept “the rolls” (p. 63)\n  - bound in *leather*\n- And bonds, too\n\nA paragraph of some length, which nobody cites.\n\n';
    const bytes = encode(`# Voss notes\n\n${block.repeat(12_500)}`);
    assert.equal(readNotesFile(bytes, 'notes.md').arguments.length, 50_000);
  });
});
