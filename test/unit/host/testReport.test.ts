import assert from 'node:assert/strict';
import {
  formatCounts,
  judgeSuite,
  readCounts,
  readFailedTitles,
  readFailures,
  testLine,
  testLinePrefix,
} from '../../host/testReport';

suite('Test report', () => {
  test('the counts are read from the last line that holds them', () => {
    assert.deepEqual(readCounts('1 passed, 1 failed\nmore\n\u001b[32m12 passed, 0 failed\u001b[0m\n'), {
      passed: 12,
      failed: 0,
    });
    assert.equal(readCounts('  3 passed, 0 failed, I said\n'), undefined);
    assert.deepEqual(readCounts(formatCounts({ passed: 2, failed: 3 })), { passed: 2, failed: 3 });
  });

  test('what failed is told from what passed', () => {
    const failing = '  1 failing\n\n  1) A suite\n       does it:\n     Error: no';
    assert.equal(readFailures(`  ✔ ok\n\n  3 passing\n${failing}\n\n`), failing);
    const long = Array.from({ length: 100 }, (_, line) => `line ${line}`).join('\n');
    const end = readFailures(`${long}\n✘ it fails\n0 passed, 1 failed\n`);
    assert.match(end, /^line 42\n[^]*\n✘ it fails\n0 passed, 1 failed$/);
  });

  test('the titles of what failed are those that were marked as it ran', () => {
    const red = (text: string) => `\u001b[31m${text}\u001b[0m`;
    const run = `  A suite\n    ✔ ok (12 ms)\n${red('    1) does it')}\n      ✘ and that\nError: no\n`;
    assert.deepEqual(
      readFailedTitles(`${run}  3 passing\n${red('  1 failing')}\n\n  1) A suite\n       does it:\n`),
      ['does it', 'and that'],
    );
    assert.deepEqual(readFailedTitles('    ✔ ok\n3 passed, 0 failed\n'), []);
  });

  for (const [what, status, output, expected] of [
    ['that passed', 0, '5 passed, 0 failed', { passed: 5, failed: 0 }],
    ['with failures', 2, '5 passed, 2 failed', { passed: 5, failed: 2 }],
    ['that crashed before it counted', 1, 'oh no', { passed: 0, failed: 1 }],
    ['that was killed', null, '', { passed: 0, failed: 1 }],
    ['that crashed after it counted', 1, '5 passed, 0 failed', { passed: 5, failed: 1 }],
    ['that ran nothing', 0, '0 passed, 0 failed', { passed: 0, failed: 1 }],
    ['that said nothing', 0, '', { passed: 0, failed: 1 }],
  ] as const) {
    test(`a suite ${what} counts as ${formatCounts(expected)}`, () =>
      assert.deepEqual(judgeSuite(status, output), expected));
  }

  test('VS Code’s own log is left out', () => {
    assert.equal(testLine([`${testLinePrefix}  ok`], false), '  ok');
    assert.equal(testLine(['Error: no spdlog'], false), undefined);
    assert.equal(testLine(['Error: no spdlog'], true), 'Error: no spdlog');
    assert.ok(testLine(['Error: x\n at f (/p/dist/extension.js:1:1)'], false));
  });
});
