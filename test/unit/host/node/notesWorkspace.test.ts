import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findNotes } from '../../../../src/core/notes/findNotes';
import { neverCancelled } from '../../../../src/core/util/cancellation';
import { NodeNotesWorkspace } from '../../../../src/host/node/notesWorkspace';

suite('Notes on the disk', () => {
  test('links are followed once, and their loops end', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'marginalia-'));
    try {
      mkdirSync(join(folder, 'notes', 'deep'), { recursive: true });
      mkdirSync(join(folder, 'elsewhere'));
      writeFileSync(join(folder, 'notes', 'a.md'), '- One\n');
      writeFileSync(join(folder, 'elsewhere', 'b.md'), '- Two\n');
      symlinkSync(join(folder, 'notes'), join(folder, 'notes', 'deep', 'up'));
      symlinkSync(join(folder, 'elsewhere'), join(folder, 'notes', 'x'));
      symlinkSync(join(folder, 'elsewhere', 'b.md'), join(folder, 'notes', 'y.md'));
      symlinkSync(join(folder, 'nowhere'), join(folder, 'notes', 'z.md'));
      const paths = { notes: [join(folder, 'notes')], bibliographies: [], bibliographyFolders: [] };
      const { notes, skipped } = await findNotes(new NodeNotesWorkspace(paths), neverCancelled);
      const short = (path: string) => path.slice(folder.length + 1);
      assert.deepEqual(
        notes.map(({ name }) => short(name)),
        ['notes/a.md', 'notes/x/b.md'],
      );
      assert.deepEqual(skipped.map(({ file }) => short(file.name)).sort(), ['notes/deep/up', 'notes/y.md']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
