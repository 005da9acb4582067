import assert from 'node:assert/strict';
import { EssayDocument } from '../../../../src/core/essay/essayDocument';
import { openInMemory } from '../../../support/sample';

const { marginalia } = openInMemory({
  'notes/Ferrand 1982.txt': `Ferrand, "The Language of Tolls" (1982)

What did the tolls say?

The state and not the miller was the enemy (p. 104)
`,
  'notes/Ferrand 1983.txt': `Ferrand, "Languages of Salt" (1983)

Why did the league fall?

The decline of the league was due to the reforms of the chancellor (p. 178)
`,
  'references.bib': `@incollection{ferrand1982, author={Ferrand, Aline}, title={The Language of Tolls}, booktitle={Roads}, editor={Ost, B.}, address={London}, publisher={Quay}, year={1982}}
@book{ferrand1983, author={Ferrand, Aline}, title={Languages of Salt: Studies}, address={London}, publisher={Quay}, year={1983}}`,
});

async function findings(text: string): Promise<readonly string[]> {
  const essay = EssayDocument.read(`# Salt\n\n${text}\n\nSo much for salt.\n`);
  const { problems } = await marginalia.review(essay);
  return problems.map(({ code, span }) => `${code}: ${essay.text.slice(span.start, span.end)}`);
}

suite('Several works of one author', () => {
  for (const title of ['"Language"', '“The Language”', '*Language of Tolls*', '_The Language_'])
    test(`are told apart by the first words of the title: ${title}`, async () => {
      const stated = 'It was the state and not the miller who was the enemy';
      assert.deepEqual(await findings(`${stated} (Ferrand, ${title} 104).`), []);
      assert.deepEqual(await findings(`${stated} (Ferrand, ${title} 401).`), ['locator-mismatch: 401']);
    });

  test('no page is held against a citation that could be of either', async () => {
    assert.deepEqual(
      await findings('It was the state and not the miller who was the enemy (Ferrand 401).'),
      [],
    );
  });
});
