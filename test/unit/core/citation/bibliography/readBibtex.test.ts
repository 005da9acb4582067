import assert from 'node:assert/strict';
import { readBibtex } from '../../../../../src/core/citation/bibliography/readBibtex';
import type { CslItem } from '../../../../../src/core/citation/cslItem';
import { english } from '../../../../../src/core/util/localize';

/** The item of an entry `@book{k, …}` with these fields. */
function item(fields: string, type = 'book'): CslItem {
  const [entry] = readBibtex(`@${type}{k,\n${fields}\n}`).entries;
  const read = entry?.item();
  assert.ok(read);
  return read;
}

function authors(value: string): CslItem['author'] {
  return item(`author = {${value}}`).author;
}

suite('readBibtex', () => {
  test('gives keys and places without reading the entries', () => {
    const text = '% notes\n@book{zubok1996,\n title = {X},\n}\n@Article ( b , title = "Y" )';
    const { entries } = readBibtex(text);
    assert.deepEqual(
      entries.map(({ citekey, span, keySpan }) => [
        citekey,
        text.slice(span.start, span.end),
        text.slice(keySpan.start, keySpan.end),
      ]),
      [
        ['zubok1996', '@book{zubok1996,\n title = {X},\n}', 'zubok1996'],
        ['b', '@Article ( b , title = "Y" )', 'b'],
      ],
    );
  });

  test('passes over comments, and resolves @string, # and months', () => {
    const { entries } = readBibtex(`% @book{no, title={X}}
@comment{@book{no2, title={X}}}
@comment{
@book{no3, title={X}}
}
@string{hup = "Harvard " # "University Press"}
@preamble{"\\newcommand{\\x}{y}"}
@book{k, publisher = hup # ", Belknap", year = 1950, month = jun # "~25"}`);
    assert.deepEqual(
      entries.map(({ citekey }) => citekey),
      ['k'],
    );
    assert.equal(entries[0]?.item()?.publisher, 'Harvard University Press, Belknap');
    assert.deepEqual(entries[0]?.item()?.issued, { 'date-parts': [[1950, 6, 25]] });
  });

  suite('one bad entry costs itself', () => {
    const after = '\n@book{after, title = {After}}';
    for (const [name, text, message, itemCount] of [
      [
        'a field that never closes',
        '@book{bad, title = {X, author = {A B},\n year = 1990\n',
        /“bad” is never closed/,
        1,
      ],
      ['an entry that never closes', '@book{bad, title = {X},\n year = 1990\n', /“bad” is never closed/, 2],
      ['a brace too many', '@book{bad, title = {X}}, year = {1990}}', /outside of any entry/, 2],
      ['no key', '@book{, title = {X}}', /no citekey/, 1],
      ['no key and no comma', '@book{title = {X}}', /no citekey/, 1],
      ['no comma after the key', '@book{bad title = {X}}', /comma is missing after the citekey “bad”/, 2],
      ['a key with a space', '@book{bad key, title = {X}}', /“bad key” holds a space/, 2],
      [
        'a key used twice',
        '@book{bad, title = {X}}\n@book{bad, title = {Y}}',
        /“bad” is used by an earlier entry/,
        2,
      ],
      [
        'a parent that is not there',
        '@incollection{bad, title = {X}, crossref = {gone}}',
        /refers to “gone”/,
        2,
      ],
    ] as const)
      test(name, () => {
        const bibliography = readBibtex(text + after);
        assert.equal(bibliography.items().length, itemCount);
        assert.equal(bibliography.entry('after')?.item()?.title, 'After');
        const problems = bibliography.problems();
        assert.equal(problems.length, 1);
        assert.match(problems[0] ? english(...problems[0].message) : '', message);
        const { start = -1, end = -1 } = problems[0]?.span ?? {};
        assert.ok(start >= 0 && end > start && end <= text.length + 1);
      });

    test('a comma that is missing between fields costs nothing', () => {
      assert.equal(item('author = {A B} title = {X} year = {1990}').title, 'X');
    });

    test('text that is no bibliography at all', () => {
      for (const text of [
        '',
        'plain text',
        '{{{{',
        '@',
        '@book',
        '@book{',
        '}}}',
        '@book{a',
        '\uFEFF@book{a,}',
      ])
        assert.doesNotThrow(() => readBibtex(text).problems());
    });
  });

  suite('titles', () => {
    for (const [latex, expected] of [
      ['Stra{\\ss}e \\& Caf\\\'e: na\\"{\\i}ve {\\ae}on', 'Straße & Café: naïve æon'],
      ["1950--1953: ``quoted'' --- so", '1950–1953: “quoted” — so'],
      ['On \\emph{Hamlet} and \\textit{Lear}', 'On <i>Hamlet</i> and <i>Lear</i>'],
      ['The {USSR} at War', 'The <span class="nocase">USSR</span> at War'],
      ["Inside the {K}remlin's Walls", 'Inside the <span class="nocase">Kremlin\'s</span> Walls'],
      ['{The Cold War}', '<span class="nocase">The Cold War</span>'],
      ["{Histoire de la r{\\'e}volution}", '<span class="nocase">Histoire de la révolution</span>'],
      ['Price of \\$5, 10\\% \\#1 a\\_b', 'Price of $5, 10% #1 a_b'],
      ['War\n   and   Peace', 'War and Peace'],
      ['A \\unknown{macro} here', 'A macro here'],
      ['War &amp; Peace', 'War & Peace'],
      ['Неудавшаяся империя', 'Неудавшаяся империя'],
    ] as const)
      test(latex, () => assert.equal(item(`title = {${latex}}`).title, expected));

    test('join title and subtitle', () => {
      assert.equal(item('title = {Inside}, subtitle = {From Stalin}').title, 'Inside: From Stalin');
    });
  });

  suite('names', () => {
    for (const [latex, ...expected] of [
      [
        'Zubok, Vladislav and Constantine Pleshakov',
        { family: 'Zubok', given: 'Vladislav' },
        { family: 'Pleshakov', given: 'Constantine' },
      ],
      [
        "{\\'E}mile Zola and Dvo\\v{r}{\\'a}k, Anton{\\'\\i}n",
        { family: 'Zola', given: 'Émile' },
        { family: 'Dvořák', given: 'Antonín' },
      ],
      ['Ludwig von Mises', { family: 'Mises', given: 'Ludwig', 'dropping-particle': 'von' }],
      ['King, Jr., Martin Luther', { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
      ['{Central Intelligence Agency}', { literal: 'Central Intelligence Agency' }],
      ['{Barnes and Noble} and Plato', { literal: 'Barnes and Noble' }, { family: 'Plato' }],
      ["Ram{\\'o}n y Cajal, Santiago", { family: 'Ramón y Cajal', given: 'Santiago' }],
      ['Smith, John; Doe, Jane', { family: 'Smith', given: 'John' }, { family: 'Doe', given: 'Jane' }],
      ['Smith, John et al.', { family: 'Smith', given: 'John' }, { family: 'others' }],
      ['Smith, John and', { family: 'Smith', given: 'John' }],
      ['沈, 志华', { family: '沈', given: '志华' }],
    ] as const)
      test(latex, () => assert.deepEqual(authors(latex), expected));
  });

  suite('dates', () => {
    for (const [fields, expected] of [
      ['year = 1996', { 'date-parts': [[1996]] }],
      ['year = {1950}, month = {June}, day = {25}', { 'date-parts': [[1950, 6, 25]] }],
      ['year = {1950}, month = {25 June}', { 'date-parts': [[1950, 6, 25]] }],
      [
        'year = {1950}, month = {May--June}',
        {
          'date-parts': [
            [1950, 5],
            [1950, 6],
          ],
        },
      ],
      ['year = {1989--1991}', { 'date-parts': [[1989], [1991]] }],
      [
        'date = {1950-06-25/1953-07-27}',
        {
          'date-parts': [
            [1950, 6, 25],
            [1953, 7, 27],
          ],
        },
      ],
      ['date = {1950/}', { literal: '1950–' }],
      ['date = {1950~}', { 'date-parts': [[1950]], circa: true }],
      ['date = {1950-21}', { 'date-parts': [[1950]], season: 1 }],
      ['date = {-0043}', { 'date-parts': [[-44]] }],
      ['year = {c. 1950}', { literal: 'c. 1950' }],
      ['year = {n.d.}', undefined],
      ['year = {1962/63}', { literal: '1962/63' }],
      ['year = {[1962]}', { literal: '[1962]' }],
      ['year = {forthcoming}', { literal: 'forthcoming' }],
      ['title = {X}', undefined],
    ] as const)
      test(fields, () => assert.deepEqual(item(fields).issued, expected));
  });

  suite('other fields', () => {
    test('keep lists as they were written', () => {
      const read = item('publisher = {Farrar, Straus and Giroux}, address = {London and New York}');
      assert.equal(read.publisher, 'Farrar, Straus and Giroux');
      assert.equal(read['publisher-place'], 'London and New York');
    });

    test('name the kind of a thesis and its school', () => {
      const read = item('title = {X}, school = {Yale University}', 'phdthesis');
      assert.equal(read.type, 'thesis');
      assert.equal(read.genre, 'PhD thesis');
      assert.equal(read.publisher, 'Yale University');
    });

    test('of newspapers, pages, editions, languages and addresses', () => {
      const read = item(
        'journal = {The Times}, entrysubtype = {newspaper}, pages = {1--2, 5--6}, langid = {british}, doi = {https://doi.org/10.1/x_y}, url = {https://x.org/a\\_b}',
        'article',
      );
      assert.equal(read.type, 'article-newspaper');
      assert.equal(read['container-title'], 'The Times');
      assert.equal(read.page, '1-2, 5-6');
      assert.equal(read.language, 'en-GB');
      assert.equal(read.DOI, '10.1/x_y');
      assert.equal(read.URL, 'https://x.org/a_b');
      assert.equal(item('edition = {Second}').edition, '2');
    });

    test('have the spaces, dots and hyphens of TeX', () => {
      const read = item('title = {W\\"ar\\-me, z.\\,B. and so on\\ldots}, publisher = {C.{\\,}H. Beck}');
      assert.equal(read.title, 'Wärme, z.\u00A0B. and so on…');
      assert.equal(read.publisher, 'C.\u00A0H. Beck');
    });

    test('inherit from the parent by crossref', () => {
      const { entries } = readBibtex(
        '@incollection{child, author={C D}, title={Part}, crossref={parent}}\n@collection{parent, editor={E F}, title={Whole}, year=1998, publisher={P}}',
      );
      const child = entries[0]?.item();
      assert.equal(child?.['container-title'], 'Whole');
      assert.equal(child?.publisher, 'P');
      assert.deepEqual(child?.issued, { 'date-parts': [[1998]] });
    });

    test('that nothing prints cannot spoil an entry', () => {
      const read = item(
        'title = {X}, abstract = {50% off \\{ and $ x}, file = {C:\\Users\\a.pdf}, keywords = {a\\}b}',
      );
      assert.deepEqual(read, { id: 'k', type: 'book', title: 'X', isFromBibtex: true });
    });
  });

  test('finds the keys of five thousand entries in a blink', () => {
    const text = Array.from(
      { length: 5000 },
      (_, index) => `@book{k${index},\n  title = {Title {N}o ${index}},\n  year = {1990},\n}\n`,
    ).join('\n');
    const start = performance.now();
    assert.equal(readBibtex(text).entries.length, 5000);
    assert.ok(performance.now() - start < 1900);
  });
});
