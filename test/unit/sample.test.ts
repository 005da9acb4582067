import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { openInMemory, SAMPLE_NOTES } from '../support/sample';

suite('Sample library', () => {
  test('holds the user’s notes byte for byte', () => {
    const hash = createHash('sha256').update(readFileSync(SAMPLE_NOTES)).digest('hex');
    assert.equal(hash, '72bbad7cf563f7ee1877bf87a5d810ea2b72ac40ea79e1107e759bf70c767916');
  });

  test('its notes find their book in the bibliography by themselves', async () => {
    const { marginalia } = openInMemory();
    const { files, problems, arguments: all } = await marginalia.library();
    assert.deepEqual(problems, []);
    assert.equal(all.size, 31);
    const resolution = files[0]?.sources[0]?.resolution;
    assert.equal(resolution?.kind === 'matched' && resolution.item.id, 'zubok1996');
  });
});
