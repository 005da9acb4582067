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
      ['[@gaddis, ll. 5--8]', '(Gaddis 1986, ll. 5–8)'],
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
    const output = format(works, ['[@zubok, chap. 2]', '[@zubok, pt. 2]'], 'chicago-author-date', 'en-GB');
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

  test('undated works have the style’s own words', () => {
    const bib = '@book{k, author = {A, B}, title = {T}, year = {n.d.}}';
    assert.deepEqual(format(bib, ['k'], 'harvard-cite-them-right').citations, ['(A, no date)']);
  });

  test('BibLaTeX’s useprefix=false drops the particle', () => {
    const bib =
      '@book{k, author = {von Goethe, Johann}, title = {T}, year = {1900}, options = {useprefix=false}}';
    assert.deepEqual(format(bib, ['k'], 'apa').citations, ['(Goethe, 1900)']);
  });
});
