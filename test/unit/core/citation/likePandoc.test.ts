import assert from 'node:assert/strict';
import { readBibliography } from '../../../../src/core/citation/bibliography/readBibliography';
import { cite } from '../../../../src/core/citation/citeCommand';
import { bundled } from './fixtures';

const notes = 'chicago-notes-bibliography-17th-edition';
const ibid = 'chicago-notes-bibliography-17th-edition-with-ibid';

function format(bib: string, citations: readonly string[], style = notes, locale?: string) {
  return cite(citations, readBibliography(bib, 'x.bib').items(), { style: bundled(style), locale }).output;
}

const works = `
@book{zubok, author = {Zubok, Vladislav}, title = {A Failed Empire}, edition = {2}, editor = {Ann, A. and Bob, B.}, year = {2007}}
@article{gaddis, author = {Gaddis, John Lewis}, title = {The Long Peace}, journal = {International Security}, year = {1986}}`;

/** Each expected text is pandoc 3.10's. */
suite('Citations as pandoc writes them', () => {
  suite('locators', () => {
    for (const [citation, expected] of [
      ['[@gaddis, {p. 3, top}]', '(Gaddis 1986, 3, top)'],
      ['[@gaddis {p. 3} and more]', '(Gaddis 1986, 3 and more)'],
      ['[@gaddis, {}, x]', '(Gaddis 1986, x)'],
      ['[@gaddis, {ch. 2, sec. 3}]', '(Gaddis 1986, ch. 2, sec. 3)'],
      ['[@gaddis, {p. {3}}]', '(Gaddis 1986, {3})'],
      ['[@gaddis, {my own place}]', '(Gaddis 1986, my own place)'],
      [
        '[@gaddis, {pp. iv, vi-xi, (xv)-(xvii)} with suffix here]',
        '(Gaddis 1986, iv, vi–xi, (xv)–(xvii) with suffix here)',
      ],
      ['[@gaddis, ll. 5--8]', '(Gaddis 1986, ll. 5–8)'],
      ['[@gaddis, chap. 2]', '(Gaddis 1986, chap. 2)'],
      ['[@gaddis, chapters 2--3]', '(Gaddis 1986, chaps. 2–3)'],
      ['[@gaddis, ch. 2]', '(Gaddis 1986, ch. 2)'],
      ['[@gaddis, table 2]', '(Gaddis 1986, table 2)'],
      ['[@gaddis, § 3]', '(Gaddis 1986, sec. 3)'],
      ['[@gaddis, vol. 2]', '(Gaddis 1986, vol. 2)'],
      ['[@gaddis, pp. A12--A15]', '(Gaddis 1986, A12–15)'],
      ['[@gaddis, 2:45–47]', '(Gaddis 1986, 2:45–47)'],
      ['[@gaddis, 100–102n3]', '(Gaddis 1986, 100–102n3)'],
      ['[@gaddis, pp. 99–142 passim]', '(Gaddis 1986, 99–142 passim)'],
      ['[@gaddis, pp. 101–108]', '(Gaddis 1986, 101–8)'],
      ['[see @gaddis -- or not]', '(see Gaddis 1986 – or not)'],
      ['[**see** @gaddis, p. 3...]', '(see Gaddis 1986, 3…)'],
    ] as const)
      test(citation, () =>
        assert.deepEqual(format(works, [citation], 'chicago-author-date').citations, [expected]),
      );
  });

  test('a full stop after “Ibid.” is not doubled', () =>
    assert.equal(format(works, ['[@zubok, p. 3]', '[@zubok, p. 3.]'], ibid).citations[1], 'Ibid.'));

  suite('an author who is left out where the style prints nothing else', () => {
    for (const [citation, expected] of [
      ['@gaddis', 'Gaddis'],
      ['[-@gaddis]', ''],
      ['[-@gaddis; @zubok]', '(Zubok)'],
      ['@gaddis [see @zubok]', 'Gaddis (see Zubok)'],
      ['@gaddis [-@zubok, p. 3]', 'Gaddis (3)'],
      ['@gaddis [p. 4; -@zubok, p. 3]', 'Gaddis (4; 3)'],
      ['@gaddis [p. 4; -@zubok]', 'Gaddis (4)'],
      ['@gaddis [p. 4, top; @zubok; -@zubok, p. 3]', 'Gaddis (4, top; Zubok; 3)'],
      ['[-@gaddis; -@zubok, p. 3]', '(3)'],
      ['[-@gaddis, p. 4; -@zubok, p. 3]', '(4; 3)'],
    ] as const)
      test(citation, () =>
        assert.deepEqual(format(works, [citation], 'modern-language-association').citations, [expected]),
      );
  });

  suite('an author in the sentence', () => {
    for (const [citation, expected] of [
      ['@zubok [p. 3, and *more*]', 'Zubok (2007, p. 3, and more)'],
      ['@zubok [p. 3; @gaddis, p. 5]', 'Zubok (2007, p. 3; Gaddis, 1986, p. 5)'],
    ] as const)
      test(citation, () => assert.deepEqual(format(works, [citation], 'apa').citations, [expected]));
  });

  test('British terms', () => {
    const output = format(works, ['[@zubok, chapter 2]', '[@zubok, part 2]'], 'chicago-author-date', 'en-GB');
    assert.deepEqual(output.citations, ['(Zubok 2007, ch. 2)', '(Zubok 2007, pt 2)']);
    assert.match(output.bibliography[0] ?? '', /2nd edn/);
  });

  suite('entries', () => {
    for (const [name, bib, expected] of [
      [
        'the hyphen within a capitalised word',
        `@book{k, author = {Women's Co-operative Guild}, title = {T}, year = {1930}}`,
        'Women’s Co-operative Guild, T, 1930.',
      ],
      [
        'a particle joined by a hyphen',
        '@book{k, author = {al-Assad, Hafez}, title = {T}, year = {1970}}',
        'Hafez al-Assad, T, 1970.',
      ],
      [
        'a booktitle that chapters inherit',
        '@book{k, editor = {Ed, E.}, title = {Whole}, booktitle = {Whole}, year = {2001}}',
        'E. Ed, ed., Whole, 2001.',
      ],
      [
        'a subtitle after a question mark',
        '@book{k, author = {A, B}, title = {Who Won?}, subtitle = {A Story}, year = {2001}}',
        'B A, Who Won? A Story, 2001.',
      ],
      [
        'an article’s number in an archive',
        '@article{k, author = {A, B}, title = {T}, journaltitle = {J}, year = {2001}, eprinttype = {jstor}, eprint = {12}}',
        'B A, “T,” J, 2001, https://www.jstor.org/stable/12.',
      ],
      [
        'an encyclopaedia',
        '@inreference{k, author = {A, B}, title = {T}, booktitle = {Dictionary}, date = {2004}}',
        'B A, “T,” in Dictionary, 2004.',
      ],
      [
        'a guessed year stays a guess',
        '@book{k, author = {A, B}, title = {T}, year = {c. 1550}}',
        'B A, T, c. 1550.',
      ],
      [
        'a volume of a larger work',
        '@book{k, author = {A, B}, title = {Origins}, maintitle = {The Cold War}, mainsubtitle = {A History}, volume = {1}, year = {2010}}',
        'B A, The Cold War: A History, vol. 1, Origins, 2010.',
      ],
      [
        'a chapter in such a volume',
        '@incollection{k, author = {A, B}, title = {Oil}, booktitle = {Origins}, maintitle = {The Cold War}, volume = {1}, year = {2010}}',
        'B A, “Oil,” in The Cold War, vol. 1, Origins, 2010.',
      ],
      [
        'what a chapter inherits from its book, and that one from its larger work',
        '@incollection{k, author = {A, B}, title = {Oil}, crossref = {v}} @collection{v, title = {Origins}, volume = {1}, crossref = {m}} @mvcollection{m, editor = {Ed, E.}, title = {The Cold War}, date = {2010}}',
        'B A, “Oil,” in The Cold War, ed. E. Ed, vol. 1, Origins, 2010.',
      ],
      [
        'fields of an @xdata entry',
        '@book{k, author = {A, B}, title = {T}, date = {2010}, xdata = {p}} @xdata{p, publisher = {Penguin}, xdata = {q}} @xdata{q, location = {London}, publisher = {No}}',
        'B A, T (London: Penguin, 2010).',
      ],
      [
        'an addition to the title',
        '@book{k, author = {A, B}, title = {T}, titleaddon = {a reprint}, year = {2001}}',
        'B A, T. A Reprint, 2001.',
      ],
      [
        'a pamphlet',
        '@booklet{k, title = {Make Do}, howpublished = {Board of Trade}, date = {1943}}',
        '“Make Do” (Board of Trade, 1943).',
      ],
      [
        'a review',
        '@review{k, author = {A, B}, title = {T}, journaltitle = {NYRB}, date = {2000-09-21}}',
        'B A, “T,” NYRB, September 21, 2000.',
      ],
      [
        'a whole issue',
        '@periodical{k, title = {Annales}, volume = {1}, number = {2}, date = {1929}}',
        '“Annales,” Annales 1, no. 2 (1929).',
      ],
      [
        'a report of a kind',
        '@report{k, author = {A, B}, title = {T}, type = {resreport}, date = {1950}}',
        'B A, “T,” research report, 1950.',
      ],
      ['years that go on', '@book{k, author = {A, B}, title = {T}, date = {1990/}}', 'B A, T, 1990–.'],
      [
        'a prefix in a name written out',
        '@book{k, author = {family=Gogh, prefix=van, given=Vincent, useprefix=true}, title = {T}, date = {1914}}',
        'Vincent van Gogh, T, 1914.',
      ],
      ['BC', '@book{k, author = {{Caesar}}, title = {T}, date = {-0049}}', 'Caesar, T, 50 BC.'],
    ] as const)
      test(name, () => assert.deepEqual(format(bib, ['k']).citations, [expected]));
  });

  test('where a manuscript is kept is printed', () => {
    const bib =
      '@manuscript{k, author = {Sargent, Orme}, title = {Minute}, date = {1945-07-11}, howpublished = {FO 371/50912}, location = {The National Archives, Kew}}';
    assert.deepEqual(format(bib, ['k']).citations, [
      'Orme Sargent, “Minute” (July 11, 1945), FO 371/50912, The National Archives, Kew.',
    ]);
  });

  test('a season and a decade, of which pandoc prints nothing', () => {
    assert.deepEqual(
      format(
        '@article{k, author = {A, B}, title = {T}, journaltitle = {J}, volume = {7}, issue = {Spring}, date = {2004}}',
        ['k'],
      ).citations,
      ['B A, “T,” J 7 (Spring 2004).'],
    );
    assert.deepEqual(format('@book{k, author = {A, B}, title = {T}, date = {192X}}', ['k']).citations, [
      'B A, T, 1920s.',
    ]);
  });

  test('quotation marks within a title are the locale’s', () => {
    const bib = "@book{k, author = {A, B}, title = {The ``Spirit'' of War}, year = {2002}}";
    assert.deepEqual(format(bib, ['k'], 'harvard-cite-them-right').bibliography, [
      'A, B. (2002) The ‘spirit’ of war.',
    ]);
    assert.deepEqual(format(bib, ['k']).citations, ['B A, The “Spirit” of War, 2002.']);
  });

  test('undated works have the style’s own words', () => {
    const bib = '@book{k, author = {A, B}, title = {T}, year = {n.d.}}';
    assert.deepEqual(format(bib, ['k'], 'harvard-cite-them-right').citations, ['(A, no date)']);
  });

  suite('particles', () => {
    for (const [name, options, expected] of [
      ['van der Kolk, Bessel', '', '(Kolk 1900, 3)'],
      ['Bessel van der Kolk', '', '(Kolk 1900, 3)'],
      ['van der Kolk, Bessel', 'useprefix=true', '(van der Kolk 1900, 3)'],
      ['van der Kolk, Bessel', 'useprefix', '(van der Kolk 1900, 3)'],
      ['van der Kolk, Bessel', 'useprefix=false', '(Kolk 1900, 3)'],
      ["d'Alembert, Jean", '', '(d’Alembert 1900, 3)'],
      ['al-Ghazali, Abu Hamid', '', '(al-Ghazali 1900, 3)'],
      ['La Fontaine, Jean de', '', '(La Fontaine 1900, 3)'],
    ] as const)
      test(`${name} ${options}`, () => {
        const bib = `@book{k, author = {${name}}, title = {T}, year = {1900}, options = {${options}}}`;
        assert.deepEqual(format(bib, ['[@k, p. 3]'], 'chicago-author-date').citations, [expected]);
      });
  });

  suite('titles', () => {
    for (const [title, sentence, titled] of [
      ['The Cold War: A New History', 'The cold war: A new history', 'The Cold War: A New History'],
      ['The {Cold War} of {Stalin}', 'The Cold War of Stalin', 'The Cold War of Stalin'],
      ['War and {a Peace of} Men', 'War and a Peace of men', 'War and a Peace of Men'],
      ['What Is History? The Answer!', 'What is history? The answer!', 'What Is History? The Answer!'],
      ['NATO, the iPhone and McCarthy', 'NATO, the iPhone and McCarthy', 'NATO, the iPhone and McCarthy'],
      ["Re-Thinking ``Good'' Wars", 'Re-thinking “good” wars', 'Re-Thinking “Good” Wars'],
      ['\\emph{The Prince} Reviewed', 'The prince reviewed', 'The Prince Reviewed'],
      ['a lower case title about war', 'A lower case title about war', 'A Lower Case Title about War'],
      ['China during the War', 'China during the war', 'China During the War'],
      ['Émigré Écrits', 'Émigré écrits', 'Émigré Écrits'],
      // Pandoc makes “u.s. In” and “world war i” of these.
      ['The U.S. in World War I', 'The U.S. in world war I', 'The U.S. in World War I'],
    ] as const)
      test(title, () => {
        const bib = `@book{k, author = {A, B}, title = {${title}}, year = {1900}}`;
        const read = (style: string) => format(bib, ['k'], style).bibliography[0];
        assert.equal(read('apa'), `A, B. (1900). ${sentence}${/[!?]$/.test(sentence) ? '' : '.'}`);
        assert.equal(
          read('modern-language-association'),
          `A, B. ${titled}${/[!?]$/.test(titled) ? '' : '.'} 1900.`,
        );
      });

    test('a journal’s name and other languages keep their capitals', () => {
      const journal =
        '@article{k, author = {A, B}, title = {On War}, journal = {Past and Present}, year = {1900}}';
      assert.deepEqual(format(journal, ['k'], 'apa').bibliography, [
        'A, B. (1900). On war. Past and Present.',
      ]);
      const german =
        '@book{k, author = {A, B}, title = {Das Deutsche Reich}, year = {1900}, langid = {ngerman}}';
      assert.deepEqual(format(german, ['k'], 'apa').bibliography, ['A, B. (1900). Das Deutsche Reich.']);
    });

    test('CSL-JSON has its titles as they are', () => {
      const json =
        '[{"id": "k", "type": "book", "title": "The Cold War", "issued": {"date-parts": [[1900]]}}]';
      const { output } = cite(['k'], readBibliography(json, 'x.json').items(), { style: bundled('apa') });
      assert.deepEqual(output.bibliography, ['The Cold War. (1900).']);
    });

    test('a question mark takes the place of a comma', () => {
      const bib = '@article{k, author = {A, B}, title = {Who Won?}, journal = {J}, year = {1900}}';
      assert.deepEqual(format(bib, ['k']).citations, ['B A, “Who Won?” J, 1900.']);
    });
  });

  test('the years of one author are joined by commas', () => {
    const bib = [1, 2]
      .map((n) => `@book{k${n}, author = {A, B}, title = {T${n}}, year = {190${n}}}`)
      .join(' ');
    assert.deepEqual(format(`${bib} ${works}`, ['[@k1; @k2; @zubok]'], 'chicago-author-date').citations, [
      '(A 1901, 1902; Zubok 2007)',
    ]);
    assert.deepEqual(format(bib, ['[@k1, p. 3; @k2]'], 'apa').citations, ['(A, 1901, p. 3; 1902)']);
  });

  test('others, with the comma that the style wants', () => {
    const bib = '@book{k, author = {Braudel, Fernand and others}, title = {T}, year = {1900}}';
    assert.deepEqual(format(bib, ['k'], 'modern-language-association').bibliography, [
      'Braudel, Fernand, et al. T. 1900.',
    ]);
    assert.deepEqual(format(bib, ['k'], 'chicago-author-date').bibliography, [
      'Braudel, Fernand et al. 1900. T.',
    ]);
    assert.deepEqual(format(bib, ['k'], 'modern-language-association').citations, ['(Braudel et al.)']);
  });
});
