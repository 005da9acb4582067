import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { assistantTools } from '../../../../src/core/assistant/assistantTools';
import { ToolInputError } from '../../../../src/core/assistant/assistantTool';
import { EssayDocument } from '../../../../src/core/essay/essayDocument';
import { openInMemory, sampleFiles, SAMPLE_NOTES } from '../../../support/sample';

const DRAFT = 'Stalin passes the buck to the Chinese, telling them to intervene with volunteers.';

function tools(files = sampleFiles()) {
  const { marginalia } = openInMemory(files);
  const read = (name: string | undefined) =>
    Promise.resolve(
      name === undefined || name === 'draft.md'
        ? { name: 'draft.md', essay: EssayDocument.read(DRAFT) }
        : undefined,
    );
  const all = assistantTools(marginalia, { read });
  return async (name: string, input: unknown) => {
    const tool = all.find((each) => each.name === `marginalia_${name}`);
    assert.ok(tool, name);
    return (await tool.answer(input)) as Record<string, never>;
  };
}

interface Entry {
  readonly text: string;
  readonly file: string;
  readonly line: number;
  readonly citation: string | null;
  readonly locator: unknown;
}

suite('Tools for assistants', () => {
  test('searching gives lines of the notes with their provenance, and nothing that they do not say', async () => {
    const { results, notice } = await tools()('search_notes', { query: 'passes the buck', limit: 1 });
    const [first] = results as unknown as Entry[];
    assert.match(first?.text ?? '', /^Stalin "passes the buck"/);
    const line = readFileSync(SAMPLE_NOTES, 'utf8').split('\n')[(first?.line ?? 0) - 1];
    assert.ok(line?.includes('passes the buck'));
    assert.equal(first?.file, SAMPLE_NOTES);
    assert.match(first.citation ?? '', /^Vladislav Zubok/);
    assert.equal(first.locator, null);
    assert.match(String(notice), /data/);
  });

  test('an argument by its line, with what it leans on and its sub-points', async () => {
    const call = tools();
    const { results } = await call('search_notes', { query: 'Doing so might tempt', limit: 1 });
    const [found] = results as unknown as Entry[];
    const { argument, leansOn } = await call('get_argument', { file: found?.file, line: found?.line });
    assert.equal((argument as unknown as Entry).text, found?.text);
    assert.ok(leansOn);
    await assert.rejects(call('get_argument', { file: found?.file, line: 1 }), ToolInputError);
  });

  test('what the essay does not use yet, narrowed by a question', async () => {
    const call = tools();
    const all = await call('unused_arguments', { limit: 30 });
    assert.equal(all['essay'], 'draft.md');
    const texts = (all['results'] as unknown as Entry[]).map(({ text }) => text);
    assert.ok(
      Number(all['unused']) === 30 && !texts.some((text) => text.includes('passes the buck')),
      texts.join('\n'),
    );
    const narrowed = await call('unused_arguments', { question: 'delicate situation' });
    assert.ok(Number(narrowed['unused']) > 0 && Number(narrowed['unused']) < 30);
    await assert.rejects(call('unused_arguments', { essay: '../secret.md' }), /no essay “\.\.\/secret\.md”/);
  });

  test('a passage: what it makes, and that it carries no citation', async () => {
    const { problems, arguments: made } = await tools()('check_passage', { passage: DRAFT });
    assert.deepEqual(
      (problems as unknown as { code: string }[]).map(({ code }) => code),
      ['uncited-argument'],
    );
    assert.equal((made as unknown as { cited: boolean }[])[0]?.cited, false);
  });

  test('input of the wrong kind is refused with what is wrong', async () => {
    const call = tools();
    await assert.rejects(call('search_notes', undefined), /“query” is missing/);
    await assert.rejects(call('search_notes', { query: 7 }), /“query” must be a text/);
    await assert.rejects(call('search_notes', { query: 'x', limit: 1e9 }), /whole number from 1 to 30/);
    await assert.rejects(call('check_passage', { passage: 'x'.repeat(60_000) }), /in parts/);
  });
});
