import assert from 'node:assert/strict';
import { EssayDocument } from '../../../../src/core/essay/essayDocument';
import { type EssayNode, essayTree } from '../../../../src/core/panel/essayTree';
import { sectionsOf } from '../../../../src/core/panel/sections';
import { english } from '../../../../src/core/util/localize';
import { openInMemory } from '../../../support/sample';

const text = [
  'Before any heading.',
  '',
  '# Korea',
  '',
  'Korea had to be captured before Japan could get back on its feet.[^1] Something else happened.',
  '',
  '## Avoiding war',
  '',
  'Stalin was determined to avoid war with the US, so he hid the Soviet hand in Korea [@zubok1996, p. 3]. `code`',
  '',
  '## Nothing yet',
  '',
  '[^1]: Vladislav Zubok and Constantine Pleshakov, *Inside the Kremlin’s Cold War*, 63.',
].join('\n');

async function treeOf(groupBy: 'question' | 'source', leftOut = '') {
  const essay = EssayDocument.read(text);
  const { marginalia } = openInMemory();
  return essayTree({
    essay,
    library: await marginalia.library(),
    uses: await marginalia.panel.coverage(essay),
    groupBy,
    isLeftOut: ({ argument }) => leftOut !== '' && argument.text.startsWith(leftOut),
    problems: [{ message: 'A problem', span: { start: 3, end: 5 } }],
    bibliography: await marginalia.panel.bibliography(essay),
    localize: english,
  });
}

const find = (nodes: readonly EssayNode[], opening: string): EssayNode | undefined => {
  for (const node of nodes) {
    const found = node.label.startsWith(opening) ? node : find(node.children, opening);
    if (found) return found;
  }
  return undefined;
};

suite('Essay view', () => {
  test('coverage: what is used leads to the essay, what is not to the notes', async () => {
    const tree = await treeOf('question', 'Germany rearmed');
    const korea = find(tree, 'Korea had to be captured');
    assert.equal(korea?.kind, 'cited');
    assert.ok(text.slice(korea?.essayAt?.start).startsWith('Korea had'));
    assert.match(korea?.parent?.description ?? '', /^\d of 8 used$/);
    assert.equal(find(tree, 'Stalin is determined')?.kind, 'cited');
    const unused = find(tree, 'Mao wants to jump');
    assert.deepEqual([unused?.kind, unused?.essayAt], ['unused', undefined]);
    assert.ok(unused?.argument);
    assert.equal(find(tree, 'Germany rearmed')?.kind, 'leftOut');
    assert.deepEqual(
      find(await treeOf('source'), 'Coverage')?.children.map(({ label }) => label),
      ['Zubok and Pleshakov'],
    );
  });

  test('balance, problems, bibliography', async () => {
    const tree = await treeOf('question');
    assert.match(find(tree, 'Balance')?.children[0]?.description ?? '', /^\d+ sentences, 100%$/);
    assert.deepEqual(find(tree, 'A problem')?.essayAt, { start: 3, end: 5 });
    assert.match(
      find(tree, 'Bibliography')?.children[0]?.label ?? '',
      /^Zubok, Vladislav.*Harvard University Press/,
    );
  });

  test('ids differ', async () => {
    const ids: string[] = [];
    const collect = (node: EssayNode) => {
      ids.push(node.id);
      node.children.forEach(collect);
    };
    (await treeOf('question')).forEach(collect);
    assert.equal(new Set(ids).size, ids.length);
  });

  test('words by section, without notes, citations and code', () => {
    assert.deepEqual(
      sectionsOf(EssayDocument.read(text)).map(({ title, words }) => [title, words]),
      [
        [undefined, 3],
        ['Korea', 16],
        ['Avoiding war', 17],
        ['Nothing yet', 0],
      ],
    );
  });
});
