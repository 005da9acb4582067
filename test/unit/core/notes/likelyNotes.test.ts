import assert from 'node:assert/strict';
import { likelyNotes } from '../../../../src/core/notes/likelyNotes';

suite('Folders that look like reading notes', () => {
  test('by the name of a folder, at any depth, the one with the most files', () => {
    assert.deepEqual(
      likelyNotes(['draft.md', 'Reading Notes/a.txt', 'Reading Notes/korea/b.md', 'old/notes/c.txt']),
      { folder: 'Reading Notes', files: ['Reading Notes/a.txt', 'Reading Notes/korea/b.md'] },
    );
  });

  test('by the names of the files', () => {
    assert.equal(likelyNotes(['Uni/Zubok Notes.txt', 'Uni/Gaddis_notes.docx', 'essay.md'])?.folder, 'Uni');
    assert.equal(likelyNotes(['Uni/Лекции/Конспект Гэддис.docx'])?.folder, 'Uni/Лекции');
  });

  test('words that only contain such a name are none', () => {
    assert.equal(likelyNotes(['footnotes/a.md', 'banknotes.md', 'notebook/a.md', 'README.md']), undefined);
  });
});
