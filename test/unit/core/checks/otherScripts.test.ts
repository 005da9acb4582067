import assert from 'node:assert/strict';
import { EssayDocument } from '../../../../src/core/essay/essayDocument';
import { openInMemory } from '../../../support/sample';

const { marginalia } = openInMemory({
  'notes/chen.md': `# 陈明《盐与城》读书笔记

## 盐税为什么重要？

- 盐商希望在战争结束以后仍然保住运河的专营权（第178页）
- “盐税改变了南方城市的力量对比”（第180—182页）
`,
  'notes/Фосс.txt': `Фосс И. М. Соль и город. М., 2011.

Зачем городу соль?

Городской совет хотел укрепить союз с солеварами (с. 52)
«Соляная парадигма определяла мышление городских вождей» (с. 17)
`,
  'references.bib': `@book{chen2003, author={陈明}, title={盐与城}, publisher={河出版社}, year={2003}}
@book{foss2011, author={Фосс, И. М.}, title={Соль и город}, publisher={Р}, year={2011}}`,
});

async function findings(text: string): Promise<readonly string[]> {
  const essay = EssayDocument.read(`# 盐\n\n${text}\n\n以上。\n`);
  const { problems } = await marginalia.review(essay);
  return problems.map(({ code, span }) => `${code}: ${essay.text.slice(span.start, span.end)}`);
}

suite('Essays in other scripts', () => {
  const stated = '盐商希望在战争结束以后仍然保住运河的专营权';

  test('Chinese pages, in brackets of either width and in notes', async () => {
    for (const cite of [
      '（陈明，第178页）',
      '(陈明 178)',
      '[@chen2003, 第178页]',
      '[^1]\n\n[^1]: 陈明：《盐与城》，第178页。',
    ])
      assert.deepEqual(await findings(`${stated}${cite}`), [], cite);
    assert.deepEqual(await findings(`${stated}（陈明，第210页）。`), ['locator-mismatch: 第210页']);
    assert.deepEqual(await findings(`${stated}[@chen2003, 第210页]。`), ['locator-mismatch: 第210页']);
  });

  test('Chinese quotations are compared character by character', async () => {
    const quoted = (words: string) => findings(`陈明写道，“${words}”[@chen2003, 第181页]。`);
    assert.deepEqual(await quoted('盐税改变了南方城市的力量对比'), []);
    assert.deepEqual(await quoted('盐税改变了……力量对比'), []);
    assert.deepEqual(await quoted('盐税改变了北方城市的力量对比'), [
      'misquotation: “盐税改变了北方城市的力量对比”',
    ]);
    assert.deepEqual(await quoted('北方力量'), []);
  });

  test('“Там же” is the work of the note before', async () => {
    const text = (page: string) =>
      `Городской совет хотел укрепить союз с солеварами.[^1] По его словам, «соляная парадигма определяла мышление городских вождей».[^2]

[^1]: Фосс И. М. Соль и город. М., 2011. С. 52.
[^2]: Там же. С. ${page}.`;
    assert.deepEqual(await findings(text('17')), []);
    assert.deepEqual(await findings(text('71')), ['locator-mismatch: С. 71']);
  });

  test('a work that the front matter describes is no unknown key', async () => {
    const essay = (key: string) =>
      EssayDocument.read(
        `---\nreferences:\n- id: lund1999\n  title: Glass\n---\n\nGlass is old [@${key}].\n`,
      );
    assert.deepEqual((await marginalia.review(essay('lund1999'))).problems, []);
    assert.deepEqual(
      (await marginalia.review(essay('lund1998'))).problems.map(({ code }) => code),
      ['unknown-citekey'],
    );
  });
});
