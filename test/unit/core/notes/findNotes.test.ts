import assert from 'node:assert/strict';
import { findNotes } from '../../../../src/core/notes/findNotes';
import { pathFilter } from '../../../../src/core/notes/pathFilter';
import { neverCancelled } from '../../../../src/core/util/cancellation';
import { InMemoryWorkspace } from '../../../support/inMemoryWorkspace';
import { openInMemory } from '../../../support/sample';

const MARKED = '---\ntitle: Voss\nmarginalia: notes\n---\n\n- The rolls burnt\n';

async function found(workspace: InMemoryWorkspace) {
  const { notes, skipped } = await findNotes(workspace, neverCancelled);
  return {
    notes: notes.map(({ name }) => name),
    skipped: skipped.map(({ file, reason }) => [file.name, reason]),
  };
}

suite('Notes are found', () => {
  test('once, whatever links lead to them, and loops of links end', async () => {
    const workspace = new InMemoryWorkspace({
      'notes/a.md': '',
      'notes/deep/b.md': '',
      'elsewhere/c.md': '',
    });
    workspace.links.set('notes/0-self', 'notes');
    workspace.links.set('notes/deep/up', 'notes');
    workspace.links.set('notes/again.md', 'notes/a.md');
    workspace.links.set('notes/other', 'elsewhere');
    workspace.links.set('notes/zz', 'elsewhere');
    const { notes, skipped } = await found(workspace);
    assert.deepEqual(notes, ['notes/a.md', 'notes/deep/b.md', 'notes/other/c.md']);
    assert.deepEqual(skipped.map(([name]) => name).sort(), [
      'notes/0-self',
      'notes/again.md',
      'notes/deep/up',
      'notes/zz',
    ]);
  });

  test('where the globs of the settings let them, and the rest is said', async () => {
    const files = { 'notes/a.md': '', 'notes/old/b.md': '', 'notes/scan.pdf': '', 'notes/.git/x.md': '' };
    const workspace = new InMemoryWorkspace(files);
    const wanted = pathFilter([], ['notes/old']);
    workspace.isWanted = ({ uri }) => wanted(uri);
    assert.deepEqual(await found(workspace), {
      notes: ['notes/a.md'],
      skipped: [
        ['notes/old/b.md', 'excluded'],
        ['notes/scan.pdf', 'unsupported'],
        ['notes/.git', 'hidden'],
      ],
    });
  });

  test('outside of the notes folders, if they say so: closed ones only beside notes or a bibliography', async () => {
    const names = async (files: Record<string, string>, open: readonly string[] = []) => {
      const { marginalia, workspace } = openInMemory(files);
      open.forEach((path) => workspace.open.add(path));
      return (await marginalia.library()).files.map(({ file }) => file.name);
    };
    assert.deepEqual(await names({ 'reading/voss.md': MARKED, 'essay.md': '---\ntitle: x\n---\n' }), []);
    assert.deepEqual(await names({ 'reading/voss.md': MARKED }, ['reading/voss.md']), ['reading/voss.md']);
    assert.deepEqual(await names({ 'reading/voss.md': MARKED, 'essay.md': 'Text', 'refs.bib': '' }), [
      'reading/voss.md',
    ]);
    assert.deepEqual(await names({ 'x.md': '---\nmarginalia: notebook\n---\n', 'refs.bib': '' }), []);
  });

  test('and a folder that goes takes its files with it', async () => {
    const { marginalia, workspace } = openInMemory({ 'notes/a.md': '- One\n', 'notes/deep/b.md': '- Two\n' });
    assert.equal((await marginalia.library()).arguments.size, 2);
    workspace.files.set('notes/deep/b.md', '- Two\n- Three\n');
    workspace.change('notes/deep', undefined);
    assert.equal((await marginalia.library()).arguments.size, 3);
  });
});
