import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { testLinePrefix } from '../host/testReport';
import { measureHandlers } from '../support/largeLibrary';

suite('Speed', () => {
  test('of the handlers inside the extension host, over 10,000 arguments and 5,000 words', async () => {
    const extension = vscode.extensions.all.find(
      ({ packageJSON }) => (packageJSON as { readonly name?: string }).name === 'marginalia',
    );
    assert.ok(extension);
    const table = vscode.Uri.joinPath(extension.extensionUri, 'dist', 'thesaurus.bin');
    const all = await measureHandlers(async () => vscode.workspace.fs.readFile(table));
    for (const [name, { median, p95 }] of Object.entries(all))
      console.log(`${testLinePrefix}    ${name}: median ${median} ms, p95 ${p95} ms`);
    assert.ok(Object.values(all).every(({ p95 }) => p95 >= 0));
  }).timeout(180_000);
});
