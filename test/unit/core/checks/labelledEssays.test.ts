import assert from 'node:assert/strict';
import { readLabelledEssays, scoreEssay } from '../../../support/labelledEssay';

const UNCITED = 'uncited-argument';

suite('Labelled essays', () => {
  const scored = readLabelledEssays().map((essay) => scoreEssay(essay));

  test('each seeded fault is found once, at its exact range, and nothing else is reported', async () => {
    for (const { essay, missed, falseAlarms } of await Promise.all(scored)) {
      const say = ({ code, span }: (typeof missed)[number]) =>
        `${code}: ${essay.text.slice(span.start, span.end)}`;
      const others = missed.filter(({ code }) => code !== UNCITED);
      assert.deepEqual(others.map(say), [], `missed in ${essay.name}`);
      assert.deepEqual(
        falseAlarms.filter(({ code }) => code !== UNCITED).map(say),
        [],
        `false alarms in ${essay.name}`,
      );
    }
  });

  test('uncited arguments: precision at least 0.9, recall at least 0.6', async () => {
    const all = await Promise.all(scored);
    const count = (of: 'found' | 'missed' | 'falseAlarms') =>
      all.flatMap((each) => [...each[of]]).filter(({ code }) => code === UNCITED).length;
    assert.ok(count('found') / (count('found') + count('falseAlarms')) >= 0.9);
    assert.ok(count('found') / (count('found') + count('missed')) >= 0.6);
  });

  test('a clean essay reports nothing', async () => {
    const clean = (await Promise.all(scored)).filter(({ essay }) => essay.name.endsWith('/clean'));
    assert.equal(clean.length, 2);
    for (const { review } of clean) assert.deepEqual(review.problems, []);
  });

  test('coverage and uses say the same', async () => {
    for (const { review } of await Promise.all(scored)) {
      const fromUses = review.uses.sentences.flatMap(({ sentence, uses }) =>
        uses.map(
          ({ argument, citedness }) =>
            `${argument.id} ${String(sentence.span.start)} ${String(citedness === 'cited')}`,
        ),
      );
      const fromCoverage = [...review.coverage.arguments.values()].flatMap(({ argument, uses }) =>
        uses.map(({ span, cited }) => `${argument.id} ${String(span.start)} ${String(cited)}`),
      );
      assert.deepEqual(fromCoverage.sort(), fromUses.sort());
    }
  });
});
