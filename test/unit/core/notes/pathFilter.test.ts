import assert from 'node:assert/strict';
import { pathFilter } from '../../../../src/core/notes/pathFilter';

suite('Globs of the settings', () => {
  for (const [include, exclude, path, wanted] of [
    [[], [], 'notes/a.md', true],
    [[], ['notes/old'], 'notes/old/a.md', false],
    [[], ['notes/old'], 'notes/older/a.md', true],
    [[], ['**/drafts/**'], 'notes/x/drafts/a.md', false],
    [[], ['*.bak.md'], 'notes/x/a.bak.md', false],
    [[], ['drafts'], 'notes/drafts/a.md', false],
    [['*.md'], [], 'notes/a.txt', false],
    [['*.{md,txt}'], [], 'notes/a.txt', true],
    [['notes/korea/**'], ['*.txt'], 'notes/korea/a.txt', false],
    [[], ['./notes/old/'], 'notes/old/a.md', false],
    [[], [' '], 'notes/a.md', true],
    [[], ['notes/a \\(1\\).md'], 'notes/a (1).md', false],
  ] as const) {
    test(`${JSON.stringify({ include, exclude })}: ${path}`, () =>
      assert.equal(pathFilter(include, exclude)(path), wanted));
  }
});
