import assert from 'node:assert/strict';
import { NoteRecognizer } from '../../../../../src/core/citation/recognition/recognizeNote';
import { book, zubok } from '../fixtures';

const items = [
  zubok,
  { ...book('gaddis2005', 'John Gaddis', 'The Cold War: A New History', 2005), publisher: 'Penguin' },
  book('gaddis1997', 'John Gaddis', 'We Now Know: Rethinking Cold War History', 1997),
  { id: 'anon', type: 'book', title: 'The Anonymous Chronicle' },
];
const recognizer = new NoteRecognizer(items);
const page = (value: string) => ({ label: 'page', value });

suite('NoteRecognizer', () => {
  for (const [note, form, ...cites] of [
    [
      'Vladislav Zubok and Constantine Pleshakov, *Inside the Kremlin’s Cold War: From Stalin to Khrushchev* (Cambridge, MA: Harvard University Press, 1996), 63.',
      'full',
      { citekey: 'zubok1996', locator: page('63') },
    ],
    [
      "Vladislav Zubok and Constantine Pleshakov, _Inside the Kremlin's Cold War: From Stalin to Khrushchev_ (Cambridge, MA: Harvard University Press, 1996)",
      'full',
      { citekey: 'zubok1996' },
    ],
    ['Zubok and Pleshakov, 64.', 'short', { citekey: 'zubok1996', locator: page('64') }],
    [
      'Zubok and Pleshakov, *Inside the Kremlin’s Cold War*, 101–5, 110.',
      'short',
      { citekey: 'zubok1996', locator: page('101–5, 110') },
    ],
    [
      'Gaddis, *We Now Know*, chap. 2.',
      'short',
      { citekey: 'gaddis1997', locator: { label: 'chapter', value: '2' } },
    ],
    ['*The Anonymous Chronicle*, 5.', 'short', { citekey: 'anon', locator: page('5') }],
    [
      'See Gaddis, *The Cold War*, 3; Zubok and Pleshakov, 5.',
      'short',
      { citekey: 'gaddis2005', locator: page('3'), prefix: 'see' },
      { citekey: 'zubok1996', locator: page('5') },
    ],
  ] as const)
    test(note, () => {
      const result = recognizer.recognize(note);
      assert.equal(result?.kind, 'recognized');
      assert.deepEqual(result.cites, cites);
      assert.equal(result.form, form);
    });

  test('leaves a note that could be of two books undecided', () => {
    const result = recognizer.recognize('Gaddis, 5.');
    assert.equal(result?.kind, 'ambiguous');
    assert.deepEqual(
      result.candidates.map(({ id }) => id),
      ['gaddis2005', 'gaddis1997'],
    );
  });

  test('knows Ibid., which only the note before can explain', () => {
    assert.deepEqual(recognizer.recognize('Ibid., 64.'), { kind: 'ibid', locator: page('64') });
    assert.deepEqual(recognizer.recognize('*Ibid.*'), { kind: 'ibid' });
  });

  for (const note of [
    'Zubok and Pleshakov, 5, but I doubt it.',
    'I owe this to Gaddis, *The Cold War*, 3.',
    'Zubok and Pleshakov, *Inside the Kremlin*, 5.',
    'Kissinger, *Diplomacy*, 5.',
    'Ibid., but see above.',
    'Zubok and Pleshakov, 5; my own words.',
    '',
  ])
    test(`takes “${note}” for the student's own`, () => assert.equal(recognizer.recognize(note), undefined));
});
