import assert from 'node:assert/strict';
import { cleanStatement } from '../../../../../src/core/notes/statement/cleanStatement';

/** What is written, and what is left of it with the place (a page unless said) and the source that it names. */
type Form = readonly [written: string, text: string, place: string, source?: string];

function read(written: string): string {
  const { text, locator, named } = cleanStatement(written, 'markdown');
  const place = locator && (locator.label === 'page' ? locator.value : `${locator.label} ${locator.value}`);
  return [text, place, named && [named.label, named.title, named.year].filter(Boolean).join(' | ')].join(
    ' ¦ ',
  );
}

function checkAll(forms: readonly Form[]): void {
  for (const [written, text, place, source] of forms)
    assert.equal(read(written), [text, place, source].join(' ¦ '), written);
}

suite('Places, as students write them', () => {
  test('pages in brackets', () => {
    checkAll([
      ['He retreats (p. 63)', 'He retreats', '63'],
      ['He retreats (62--64)', 'He retreats', '62--64'],
      ['He retreats [p. 12]', 'He retreats', '12'],
      ['He retreats (490-1).', 'He retreats.', '490-1'],
      ['He retreats (63n4)', 'He retreats', '63n4'],
      ['He retreats (63ff.)', 'He retreats', '63ff.'],
      ['He retreats (pp. 63 to 65)', 'He retreats', '63 to 65'],
      ['He retreats (p. xii)', 'He retreats', 'xii'],
      ['He retreats (ibid., 12)', 'He retreats', '12'],
      ['He retreats (Ibid. p. 12)', 'He retreats', '12'],
      ['Он отступает (с. 52)', 'Он отступает', '52'],
      ['他撤退（第178页）', '他撤退', '178'],
      ['他撤退，p. 201', '他撤退', '201'],
      ["הוא נסוג (עמ' 45)", 'הוא נסוג', '45'],
      ['تراجع (ص. 45)', 'تراجع', '45'],
      ['Υποχωρεί (σ. 45)', 'Υποχωρεί', '45'],
      ['He retreats (p. 76 and passim)', 'He retreats', '76 and passim'],
      ['He retreats (p. xvi; cf. 289-303)', 'He retreats', 'xvi, 289-303'],
      ['He retreats - (p. 63)', 'He retreats', '63'],
    ]);
  });

  test('other places', () => {
    checkAll([
      ['He retreats (ch. 3)', 'He retreats', 'chapter 3'],
      ['He retreats (loc. 2853)', 'He retreats', 'location 2853'],
      ['He retreats (fol. 12r)', 'He retreats', 'folio 12r'],
      ['He retreats (vol. 2, p. 63)', 'He retreats', 'volume 2, p. 63'],
    ]);
  });

  test('pages without brackets', () => {
    checkAll([
      ['He retreats p.63', 'He retreats', '63'],
      ['He retreats -- p12', 'He retreats', '12'],
      ['He retreats pp. 62–64', 'He retreats', '62–64'],
      ['He retreats, page 63', 'He retreats', '63'],
      ['He retreats on page 63.', 'He retreats', '63'],
      ['63: He retreats', 'He retreats', '63'],
      ['pp. 63-4: He retreats', 'He retreats', '63-4'],
      ['Он отступает, с. 52', 'Он отступает', '52'],
    ]);
  });

  test('a bare number after a quotation is a page', () => {
    checkAll([
      ['“Let them be our neighbors.” 63', '“Let them be our neighbors.”', '63'],
      [
        'He says "let the Americans be our neighbors" 63–4',
        'He says "let the Americans be our neighbors"',
        '63–4',
      ],
    ]);
  });

  test('another source with its page', () => {
    checkAll([
      ['He retreats (Kennedy 11)', 'He retreats', '11', 'Kennedy'],
      ['He retreats (Voss, Rivers of Tin, 12)', 'He retreats', '12', 'Voss | Rivers of Tin'],
      ['He retreats (see Voss, Rivers of Tin, pp. 3–5)', 'He retreats', '3–5', 'Voss | Rivers of Tin'],
      ['He retreats (Voss, "Tin and Bread," 12)', 'He retreats', '12', 'Voss | Tin and Bread'],
      ['He retreats (Kennedy, Rise and Fall, pp. 3–5)', 'He retreats', '3–5', 'Kennedy, Rise and Fall'],
      ['He retreats (Kennedy 1987, 12)', 'He retreats', '12', 'Kennedy | 1987'],
      ['He retreats, cf. MacMillan, 542', 'He retreats', '542', 'MacMillan'],
      ['Cf. MacMillan, 542', 'Cf. MacMillan', '542', 'MacMillan'],
      ['He retreats; cf. MacMillan 542.', 'He retreats', '542', 'MacMillan'],
      ['He retreats. See also Gaddis, p. 12', 'He retreats.', '12', 'Gaddis'],
      ['He retreats, cf. MacMillan, Paris 1919, 542', 'He retreats', '542', 'MacMillan, Paris 1919'],
      ['Er weicht zurück, vgl. Winkler, 12', 'Er weicht zurück', '12', 'Winkler'],
    ]);
  });

  test('years, dates, times and other numbers are no pages', () => {
    for (const written of [
      'He retreats (1949)',
      'He retreats 1949',
      'He retreats at 12:30',
      '12:30: meeting in Moscow',
      'He retreats (12 May)',
      'He retreats (63%)',
      'He loses 300',
      'He loses (12 divisions)',
      'Order No. 227',
      'NSC-68',
      '1949-50: He retreats',
      '"It was over" 1949',
      'the film "Dr Strangelove" 64',
      '"Glued to its note"12',
      '"They shall not pass so easily" 5 July',
    ])
      assert.equal(read(written), [written, undefined, undefined].join(' ¦ '));
  });

  test('what only looks like another source stays', () => {
    for (const written of [
      'He retreats, see Article 5',
      'He retreats, see Table 3',
      'He retreats, see Psalm 23',
      'He retreats, see Kennedy 11',
      'The war ended in 1945, see Potsdam, 12',
      'He retreats (Kennedy, Rise and Fall, 1987)',
      'He retreats (Berlin, Fire of the Reichstag, 12)',
      'He retreats (Marshall, secretary of the state, 12)',
      'He retreats (Kennedy 1987)',
      'as in Kennedy’s ch. 3',
    ])
      assert.equal(read(written), [written, undefined, undefined].join(' ¦ '));
  });
});
