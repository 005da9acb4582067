import assert from 'node:assert/strict';
import { readBibtex } from '../../../../src/core/citation/bibliography/readBibtex';
import { bibliography, cite } from '../../../../src/core/citation/citeCommand';
import { bundled, coldWarBib } from './fixtures';

const items = readBibtex(coldWarBib).items();

function citeIn(style: string, ...citations: string[]) {
  return cite(citations, items, { style: bundled(style), format: 'markdown' }).output.citations;
}

suite('cite', () => {
  test('writes the full Chicago note first and the short one after', () => {
    assert.deepEqual(
      citeIn(
        'chicago-fullnote-bibliography',
        '[@zubok1996, p. 63]',
        '[@zubok1996, p. 64]',
        '[@gaddis2005]',
        '[@zubok1996, pp. 101-105]',
      ),
      [
        'Vladislav Zubok and Constantine Pleshakov, *Inside the Kremlin’s Cold War: From Stalin to Khrushchev* (Cambridge, MA: Harvard University Press, 1996), 63.',
        'Zubok and Pleshakov, 64.',
        'John Lewis Gaddis, *The Cold War: A New History* (New York: Penguin Press, 2005).',
        'Zubok and Pleshakov, *Inside the Kremlin’s Cold War*, 101–5.',
      ],
    );
  });

  test('writes plain text without asterisks', () => {
    const { output } = cite(['[@zubok1996, p. 63]'], items, {
      style: bundled('chicago-fullnote-bibliography'),
    });
    assert.deepEqual(output, {
      style: 'chicago-notes-bibliography-17th-edition',
      locale: 'en-US',
      citations: [
        'Vladislav Zubok and Constantine Pleshakov, Inside the Kremlin’s Cold War: From Stalin to Khrushchev (Cambridge, MA: Harvard University Press, 1996), 63.',
      ],
      bibliography: [
        'Zubok, Vladislav, and Constantine Pleshakov. Inside the Kremlin’s Cold War: From Stalin to Khrushchev. Cambridge, MA: Harvard University Press, 1996.',
      ],
    });
  });

  for (const [style, expected] of [
    ['chicago-author-date', '(Zubok and Pleshakov 1996, 63)'],
    ['modern-language-association', '(Zubok and Pleshakov 63)'],
    ['apa', '(Zubok & Pleshakov, 1996, p. 63)'],
    ['harvard-cite-them-right', '(Zubok and Pleshakov, 1996, p. 63)'],
  ] as const) {
    test(`cites in the text in ${style}`, () =>
      assert.deepEqual(citeIn(style, '[@zubok1996, p. 63]'), [expected]));
  }

  test('writes Ibid. where the style has it', () => {
    assert.deepEqual(
      citeIn('chicago-fullnote-bibliography-with-ibid', 'gaddis2005', '[@gaddis2005, p. 2]')[1],
      'Ibid., 2.',
    );
  });

  test('reports unknown citekeys and unreadable citations, and formats the rest as if they were not there', () => {
    const result = cite(['[@nobody]', '[@gaddis2005; @nobody]', 'no citation', 'gaddis2005'], items, {
      style: bundled('chicago-fullnote-bibliography'),
    });
    assert.deepEqual(result.output.citations, [
      null,
      null,
      null,
      'John Lewis Gaddis, The Cold War: A New History (New York: Penguin Press, 2005).',
    ]);
    assert.deepEqual(result.unknownCitekeys, ['nobody']);
    assert.deepEqual(result.unreadable, ['no citation']);
    assert.equal(result.output.bibliography.length, 1);
  });

  test('puts several sources and free text into one note', () => {
    assert.deepEqual(
      citeIn('chicago-fullnote-bibliography', '[see @gaddis2005, chap. 2; and @zubok1996, 3, for *more*]'),
      [
        'See John Lewis Gaddis, *The Cold War: A New History* (New York: Penguin Press, 2005), chap. 2; and Vladislav Zubok and Constantine Pleshakov, *Inside the Kremlin’s Cold War: From Stalin to Khrushchev* (Cambridge, MA: Harvard University Press, 1996), 3, for *more*.',
      ],
    );
  });

  test('takes the locale from the style unless another one is asked for', () => {
    assert.equal(cite([], items, { style: bundled('harvard-cite-them-right') }).output.locale, 'en-GB');
    assert.equal(cite([], items, { style: bundled('mla'), locale: 'en-GB' }).output.locale, 'en-GB');
  });
});

suite('bibliography', () => {
  test('lists each cited source once, in the order of the style', () => {
    assert.deepEqual(
      bibliography(['zubok1996', 'gaddis2005', 'zubok1996', 'nobody'], items, {
        style: bundled('chicago-fullnote-bibliography'),
        format: 'markdown',
      }),
      {
        style: 'chicago-notes-bibliography-17th-edition',
        entries: [
          'Gaddis, John Lewis. *The Cold War: A New History*. New York: Penguin Press, 2005.',
          'Zubok, Vladislav, and Constantine Pleshakov. *Inside the Kremlin’s Cold War: From Stalin to Khrushchev*. Cambridge, MA: Harvard University Press, 1996.',
        ],
      },
    );
  });
});
