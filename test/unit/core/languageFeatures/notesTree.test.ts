import assert from 'node:assert/strict';
import { type NotesNode, notesTree } from '../../../../src/core/languageFeatures/notesTree';
import { FileError } from '../../../../src/core/notes/workspace';
import { english } from '../../../../src/core/util/localize';
import { openInMemory, sampleFiles } from '../../../support/sample';

const labels = (nodes: readonly NotesNode[]) => nodes.map(({ label }) => label);

suite('Notes tree', () => {
  test('source, questions, arguments; what leans on an argument stands below it', async () => {
    const [source, ...others] = notesTree(await openInMemory().marginalia.library(), english);
    assert.deepEqual(others, []);
    assert.deepEqual([source?.label, source?.description], ['Zubok and Pleshakov', '@zubok1996 · 31']);
    assert.equal(source?.children.length, 7);
    const [why] = source?.children ?? [];
    assert.equal(why?.children.length, 7);
    assert.match(labels(why?.children.at(-1)?.children ?? []).join(), /^Doing so might tempt/);
    assert.equal(why?.parent?.id, source?.id);
  });

  test('counts what the essay uses, and marks it', async () => {
    const library = await openInMemory().marginalia.library();
    const [source] = notesTree(library, english, ({ argument }) =>
      argument.text.startsWith('US might') ? 'cited' : 'unused',
    );
    assert.equal(source?.description, '@zubok1996 · 1 of 31 used');
    const [why] = source?.children ?? [];
    assert.equal(why?.description, '1 of 8 used');
    const marked = why?.children.find(({ label }) => label.startsWith('US might'));
    assert.deepEqual([marked?.description, marked?.state], ['cited', 'cited']);
  });

  test('a file that failed is a row of its own, an empty one is none', async () => {
    const files = { ...sampleFiles(), 'notes/bad.txt': new FileError('denied', 'no'), 'notes/empty.txt': '' };
    const tree = notesTree(await openInMemory(files).marginalia.library(), english);
    assert.deepEqual(
      tree.map(({ kind, label }) => [kind, label]),
      [
        ['problem', 'notes/bad.txt'],
        ['source', 'Zubok and Pleshakov'],
      ],
    );
  });
});
