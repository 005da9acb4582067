import assert from 'node:assert/strict';
import { readBibliography } from '../../../../src/core/citation/bibliography/readBibliography';
import { cite } from '../../../../src/core/citation/citeCommand';
import { bundled } from './fixtures';
import { english } from '../../../../src/core/util/localize';

const chicago = bundled('chicago-notes-bibliography-17th-edition');

/** The first citation of the only entry, in Chicago's notes, and what is wrong with the file. */
function cited(text: string, citation = '[@k, p. 3]', fileName = 'x.bib') {
  const bibliography = readBibliography(text, fileName);
  const { output, unknownCitekeys } = cite([citation], bibliography.items(), { style: chicago });
  return {
    note: output.citations[0],
    unknownCitekeys,
    problems: bibliography.problems().map(({ message }) => english(...message)),
  };
}

suite('Unusual works', () => {
  for (const [name, bib, note] of [
    ['no author', '@book{k, title = {A Chronicle}, year = 1900}', 'A Chronicle, 1900, 3.'],
    ['no date', '@book{k, author = {Doe, Jane}, title = {Undated}}', 'Jane Doe, Undated, n.d., 3.'],
    [
      'no title',
      '@book{k, author = {Doe, Jane}, year = 1900}',
      /^Jane Doe, \(?1900\)?, 3\.$|^Jane Doe, 1900, 3\.$/,
    ],
    ['nothing at all', '@book{k}', /3/],
    ['a guessed year', '@book{k, title = {T}, year = {[1996?]}}', /\[1996\?\]/],
    ['n.d. as a year', '@book{k, title = {T}, year = {n.d.}}', /n\.d\./],
    ['a span of years', '@book{k, title = {T}, date = {1950/1953}}', /1950–1953|1950–53/],
    [
      'LaTeX accents',
      "@book{k, author = {Ho\\v{r}\\'ak, Ji\\v{r}{\\'\\i}}, title = {\\\"Uber \\ss{}}, year = 1900}",
      /^Jiří Hořák, Über ß/,
    ],
    [
      'an unknown macro',
      '@book{k, author = {Doe, Jane}, title = {A \\foo{Word} of \\emph{Old}}, year = 1900}',
      /A Word of Old/,
    ],
    [
      'a particle',
      '@book{k, author = {de Gaulle, Charles}, title = {Call}, year = 1955}',
      /^Charles de Gaulle, Call/,
    ],
    [
      'a body',
      '@book{k, author = {{Central Intelligence Agency}}, title = {Estimate}, year = 1950}',
      /^Central Intelligence Agency, Estimate/,
    ],
    [
      'Cyrillic',
      '@book{k, author = {Зубок, Владислав}, title = {Неудавшаяся империя}, year = 2011}',
      'Владислав Зубок, Неудавшаяся империя, 2011, 3.',
    ],
    [
      'Chinese',
      '@book{k, author = {沈, 志华}, title = {毛泽东、斯大林与朝鲜战争}, year = 2003}',
      /沈.*毛泽东、斯大林与朝鲜战争, 2003, 3\.$/,
    ],
    [
      '50 authors',
      `@book{k, author = {${Array.from({ length: 50 }, (_, n) => `Name${n}, A.`).join(' and ')}}, title = {Many}, year = 1900}`,
      /^A\. Name0 et al\., Many/,
    ],
    [
      'markup in the title',
      '@book{k, title = {On <script>alert(1)</script> & *stars*}, year = 1900}',
      /alert\(1\)/,
    ],
  ] as const) {
    test(name, () => {
      const { note: text, unknownCitekeys } = cited(bib);
      assert.deepEqual(unknownCitekeys, []);
      if (typeof note === 'string') assert.equal(text, note);
      else assert.match(text ?? 'null', note);
    });
  }

  for (const [name, bib, message] of [
    ['no key', '@book{, title = {T}}', 'This entry has no citekey, so nothing can cite it.'],
    [
      'never closed',
      '@book{k, title = {T},\n@book{b, title = {B}\n}',
      'The entry “k” is never closed: a closing brace is missing.',
    ],
    [
      'the same key twice',
      '@book{k, title = {T}}\n@book{k, title = {U}}',
      'The citekey “k” is used by an earlier entry too; that one counts.',
    ],
    [
      'a parent that is not there',
      '@book{k, title = {T}, crossref = {gone}}',
      '“k” refers to “gone”, which is not in this file.',
    ],
  ] as const) {
    test(`${name} is said`, () =>
      assert.ok(cited(bib).problems.includes(message), cited(bib).problems.join()));
  }

  test('odd CSL-JSON: numbers, missing parts, a bad neighbour', () => {
    const json =
      '[{"id": 7, "type": "book", "title": "Seven", "issued": {"date-parts": [["1996", 5, "x"]]}, "author": "Doe"}, {"title": "No id"}, {"id": "b", bad}]';
    const { note, problems } = cited(json, '[@7, p. 3]', 'x.json');
    assert.match(note ?? '', /^Doe, Seven, .*1996, 3\.$/);
    assert.deepEqual(problems, [
      'This entry has no “id”, so nothing can cite it.',
      'This entry is not valid JSON.',
    ]);
  });

  test('odd CSL-YAML: a mistake costs its entry, and is said', () => {
    const yaml = 'references:\n- id: k\n  title: Good\n  issued: 1990\n- id: [b\n  title: Bad\n';
    assert.ok(
      cited(yaml, '[@k]', 'x.yaml').problems.some((message) => message.startsWith('This is not valid YAML')),
    );
  });
});
