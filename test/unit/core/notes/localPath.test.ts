import assert from 'node:assert/strict';
import { localPath } from '../../../../src/core/notes/localPath';
import { fileBeside } from '../../../../src/host/node/notesWorkspace';

suite('Paths that an essay names', () => {
  for (const [path, local] of [
    ['\\\\server\\share\\a.bib', '/server\\share\\a.bib'],
    ['//server/share/a.bib', '/server/share/a.bib'],
    ['\\\\?\\UNC\\server\\share', '/?\\UNC\\server\\share'],
    ['/\\server/share', '/server/share'],
    ['/home/ann/a.bib', '/home/ann/a.bib'],
    ['C:\\a.bib', 'C:\\a.bib'],
    ['../a.bib', '../a.bib'],
  ] as const)
    test(`lead to no other machine: ${path}`, () => assert.equal(localPath(path), local));

  test('nor at the command line', () =>
    assert.equal(fileBeside('//server/share/a.bib', '/home/ann/draft.md'), '/server/share/a.bib'));
});
