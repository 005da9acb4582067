import assert from 'node:assert/strict';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';

suite('marginalia mcp', () => {
  let client: Client;

  suiteSetup(async () => {
    client = new Client({ name: 'test', version: '1' });
    await client.connect(
      new StdioClientTransport({
        command: process.execPath,
        args: ['dist/cli.js', 'mcp', '--notes', 'notes'],
      }),
    );
  });
  suiteTeardown(() => client.close());

  test('offers four tools that only read', async () => {
    const { tools } = await client.listTools();
    assert.equal(tools.length, 4);
    assert.ok(tools.every(({ annotations }) => annotations?.readOnlyHint === true));
  });

  test('answers, and says what is wrong with a call without ending', async () => {
    const found = await client.callTool({
      name: 'marginalia_search_notes',
      arguments: { query: 'volunteers' },
    });
    assert.match(JSON.stringify(found.content), /passes the buck/);
    const wrong = await client.callTool({ name: 'marginalia_search_notes', arguments: {} });
    assert.equal(wrong.isError, true);
    const essay = await client.callTool({
      name: 'marginalia_unused_arguments',
      arguments: { essay: 'media/sample/draft.md', limit: 1 },
    });
    assert.match(JSON.stringify(essay.content), /unused/);
    for (const path of ['../../etc/hosts.md', '/etc/hosts', 'package.json']) {
      const outside = await client.callTool({
        name: 'marginalia_unused_arguments',
        arguments: { essay: path },
      });
      assert.equal(outside.isError, true, path);
    }
  });
});
