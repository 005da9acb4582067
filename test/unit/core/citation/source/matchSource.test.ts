import assert from 'node:assert/strict';
import { matchSource, type SourceDescription } from '../../../../../src/core/citation/source/matchSource';
import { type Evidence, itemWords, saidWords, weigh } from '../../../../../src/core/citation/source/evidence';
import { ItemWordIndex } from '../../../../../src/core/citation/source/itemWordIndex';
import { book, zubok } from '../fixtures';

const items = [
  zubok,
  book('gaddis2005', 'John Gaddis', 'The Cold War: A New History', 2005),
  book('gaddis1997', 'John Gaddis', 'We Now Know: Rethinking Cold War History', 1997),
  {
    ...book('cia1950', 'x', 'Critical Situations', 1950),
    author: [{ literal: 'Central Intelligence Agency' }],
  },
  {
    ...book('gaulle', 'x', 'War Memoirs', 1960),
    author: [{ family: 'Gaulle', given: 'Charles', 'non-dropping-particle': 'de' }],
  },
  book('marquez', 'Gabriel García Márquez', 'Chronicle', 1981),
  {
    ...book('foot1990', 'x', 'A Substitute for Victory', 1990),
    author: undefined,
    editor: [{ family: 'Foot', given: 'Rosemary' }],
  },
  book('shen', '沈志华', '毛泽东、斯大林与朝鲜战争', 2003),
];

function match(source: Partial<SourceDescription>): string {
  const result = matchSource({ label: '', ...source }, items);
  if (result.kind === 'matched') return `${result.item.id} by ${result.reason}`;
  return result.kind === 'ambiguous'
    ? `one of ${result.candidates
        .map(({ id }) => id)
        .sort()
        .join(', ')}`
    : 'missing';
}

suite('matchSource', () => {
  for (const [label, expected] of [
    ['Zubok and Pleshakov', 'zubok1996 by authors'],
    ['Zubok & Pleshakov', 'zubok1996 by authors'],
    ['Pleshakov/Zubok', 'zubok1996 by authors'],
    ['Zubok et al.', 'zubok1996 by authors'],
    ['ZUBOK', 'zubok1996 by authors'],
    ['Zubock and Pleshakof', 'zubok1996 by authors'],
    ['V. Zubok and C. Pleshakov (1996)', 'zubok1996 by authors and year'],
    [
      'Vladislav Zubok & Constantine Pleshakov, Inside the Kremlin’s Cold War',
      'zubok1996 by authors and title',
    ],
    ["Inside the Kremlin's Cold War", 'zubok1996 by title'],
    ['Inside the Kremlin', 'zubok1996 by title'],
    ['@zubok1996', 'zubok1996 by citekey'],
    ['Gaddis, We Now Know', 'gaddis1997 by authors and title'],
    ['Gaddis 2005', 'gaddis2005 by authors and year'],
    ['Gaddis, The Cold War', 'gaddis2005 by authors and title'],
    ['Garcia Marquez', 'marquez by authors'],
    ['de Gaulle', 'gaulle by authors'],
    ['CIA', 'cia1950 by authors'],
    ['Foot, ed.', 'foot1990 by authors'],
    ['沈志华', 'shen by authors'],
    ['Reading notes on Zubok and Pleshakov', 'zubok1996 by authors'],
    // Nothing tells the two books apart, or what tells them apart speaks against each.
    ['Gaddis', 'one of gaddis1997, gaddis2005'],
    ['Gaddis 1982', 'one of gaddis1997, gaddis2005'],
    ['Zubok 2007', 'one of zubok1996'],
    ['Cold War', 'one of gaddis1997, gaddis2005, zubok1996'],
    ['Zubok and Smith', 'missing'],
    ['Kissinger', 'missing'],
    ['Stalin and Mao', 'missing'],
    ['Notes', 'missing'],
    ['', 'missing'],
  ] as const)
    test(`“${label}” is ${expected}`, () => assert.equal(match({ label }), expected));

  test('uses year, title, file name and aliases to tell books of one author apart', () => {
    assert.equal(match({ label: 'Gaddis', year: '1997' }), 'gaddis1997 by authors and year');
    assert.equal(match({ label: 'Gaddis', title: 'The Cold War' }), 'gaddis2005 by authors and title');
    assert.equal(
      match({ label: 'Gaddis', fileName: 'notes/gaddis - we now know.md' }),
      'gaddis1997 by authors and title',
    );
    assert.equal(match({ label: 'Gaddis', aliases: ['We Now Know'] }), 'gaddis1997 by title');
  });

  test('falls back on the file name when the label names nothing', () => {
    assert.equal(
      match({ label: 'Notes', fileName: 'Zubok and Pleshakov Notes.txt' }),
      'zubok1996 by authors',
    );
  });

  test('the publisher in a label does not hide the work that author and title name', () => {
    const label = 'John Gaddis, The Cold War (New York: Penguin, 2005)';
    const source = { label, authors: ['John Gaddis'], title: 'The Cold War', year: '2005' };
    assert.equal(match(source), 'gaddis2005 by authors and title');
    assert.equal(match({ ...source, title: 'The Long Peace' }), 'missing');
  });

  test('lets a citekey of the notes decide', () => {
    assert.equal(match({ label: 'Zubok and Pleshakov', citekey: 'gaddis2005' }), 'gaddis2005 by citekey');
  });

  test('takes nobody for the authors of another book', () => {
    assert.deepEqual(matchSource({ label: 'Zubok and Pleshakov' }, []), { kind: 'missing' });
  });

  test('weighs five thousand items in a blink', () => {
    const many = Array.from({ length: 5000 }, (_, index) =>
      book(`b${index}`, `Ann Author${index}`, `Work ${index}`, 1900),
    );
    const start = performance.now();
    assert.equal(matchSource({ label: 'Zubok and Pleshakov' }, [...many, zubok]).kind, 'matched');
    assert.ok(performance.now() - start < 1900);
  });

  test('finds by its index what weighing every item would find', () => {
    const words =
      'Zubok Zubbok Pleshakov Gaddis Cold War New History 1997 2005a V CIA Chronicle Reading de'.split(' ');
    const all = [...items, book('plain', 'Ann Voss', 'Reading Notes', 1999)];
    const index = new ItemWordIndex();
    for (const item of all) index.add(item);
    for (let seed = 0; seed < 2000; seed++) {
      const label = words.filter((_, i) => ((seed * 2654435761) >>> (i + 8)) % 4 === 0).join(' ');
      const said = saidWords([label]);
      const explains = ({ unexplained, named, isMainTitle, titleWords }: Evidence) =>
        unexplained === 0 && (named > 0 || isMainTitle || titleWords >= 2);
      const found = index
        .withWords(said)
        .map((each) => weigh(said, each))
        .filter(explains);
      const weighed = all.map((item) => weigh(said, itemWords(item))).filter(explains);
      assert.deepEqual(
        found.map((each) => each.words.item.id),
        weighed.map((each) => each.words.item.id),
        label,
      );
    }
  });
});
