import assert from 'node:assert/strict';
import { emptyRecord } from '../../../../../src/core/essay/notes/noteRecord';
import { Desk } from '../../../../support/citationDesk';

const FULL =
  'Vladislav Zubok and Constantine Pleshakov, *Inside the Kremlin’s Cold War: From Stalin to Khrushchev* (Cambridge, MA: Harvard University Press, 1996)';

suite('Convert citations', () => {
  test('Pandoc citations become footnotes in their order, after the punctuation', () => {
    assert.equal(
      new Desk().toFootnotes(
        'Stalin passed the buck [@zubok1996, p. 3]. Mao [see @zubok1996], of course, went.\n',
      ),
      `Stalin passed the buck.[^1] Mao,[^2] of course, went.\n\n[^1]: ${FULL}, 3.\n[^2]: See Zubok and Pleshakov, *Inside the Kremlin’s Cold War*.\n`,
    );
  });

  test('an author who is part of the sentence stays in it', () => {
    assert.equal(
      new Desk().toFootnotes('As @zubok1996 [p. 3] say.[^1]\n\n[^1]: Mine.'),
      `As Zubok and Pleshakov[^2] say.[^1]\n\n[^2]: ${FULL.replace('Vladislav Zubok and Constantine Pleshakov, ', '')}, 3.\n[^1]: Mine.`,
    );
  });

  const citing: readonly string[] = [
    'Stalin passed the buck [@zubok1996, p. 3]. Mao [see @zubok1996], of course, went “in” [@gaddis1997]; so did “Kim” [@gaddis2005, ch. 2; @leffler1984, p. 63n4, and passim].',
    'As @zubok1996 [p. 3] say, -@gaddis1997 and @{gaddis2005} too [-@leffler1984].\n',
    'No space[@zubok1996]. Two  spaces  [@zubok1996, {p. 3, top}] .\n\n> Quoted [@gaddis1997].\n',
    '- A list [@zubok1996, pp. 3–5, 7]!\n- Its end\n\n# Heading\n\n| a | b |\n|---|---|\n| x [@zubok1996] | y |\n',
    'Own.[^a] Mine [@zubok1996].[^3] And [@gaddis1997]\n\n[^3]: My note [@zubok1996, p. 5], with a citation.\n\n[^a]: Own.\n',
    'Windows [@zubok1996].\r\n\r\nLines [@zubok1996, p. 4].[^1]\r\n\r\n[^1]: Own.\r\n',
    'Unknown [@nobody]. Known [@zubok1996]. `[@code]` \\@zubok1996 me@zubok1996.org\n',
    '[@zubok1996]',
  ];
  for (const text of citing) {
    test(`there and back is the same: ${JSON.stringify(text.slice(0, 50))}`, () => {
      const desk = new Desk();
      const converted = desk.toFootnotes(text);
      assert.notEqual(converted, text);
      assert.equal(desk.toCitations(converted), text);
    });
  }

  const noted: readonly string[] = [
    `One.[^1] Two.[^2] Three.[^3]\n\n[^1]: ${FULL}, 63.\n[^2]: My own.\n[^3]: Zubok and Pleshakov, *Inside the Kremlin’s Cold War*, 64.\n`,
    `One.[^1] Two.[^2]\n\nThree.[^3]\n\n[^1]: ${FULL}, 63–64.\n\n[^2]: Zubok and Pleshakov, 64.\n\n[^3]: Zubok and Pleshakov, chap. 2.`,
    `One.[^1]\n\n[^1]: See ${FULL}, 63; John Gaddis, *The Cold War: A New History* (Penguin, 2005).\n\n# Next\n\nText.\n`,
  ];
  for (const text of noted) {
    test(`back and there is the same: ${JSON.stringify(text.slice(0, 50))}`, () => {
      const desk = new Desk();
      assert.equal(desk.tidy(text), text);
      const converted = desk.toCitations(text);
      assert.match(converted, /\[.*@zubok1996, p/);
      assert.equal(desk.toFootnotes(converted), text);
    });
  }

  test('without the record, notes are recognised', () => {
    const desk = new Desk();
    const text =
      'Stalin passed the buck [@zubok1996, p. 3]. Mao [@zubok1996, p. 5], of course, went [@gaddis1997].';
    const converted = desk.toFootnotes(text);
    desk.record = emptyRecord;
    assert.equal(desk.toCitations(converted), text);
  });

  test('what was edited since is converted all the same', () => {
    const desk = new Desk();
    const converted = desk.toFootnotes('The buck was passed [@zubok1996, p. 3]. Mao went [@gaddis1997].');
    assert.equal(
      desk.toCitations(converted.replace('passed.', 'passed on;').replace('Mao', 'And Mao')),
      'The buck was passed on [@zubok1996, p. 3]; And Mao went [@gaddis1997].',
    );
  });

  test('an unknown work is left and said', () => {
    const desk = new Desk();
    assert.equal(desk.toFootnotes('Unknown [@nobody, p. 3].'), 'Unknown [@nobody, p. 3].');
    assert.deepEqual(desk.left, ['unknown: [@nobody, p. 3]']);
  });

  test('without citations nothing changes', () => {
    assert.equal(new Desk().toFootnotes('Text.\n'), 'Text.\n');
    assert.equal(new Desk().toCitations('Text.[^1]\n\n[^1]: Own.\n'), 'Text.[^1]\n\n[^1]: Own.\n');
  });
});
