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
  'notes/Marlow Notes.txt': `Marlow Notes

Was the trade in decline?

Brine exports from the western pans grew by a quarter between 1790 and 1805 (p. 78)
Abolition was "the killing of a profitable trade by a nation at war" (p. 166)
`,
  'references.bib': `@book{marlow1977, author={Marlow, Seth}, title={Brine}, address={London}, publisher={Quay}, year={1977}}
@book{marlow1986, author={Marlow, Seth}, title={Pans and Petitions}, address={London}, publisher={Quay}, year={1986}}
@incollection{ferrand1982, author={Ferrand, Aline}, title={The Language of Tolls}, booktitle={Roads}, editor={Ost, B.}, address={London}, publisher={Quay}, year={1982}}
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

  test('notes that may be about either are cited by either, and by no page of it', async () => {
    for (const title of ['Brine', 'Pans and Petitions'])
      assert.deepEqual(
        await findings(
          `Between 1790 and 1805 brine exports from the western pans grew by a quarter (Marlow, *${title}* 87). ` +
            `It was “the killing of a profitable trade by a nation at war” (Marlow, *${title}* 166).`,
        ),
        [],
      );
  });

  test('no page is held against a citation that could be of either', async () => {
    assert.deepEqual(
      await findings('It was the state and not the miller who was the enemy (Ferrand 401).'),
      [],
    );
  });
});
