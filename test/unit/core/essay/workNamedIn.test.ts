import assert from 'node:assert/strict';
import type { CslItem } from '../../../../src/core/citation/cslItem';
import { workNamedIn } from '../../../../src/core/essay/workNamedIn';

const book = (id: string, family: readonly string[], title: string): CslItem => ({
  id,
  type: 'book',
  title,
  author: family.map((name) => ({ family: name, given: 'A' })),
});

const items = new Map(
  [
    book(
      'zubok1996',
      ['Zubok', 'Pleshakov'],
      'Inside the <span class="nocase">Kremlin’s</span> Cold War: From Stalin',
    ),
    book('gaddis1997', ['Gaddis'], 'We Now Know'),
    book('gaddis2005', ['Gaddis'], 'The Cold War'),
  ].map((item) => [item.id, item]),
);

suite('Works that a footnote cites', () => {
  for (const [text, citekey] of [
    [
      'Vladislav Zubok and Constantine Pleshakov, *Inside the Kremlin’s Cold War: From Stalin* (1996), 63.',
      'zubok1996',
    ],
    ["Zubok and Pleshakov, *Inside the Kremlin's Cold War*, 63.", 'zubok1996'],
    ['Zubok and Pleshakov, 64.', 'zubok1996'],
    ['Gaddis, *We Now Know*, 5.', 'gaddis1997'],
    ['Gaddis, 5.', undefined],
    ['Mr. Zubok and Pleshakov never met, I believe.', undefined],
    ['See the National Archives.', undefined],
    ['', undefined],
  ] as const) {
    test(`${JSON.stringify(text)} → ${citekey}`, () => {
      assert.equal(workNamedIn(text, items)?.cites[0]?.citekey, citekey);
    });
  }
});
