import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, eventually, openDraft } from './support/editor';

async function call(name: string, input: object): Promise<Record<string, unknown>> {
  const result = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
  const [part] = result.content;
  assert.ok(part instanceof vscode.LanguageModelTextPart);
  return JSON.parse(part.value) as Record<string, unknown>;
}

suite('Tools for assistants', () => {
  teardown(closeEditors);

  test('all four answer inside VS Code', async () => {
    await openDraft('Stalin passes the buck to the Chinese, telling them to intervene with volunteers.');
    await eventually(() => vscode.lm.tools.some(({ name }) => name === 'marginalia_search_notes'));
    const { results } = await call('marginalia_search_notes', { query: 'volunteers', limit: 1 });
    const [first] = results as { text: string; file: string; line: number }[];
    assert.match(first?.text ?? '', /passes the buck/);
    const { argument } = await call('marginalia_get_argument', { file: first?.file, line: first?.line });
    assert.equal((argument as { text: string }).text, first?.text);
    const unused = await call('marginalia_unused_arguments', {});
    assert.equal(unused['unused'], 30);
    const { problems } = await call('marginalia_check_passage', { passage: 'See [@nobody1999].' });
    assert.equal((problems as { code: string }[])[0]?.code, 'unknown-citekey');
  });
});
