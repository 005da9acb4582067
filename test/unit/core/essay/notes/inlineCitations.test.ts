import assert from 'node:assert/strict';
import { emptyRecord } from '../../../../../src/core/essay/notes/noteRecord';
import { chicago, Desk, works } from '../../../../support/citationDesk';
import { book, zubok } from '../../citation/fixtures';

const [mla, apa] = ['modern-language-association', 'apa'];

function desk(style: string): Desk {
  const created = new Desk();
  created.style = style;
  return created;
}

suite('Citations in brackets', () => {
  test('follow a corrected author and title, and Chicago, MLA and Chicago; none of the student’s do', () => {
    const own = 'He hid (so he said (in 1950), p. 3). Kim waited (Stalin’s idea, 63) and (Kim 5).';
    const author = desk('chicago-author-date-17th-edition');
    const text = `Mao paid (Zubok and Pleshakov 1996, 63; Leffler 1984, 12). ${own}\n\nThen (see Gaddis 2005, 3).\n`;
    const first = author.tidy(text);
    assert.equal(first, text);
    author.items = works.map((work) =>
      work === zubok
        ? { ...work, author: [{ family: 'Zubock', given: 'Vladislav' }], title: 'New Title' }
        : work,
    );
    const corrected = text.replace('Zubok and Pleshakov', 'Zubock');
    assert.equal(author.tidy(text), corrected);
    author.style = mla;
    const inMla = author.tidy(corrected);
    assert.equal(inMla, `Mao paid (Zubock 63; Leffler 12). ${own}\n\nThen (see Gaddis 3).\n`);
    author.style = chicago;
    const notes = author.tidy(inMla);
    assert.match(
      notes,
      /^Mao paid \(Vladislav Zubock, \*New Title\* \(Cambridge, MA: .*, 1996\), 63; Melvyn Leffler, /,
    );
    assert.match(notes, /Then \(see John Gaddis, /);
    author.style = 'chicago-author-date-17th-edition';
    assert.equal(author.tidy(notes), corrected);
    assert.equal(author.tidy(corrected), corrected);
  });

  test('are known by rendering where the record is lost, in any bundled style', () => {
    for (const style of [apa, mla, 'harvard-cite-them-right', 'chicago-author-date-17th-edition', chicago]) {
      const before = desk(style).convert('He hid [@zubok1996, p. 63; @leffler1984].\n', 'inline');
      const after = desk(apa).tidy(before);
      assert.equal(after, 'He hid (Leffler, 1984; Zubok & Pleshakov, 1996, p. 63).\n', before);
    }
  });

  test('a remark that only names an author is left, and said', () => {
    const text = 'The other one (Leffler) waited. They (the Chinese) paid.\n';
    const one = desk(mla);
    assert.equal(one.tidy(text), text);
    assert.deepEqual(one.left, ['remark: (Leffler)']);
  });

  test('what several works could be is left and said, unless the essay cites only one of them', () => {
    const one = desk(mla);
    const text = 'He hid (Gaddis 5).\n';
    assert.equal(one.tidy(text), text);
    assert.deepEqual(one.left, ['unclear: (Gaddis 5)']);
    const two = desk(apa);
    assert.equal(
      two.tidy(`He hid (Gaddis 5). And (Gaddis, 2005).\n`),
      'He hid (Gaddis, 2005, p. 5). And (Gaddis, 2005).\n',
    );
  });

  test('a title that tells two works apart is known, a letter behind the year is not trusted', () => {
    const one = desk(apa);
    one.items = [...works, book('gaddis2005b', 'John Gaddis', 'Surprise', 2005)];
    assert.equal(
      one.tidy('A (Gaddis, *We Now Know* 5). B (Gaddis, *Surprise* 7).\n'),
      'A (Gaddis, 1997, p. 5). B (Gaddis, 2005, p. 7).\n',
    );
    const text = 'A (Gaddis, 2005b, p. 5).\n';
    assert.equal(one.tidy(text), text);
    assert.deepEqual(one.left, ['unclear: (Gaddis, 2005b, p. 5)']);
  });

  test('several works of one author, whose name stands once', () => {
    const one = desk('chicago-author-date-17th-edition');
    const text = 'A (Gaddis 1997, 5; 2005, 3).\n';
    assert.equal(one.tidy(text), text);
    one.style = apa;
    assert.equal(one.tidy(text), 'A (Gaddis, 1997, p. 5; 2005, p. 3).\n');
  });

  test('in notes, the first of them is full', () => {
    const one = desk(chicago);
    const tidied = one.tidy(
      'A (Zubok and Pleshakov 63). B (Zubok and Pleshakov 64).[^1]\n\n[^1]: Zubok and Pleshakov, 65.\n',
    );
    assert.match(
      tidied,
      /^A \(Vladislav Zubok .*1996\), 63\)\. B \(Zubok and Pleshakov, 64\)\.\[\^1\]\n\n\[\^1\]: Zubok and Pleshakov, 65\.\n$/,
    );
  });

  test('code, links, headings and footnotes hold none', () => {
    const text =
      '# On (Leffler 5)\n\n`(Leffler 5)` [x](Leffler-5) \\(Leffler 5)\n\n    (Leffler 5)\n\nA.[^1]\n\n[^1]: As said (Leffler 5) before.\n';
    assert.equal(desk(apa).tidy(text), text);
  });
});

suite('Convert citations to text and back', () => {
  const essays: readonly string[] = [
    'Stalin passed the buck [@zubok1996, p. 3]. Mao [see @zubok1996], of course, went “in” [@gaddis1997]; so did “Kim” [@gaddis2005, ch. 2; @leffler1984, p. 63n4, and passim].',
    'As @zubok1996 [p. 3] say, @{gaddis2005} [ch. 2] too [-@leffler1984, p. 5].\n',
    'Two side by side [@zubok1996, p. 3] [@gaddis1997]. No space[@zubok1996].\n',
    '- A list [@zubok1996, pp. 3–5, 7]!\n\n> Quoted [@gaddis1997].\n\n| a | b |\n|---|---|\n| x [@zubok1996, p. 9] | y |\n',
    'Same [@zubok1996, p. 3]. Again [@zubok1996, p. 3]. And once [@gaddis2005, p. 5]; [@gaddis1997, p. 5].\n',
    'Windows [@zubok1996, p. 1].\r\n\r\nLines [@zubok1996, p. 4].[^1]\r\n\r\n[^1]: Own.\r\n',
  ];
  for (const style of [apa, mla, 'harvard-cite-them-right', 'chicago-author-date-17th-edition', chicago])
    for (const text of essays) {
      test(`${style}: ${JSON.stringify(text.slice(0, 40))}`, () => {
        const one = desk(style);
        const inline = one.convert(text, 'inline');
        assert.notEqual(inline, text);
        assert.doesNotMatch(inline, /\(\)/);
        assert.equal(one.convert(inline, 'pandoc'), text);
        const notes = one.convert(inline, 'footnote');
        assert.match(notes, /\[\^/);
        assert.equal(one.convert(notes, 'inline'), inline);
      });
    }

  test('marks side by side move behind the full stop together, and come back where they were', () => {
    const one = desk(chicago);
    const text =
      'A.[^1][^2] B[^3], c.\n\n[^1]: Zubok and Pleshakov, 3.\n[^2]: Leffler, “The American Conception of National Security,” 5.\n[^3]: Zubok and Pleshakov, 7.\n';
    const tidy = one.tidy(text);
    const pandoc = one.convert(tidy, 'pandoc');
    assert.equal(pandoc, 'A [@zubok1996, p. 3] [@leffler1984, p. 5]. B [@zubok1996, p. 7], c.\n');
    assert.equal(one.convert(pandoc, 'footnote'), tidy);
    const inline = one.convert(tidy, 'inline');
    assert.match(inline, /^A \(Vladislav.*, 3\) \(Melvyn.*5\)\. B \(Zubok.*, 7\), c\.\n$/);
    assert.equal(one.convert(inline, 'footnote'), tidy);
  });

  test('without the record too', () => {
    const one = desk(apa);
    const inline = one.convert('He hid [@zubok1996, p. 3]. Mao went [see @gaddis2005].\n', 'inline');
    assert.equal(inline, 'He hid (Zubok & Pleshakov, 1996, p. 3). Mao went (see Gaddis, 2005).\n');
    one.record = emptyRecord;
    assert.equal(one.convert(inline, 'pandoc'), 'He hid [@zubok1996, p. 3]. Mao went [see @gaddis2005].\n');
  });

  test('a name alone would not be known again: it is left, and said', () => {
    const one = desk(mla);
    const text = 'As @leffler1984 says [-@leffler1984]. But [@leffler1984, p. 5].\n';
    assert.equal(one.convert(text, 'inline'), 'As @leffler1984 says [-@leffler1984]. But (Leffler 5).\n');
    assert.deepEqual(one.left, ['unmarked: @leffler1984', 'unmarked: [-@leffler1984]']);
  });

  test('an edited page is converted anew', () => {
    const one = desk(apa);
    const inline = one.convert('He hid [@zubok1996, p. 3] .\n', 'inline');
    assert.equal(one.convert(inline.replace('p. 3', 'p. 33'), 'pandoc'), 'He hid [@zubok1996, p. 33] .\n');
  });
});
