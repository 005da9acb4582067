import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SnapshotFile } from '../../../../src/core/store/snapshotFile';
import { snapshotFolder } from '../../../../src/host/node/snapshotFolder';

suite('A snapshot on the disk', () => {
  let folder = '';
  setup(() => (folder = mkdtempSync(join(tmpdir(), 'marginalia-snapshot-'))));
  teardown(() => rmSync(folder, { recursive: true, force: true }));

  test('is missing at first, replaced as a whole, and leaves nothing else behind', async () => {
    const file = new SnapshotFile(snapshotFolder(join(folder, 'new')), 'library');
    assert.equal(await file.read(), undefined);
    for (const bytes of [Uint8Array.of(1, 2), Uint8Array.of(3)]) {
      await file.write(bytes);
      assert.deepEqual([...((await file.read()) ?? [])], [...bytes]);
    }
    assert.deepEqual(readdirSync(join(folder, 'new')), ['library']);
  });

  test('says what keeps it from being written, and keeps what was there', async () => {
    writeFileSync(join(folder, 'file'), '');
    await assert.rejects(
      new SnapshotFile(snapshotFolder(join(folder, 'file')), 'library').write(new Uint8Array(1)),
    );
    assert.deepEqual(readdirSync(folder), ['file']);
  });
});
