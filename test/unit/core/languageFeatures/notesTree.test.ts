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
    assert.deepEqual([source?.label, source?.description], ['Zubok and Pleshakov', '@zubok1996']);
    assert.equal(source?.children.length, 7);
    const [why] = source?.children ?? [];
    assert.equal(why?.children.length, 7);
    assert.match(labels(why?.children.at(-1)?.children ?? []).join(), /^Doing so might tempt/);
    assert.equal(why?.parent?.id, source?.id);
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
