import assert from 'node:assert/strict';
import { EssayDocument } from '../../../../src/core/essay/essayDocument';
import type { Sentence } from '../../../../src/core/essay/prose';
import { quotationsIn } from '../../../../src/core/essay/quotations';
import { SentenceMatches } from '../../../../src/core/essay/sentenceMatches';
import { UseFinder } from '../../../../src/core/essay/uses';
import type { LibraryArgument } from '../../../../src/core/notes/libraryArgument';
import { ArgumentIndex } from '../../../../src/core/search/index';
import { finish } from '../../../../src/core/util/steps';
import { openInMemory } from '../../../support/sample';

const PARAGRAPHS = [
  'Korea had to be captured before Japan could get back on its feet. So much for the spring.',
  'Stalin was determined to avoid war with the US, so he hid the Soviet hand in Korea.',
  'Germany was rearmed, and nobody had wanted that.',
];

async function finderOnSample() {
  const { marginalia } = openInMemory();
  const library = await marginalia.library();
  const index = new ArgumentIndex();
  for (const { file, arguments: all } of library.files) {
    const searchable = all.map(({ id, argument: { text, handle }, source }) => {
      return { id, file: file.uri, text, handle, source: source.notes.label };
    });
    index.update(file.uri, searchable);
  }
  const matches = new SentenceMatches(index);
  const finder = new UseFinder(library, matches);
  return {
    library,
    find: (essay: EssayDocument) => finish(finder.find(essay)),
    places: (essay: EssayDocument, argument: LibraryArgument, but?: Sentence) =>
      finish(finder.places(essay, argument, but)),
    get lookedUp() {
      return matches.lookedUp;
    },
  };
}

suite('Uses of the notes', () => {
  test('an edit looks up its sentence alone, unless it changes a name that stands around others', async () => {
    const finder = await finderOnSample();
    const essay = EssayDocument.read(`# T\n\n${PARAGRAPHS.join('\n\n')}\n`);
    finder.find(essay);
    assert.equal(finder.lookedUp, 4);
    const edited = essay.edited(essay.text.replace('so he hid', 'and so he hid'));
    const { sentences } = finder.find(edited);
    assert.equal(finder.lookedUp, 5);
    assert.match(sentences[2]?.uses[0]?.argument.argument.text ?? '', /hides the Soviet hand/);
    finder.find(essay);
    assert.equal(finder.lookedUp, 5);
    const opening = essay.edited(essay.text.replace('So much for the spring', 'So much for that spring'));
    finder.find(opening);
    assert.equal(finder.lookedUp, 6);
    finder.find(opening.edited(opening.text.replace('that spring', 'the spring of Mao')));
    assert.equal(finder.lookedUp, 8);
  });

  test('of one argument are found without weighing the others, and are the same', async () => {
    const finder = await finderOnSample();
    const text = `# T\n\n${[...PARAGRAPHS, ...PARAGRAPHS].join('\n\n')} (Zubok and Pleshakov 63)\n`;
    const whole = finder.find(EssayDocument.read(text)).sentences;
    const essay = EssayDocument.read(text);
    const [hovered] = essay.sentences;
    let found = 0;
    for (const argument of finder.library.arguments.values()) {
      const spans = whole.flatMap(({ sentence, uses }) =>
        uses.filter((use) => use.argument === argument).map(({ span }) => ({ sentence, span })),
      );
      assert.deepEqual(
        finder.places(essay, argument),
        spans.map(({ span }) => span),
      );
      assert.deepEqual(
        finder.places(essay, argument, hovered),
        spans.filter(({ sentence }) => sentence.span.start !== hovered?.span.start).map(({ span }) => span),
      );
      found += spans.length;
    }
    assert.ok(found >= 4, `${found} uses`);
  });

  test('of one argument, beside a sentence, look up no other because a name around it has changed', async () => {
    const finder = await finderOnSample();
    const essay = EssayDocument.read(`# T\n\n${PARAGRAPHS.join('\n\n')}\n`);
    const argument = finder
      .find(essay)
      .sentences.flatMap(({ uses }) => uses)
      .find((use) => /hides the Soviet hand/.test(use.argument.argument.text))?.argument;
    assert.ok(argument);
    const before = finder.lookedUp;
    const edited = essay.edited(
      essay.text.replace('So much for the spring', 'So much for the spring of Mao'),
    );
    assert.equal(finder.places(edited, argument, edited.sentences[0]).length, 1);
    const quick = finder.lookedUp - before;
    finder.find(edited);
    assert.ok(quick < finder.lookedUp - before, `${quick} sentences`);
  });

  test('a denial speaks against an argument only if it stands in the words that make it', async () => {
    const finder = await finderOnSample();
    const made = (sentence: string) =>
      finder.find(EssayDocument.read(sentence)).sentences[0]?.uses[0]?.argument.argument.text ?? '';
    for (const sentence of [
      'Korea had to be captured before Japan could get back on its feet, although nobody said so aloud.',
      'Because the diplomats of the day had not been told, Stalin hid the Soviet hand in Korea.',
    ])
      assert.match(made(sentence), /Korea/, sentence);
    for (const sentence of [
      'Korea did not have to be captured before Japan could get back on its feet.',
      'Stalin, as we know, did not hide the Soviet hand in Korea.',
    ])
      assert.equal(made(sentence), '', sentence);
  });

  test('how a sentence is covered', async () => {
    const finder = await finderOnSample();
    const cover = (text: string) =>
      finder.find(EssayDocument.read(text)).sentences.map(({ cover: found }) => found?.by ?? 'none');
    assert.deepEqual(cover('One. Two [@zubok1996]. Three.'), ['run', 'own', 'none']);
    assert.deepEqual(cover('One. Two.[^1] Three.[^2]\n\n[^1]: Zubok, 3.'), ['run', 'own', 'own']);
    assert.deepEqual(cover('One. Zubok (1996) says two. Three. Four (Zubok 3).'), [
      'none',
      'own',
      'opened',
      'own',
    ]);
    assert.deepEqual(cover('As they say:\n\n> Two [@zubok1996].'), ['quote', 'own']);
    assert.deepEqual(cover('As they say [@zubok1996]:\n\n> Two.\n\nThree.'), ['own', 'quote', 'none']);
    assert.deepEqual(cover('One.\n\nTwo [@zubok1996].'), ['none', 'own']);
  });

  test('what is cited, by whatever name', async () => {
    const finder = await finderOnSample();
    const cited = (text: string) =>
      finder
        .find(EssayDocument.read(text))
        .places.flatMap(({ cites }) => cites)
        .map(({ works, locator }) =>
          `${works.map(({ id }) => id).join('|') || '?'} ${locator?.value ?? ''}`.trim(),
        );
    assert.deepEqual(cited('So (Zubok and Pleshakov 63).'), ['zubok1996 63']);
    assert.deepEqual(cited('So (Zubok & Pleshakov, 1996, pp. 62–64; Kennan 12).'), [
      'zubok1996 62–64',
      '? 12',
    ]);
    assert.deepEqual(cited('So (*Inside the Kremlin’s Cold War* 63).'), ['zubok1996 63']);
    assert.deepEqual(cited('Zubok and Pleshakov (1996, p. 63) say so, and later repeat it (70).'), [
      'zubok1996 63',
      'zubok1996 70',
    ]);
    assert.deepEqual(
      cited('In June (1950) and in the east (Moscow had 12 divisions) it began (see above).'),
      [],
    );
    assert.deepEqual(
      cited(
        'So.[^1]\n\n[^1]: See Zubok and Pleshakov, *Inside the Kremlin’s Cold War* (Cambridge, MA: Harvard University Press, 1996), 63; but cf. Kennan, *Memoirs*, vol. 2, p. 5.',
      ),
      ['zubok1996 63', '? 5'],
    );
    assert.deepEqual(
      cited(
        'So.[^1] Or.[^2]\n\n[^1]: Zubok and Pleshakov, *Inside the Kremlin’s Cold War* (1996).\n\n[^2]: Ibid., 64–5.',
      ),
      ['zubok1996', 'zubok1996 64–5'],
    );
  });
});

suite('Quotations', () => {
  const quoted = (text: string) => {
    const essay = EssayDocument.read(text);
    return essay.paragraphs
      .flatMap((paragraph) => quotationsIn(paragraph, text))
      .map(({ words, span, isBlock }) => {
        assert.equal(text.slice(span.start, span.end).length, words.length + (isBlock ? 0 : 2));
        return words;
      });
  };

  for (const [text, expected] of [
    ['He said "one two" and “three four”.', ['one two', 'three four']],
    ['Er sagte „eins zwei“ und »drei vier«, il dit « cinq six ».', ['eins zwei', 'drei vier', ' cinq six ']],
    ['She said “a ‘nested’ word”, he ‘a “nested” one’.', ['a ‘nested’ word', 'a “nested” one']],
    ["He didn't say 'one two', the boys' mother did in the '50s.", ['one two']],
    ['‘The soldiers’ boots were wet’, he wrote.', ['The soldiers’ boots were wet']],
    ['An open “mark stays open.', []],
    ['A board of 5" by 6" and a "real one".', ['real one']],
    ['He said "one [t]wo […] three [sic] four" there.', ['one [t]wo […] three [sic] four']],
    ['> Said in a block.\n> — Somebody', ['Said in a block.']],
    ['`"code here"` and <!-- "comment here" --> none', []],
  ] as const)
    test(text.slice(0, 40), () => assert.deepEqual(quoted(text), expected));
});
